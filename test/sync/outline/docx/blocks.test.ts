import { describe, expect, it } from 'vitest';
import { linesOf, readBlocks } from '../blocks.ts';
import { abstractNum, li, lvl, num, p, planNumbering, run, tbl, tr, wordFile } from './word-files.ts';

const read = (body: string, more: Omit<Parameters<typeof wordFile>[0], 'body'> = {}) =>
  readBlocks(wordFile({ body, ...more }));

describe('the text of a Word document', () => {
  it('is its paragraphs, whatever encloses them', async () => {
    const body = [
      p(`<w:smartTag>${run('甲')}</w:smartTag><w:hyperlink>${run('乙')}</w:hyperlink>`),
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('丙')}</w:sdtContent></w:sdt>`,
      `<w:customXml>${p(`${run('丁')}<w:bookmarkStart/><w:proofErr/>${run('戊')}`)}</w:customXml>`,
      p(`${run('一行')}<w:r><w:br/><w:t>下一行</w:t><w:tab/><w:t>後</w:t><w:noBreakHyphen/><w:t>續</w:t></w:r>`),
    ].join('');
    expect(linesOf(await read(body))).toEqual(['甲乙', '丙', '丁戊', '一行\n下一行 後-續']);
  });

  it('is that which a reader sees after all changes were accepted', async () => {
    const body = [
      p(`${run('保留')}<w:ins>${run('新增')}</w:ins><w:del><w:r><w:delText>刪去</w:delText></w:r></w:del>`),
      p(`<w:moveFrom>${run('搬走')}</w:moveFrom>`),
      p(`<w:moveTo>${run('搬來')}</w:moveTo>`),
      p(run('前半'), '<w:rPr><w:del/></w:rPr>'),
      p('後半'),
      p(run('格式改過', '<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
    ].join('');
    expect(linesOf(await read(body))).toEqual(['保留新增', '搬來', '前半後半', '格式改過']);
  });

  it('has no hidden text, prompts, notes, codes of fields or readings', async () => {
    const body = [
      p(`${run('看得見')}${run('看不見', '<w:vanish/>')}${run('又看得見', '<w:vanish w:val="0"/>')}`),
      p(`${run('風格')}${run('藏', '<w:rStyle w:val="Secret"/>')}`),
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('按一下輸入文字')}</w:sdtContent></w:sdt>`,
      p(
        `${run('第')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${'<w:r><w:fldChar w:fldCharType="separate"/></w:r>'}${run('3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('頁')}<w:r><w:footnoteReference w:id="1"/></w:r>`,
      ),
      p(`<w:r><w:ruby><w:rt>${run('ㄏㄢˋ')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>${run('字')}`),
      p(run('計畫依據\t1'), '<w:pStyle w:val="Contents"/>'),
    ].join('');
    const styles =
      '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Contents"><w:name w:val="toc 1"/></w:style>';
    expect(linesOf(await read(body, { styles }))).toEqual(['看得見又看得見', '風格', '第3頁', '漢字']);
  });

  it('leaves text boxes out and says so, once for both ways they are written', async () => {
    const box = (text: string) =>
      `<mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(text)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
    const { blocks, issues } = await read(
      p('甲') + p(`<w:r>${box('浮動的字')}</w:r>${run('乙')}`) + p('<w:r><w:drawing/></w:r>'),
    );
    expect(linesOf({ blocks })).toEqual(['甲', '乙']);
    expect(issues).toMatchObject([{ code: 'text_box_left_out', severity: 'warning', params: { text: '浮動的字' } }]);
  });

  it('is found in the strict edition too', async () => {
    const namespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    expect(linesOf(await read(p('甲') + tbl(tr(['乙', '丙'])), { namespace }))).toEqual(['甲', '乙 | 丙']);
  });
});

describe('automatic numbers', () => {
  it('are printed level by level, and begin anew below each of the level above', async () => {
    const levels = [0, 1, 2, 3, 4, 5, 5, 4, 2, 1, 2, 0, 1];
    const body = levels.map((level, i) => li(`第${i}`, 1, level)).join('');
    const reading = await read(body, { numbering: planNumbering + num(1, 0) });
    expect(linesOf(reading).map(line => line.split('第')[0]!.trim())).toEqual([
      ...['一、', '(一)', '1.', '(1)', '①', 'A.', 'B.', '②', '2.', '(二)', '1.', '二、', '(一)'],
    ]);
  });

  it.each([
    ['ideographTraditional', ['甲', '乙', '丙']],
    ['ideographLegalTraditional', ['壹', '貳', '參']],
    ['chineseCounting', ['一', '二', '三']],
    ['decimalEnclosedCircle', ['①', '②', '③']],
    ['decimalEnclosedParen', ['⑴', '⑵', '⑶']],
    ['decimalFullWidth', ['１', '２', '３']],
    ['lowerLetter', ['a', 'b', 'c']],
    ['upperRoman', ['I', 'II', 'III']],
    ['ideographZodiac', ['子', '丑', '寅']],
    ['unheardOf', ['1', '2', '3']],
    ['none', ['', '', '']],
  ])('count in %s', async (format, marks) => {
    const body = ['甲事', '乙事', '丙事'].map(text => li(text)).join('');
    const numbering = abstractNum(0, lvl(0, format, '%1')) + num(1, 0);
    const texts = linesOf(await read(body, { numbering }));
    expect(texts.map(text => text.slice(0, -2).trim())).toEqual(marks);
  });

  it('count past ten as they are spoken', async () => {
    const body = Array.from({ length: 21 }, () => li('事')).join('');
    const texts = linesOf(await read(body, { numbering: planNumbering + num(1, 0) }));
    expect([texts[9], texts[10], texts[19], texts[20]]).toEqual(['十、 事', '十一、 事', '二十、 事', '二十一、 事']);
  });

  it('go on in another list of the same kind, unless that one begins anew', async () => {
    const numbering =
      planNumbering +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = [li('甲', 1), li('乙', 2), p('插話'), li('丙', 3), li('丁', 3)].join('');
    expect(linesOf(await read(body, { numbering }))).toEqual(['一、 甲', '二、 乙', '插話', '五、 丙', '六、 丁']);
  });

  it('come from the style of a paragraph, at the level that the style stands on', async () => {
    const numbering =
      abstractNum(
        0,
        lvl(0, 'ideographLegalTraditional', '%1、', '<w:pStyle w:val="H1"/>'),
        lvl(1, 'decimal', '%1-%2', '<w:pStyle w:val="H2"/>'),
      ) + num(7, 0);
    const style = (id: string, more: string) => `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`;
    const styles =
      style('H1', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style('H2', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style('Own', '<w:basedOn w:val="H1"/>');
    const styled = (id: string, text: string) => p(run(text), `<w:pStyle w:val="${id}"/>`);
    const bare = p(run('不編號'), '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const body = styled('H1', '依據') + styled('H2', '細目') + styled('Own', '目標') + bare;
    expect(linesOf(await read(body, { numbering, styles }))).toEqual(['壹、 依據', '壹-1 細目', '貳、 目標', '不編號']);
  });

  it('do not count what was deleted, and stand alone in a cell for them', async () => {
    const deleted = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>`;
    const cell = (text: string) => ({ content: li(text === '' ? '<w:r/>' : text) });
    const body = li('甲') + deleted + li('乙') + tbl(tr([cell(''), '丙']), tr([cell(''), '丁']));
    expect(linesOf(await read(body, { numbering: planNumbering + num(1, 0) }))).toEqual([
      '一、 甲',
      '二、 乙',
      '三、 | 丙',
      '四、 | 丁',
    ]);
  });
});

describe('tables', () => {
  it('keep their merged cells, across and downward', async () => {
    const { blocks } = await read(
      tbl(
        tr(['項', { content: '重點', across: 2 }, '單位'], '<w:tblHeader/>'),
        tr([{ content: '一、甲', down: 'restart' }, '(一)乙', '1.丙\n續行', '課']),
        tr([{ content: '', down: 'continue' }, '(二)丁', '2.戊', '室']),
      ),
    );
    const table = blocks[0];
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.grid.at(3, 1)).toMatchObject({ text: '一、甲', top: 2, bottom: 3, left: 1, right: 1 });
    expect(table.grid.at(1, 3)).toMatchObject({ text: '重點', left: 2, right: 3 });
    expect(table.grid.at(2, 3)?.text).toBe('1.丙\n續行');
    expect(table.place).toEqual({ line: 1 });
  });

  it('have no rows and cells that were deleted', async () => {
    const gone = `<w:tc><w:tcPr><w:cellDel/></w:tcPr>${p('刪')}</w:tc>`;
    const body = tbl(
      tr(['甲', '乙']),
      tr(['丙', '丁'], '<w:del/>'),
      `<w:tr>${gone}<w:tc>${p('戊')}</w:tc><w:tc>${p('己')}</w:tc></w:tr>`,
    );
    expect(linesOf(await read(body))).toEqual(['甲 | 乙', '戊 | 己']);
  });

  it('of one cell are frames around their content; others within a cell are its lines', async () => {
    const inner = tbl(tr(['甲', '乙']), tr(['丙', '丁']));
    const framed = await read(tbl(tr([{ content: p('說明') + inner + p('') }])));
    expect(linesOf(framed)).toEqual(['說明', '甲 | 乙', '丙 | 丁']);
    const nested = await read(tbl(tr(['外', { content: p('內') + inner + p('') }])));
    expect(linesOf(nested)).toEqual(['外 | 內\n甲 乙\n丙 丁']);
  });
});
