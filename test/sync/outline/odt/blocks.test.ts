import { describe, expect, it } from 'vitest';
import { linesOf, readBlocks } from '../blocks.ts';
import { cell, covered, flatFile, h, level, list, listStyle, p, planList, row, table, textFile } from './text-files.ts';

const read = (body: string, more: Omit<Parameters<typeof textFile>[0], 'body'> = {}) =>
  readBlocks(textFile({ body, ...more }), '計畫.odt');

describe('the text of an OpenDocument', () => {
  it('is its paragraphs, whatever encloses them', async () => {
    const body = [
      p('甲<text:span>乙</text:span><text:a>丙</text:a>'),
      `<text:section text:name="s">${p('丁<text:s text:c="2"/>戊<text:tab/>己<text:line-break/>庚')}</text:section>`,
      p('  多  個\n  空白 '),
      p('<text:soft-page-break/>換頁<text:bookmark text:name="b"/>之後'),
      p('第<text:page-number>3</text:page-number>頁'),
    ].join('');
    expect(linesOf(await read(body))).toEqual(['甲乙丙', '丁  戊 己\n庚', '多 個 空白', '換頁之後', '第3頁']);
  });

  it('is that which a reader sees after all changes were accepted', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion>${p('刪去')}</text:deletion></text:changed-region></text:tracked-changes>${p(
      '保留<text:change-start text:change-id="c"/>新增<text:change-end text:change-id="c"/><text:change text:change-id="d"/>',
    )}`;
    expect(linesOf(await read(body))).toEqual(['保留新增']);
  });

  it('has no hidden text, notes, comments, readings or lists of contents', async () => {
    const automatic =
      '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="P" style:family="paragraph" style:parent-style-name="Base"/>';
    const common =
      '<style:style style:name="Base" style:family="paragraph"><style:text-properties text:display="none"/></style:style>';
    const body = [
      p('看得見<text:span text:style-name="T">看不見</text:span>'),
      p('也看不見', 'P'),
      `<text:section text:display="none">${p('整節看不見')}</text:section>`,
      p(
        `註<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('註腳')}</text:note-body></text:note><office:annotation>${p('註解')}</office:annotation>釋`,
      ),
      p('<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>ㄏㄢˋ</text:ruby-text></text:ruby>字'),
      `<text:table-of-content><text:index-body>${p('計畫依據 1')}</text:index-body></text:table-of-content>`,
    ].join('');
    expect(linesOf(await read(body, { automatic, common }))).toEqual(['看得見', '註釋', '漢字']);
  });

  it('leaves text boxes out and says so', async () => {
    const frame = (content: string) => `<draw:frame>${content}</draw:frame>`;
    const { blocks, issues } = await read(
      p(`甲${frame(`<draw:text-box>${p('浮動的字')}</draw:text-box>`)}乙`) + p(frame('<draw:image/>')),
    );
    expect(linesOf({ blocks })).toEqual(['甲乙']);
    expect(issues).toMatchObject([{ code: 'text_box_left_out', params: { text: '浮動的字' } }]);
  });

  it('may be one flat file', async () => {
    const parts = { body: p('甲') + list([p('乙')]), automatic: planList };
    expect(linesOf(await readBlocks(flatFile(parts), '計畫.fodt'))).toEqual(['甲', '一、 乙']);
  });
});

describe('automatic numbers', () => {
  it('are printed level by level, once for each item, and begin anew below each of the level above', async () => {
    const deep = list([list([p('戊')], '')], '');
    const inner = list([p('乙') + p('續段') + list([p('丙'), p('丁') + deep], ''), p('己')], '');
    const body = list([p('甲') + inner, p('庚') + list([p('辛')], '')]);
    expect(linesOf(await read(body, { automatic: planList }))).toEqual([
      ...['一、 甲', '(一) 乙', '續段', '1. 丙', '2. 丁'],
      ...['① 戊', '(二) 己', '二、 庚', '(一) 辛'],
    ]);
  });

  it('begin anew with each list, unless it goes on with one before', async () => {
    const body = [
      list([p('甲'), p('乙')], 'text:style-name="L" xml:id="first"'),
      p('插話'),
      list([p('丙')]),
      list([p('丁')], 'text:style-name="L" text:continue-numbering="true"'),
      list([p('戊')], 'text:style-name="L" text:continue-list="first"'),
      '<text:list text:style-name="L"><text:list-header><text:p>標頭</text:p></text:list-header><text:list-item text:start-value="7"><text:p>己</text:p></text:list-item></text:list>',
    ].join('');
    expect(linesOf(await read(body, { automatic: planList }))).toEqual([
      ...['一、 甲', '二、 乙', '插話', '一、 丙', '二、 丁', '三、 戊', '標頭', '七、 己'],
    ]);
  });

  it.each([
    ['壹, 貳, 參, ...', ['壹', '貳', '參']],
    ['甲, 乙, 丙, ...', ['甲', '乙', '丙']],
    ['①, ②, ③, ...', ['①', '②', '③']],
    ['１, ２, ３, ...', ['１', '２', '３']],
    ['A', ['A', 'B', 'C']],
    ['i', ['i', 'ii', 'iii']],
    ['', ['', '', '']],
  ])('count in %s', async (format, marks) => {
    const automatic = listStyle(level(1, format, '', ''));
    const texts = linesOf(await read(list(['甲事', '乙事', '丙事'].map(text => p(text))), { automatic }));
    expect(texts.map(text => text.slice(0, -2).trim())).toEqual(marks);
  });

  it('show the levels above them, and start where they are told', async () => {
    const automatic = listStyle(
      level(1, '1', '', '.', 'text:start-value="3"'),
      level(2, '1', '', '', 'text:display-levels="2"'),
    );
    const body = list([p('甲') + list([p('乙')], '')]);
    expect(linesOf(await read(body, { automatic }))).toEqual(['3. 甲', '3.1 乙']);
  });

  it('of headings come from the outline', async () => {
    const common = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="壹, 貳, 參, ..." loext:num-list-format="%1%、"/></text:outline-style>`;
    const body = h('計畫依據', 1) + p('某函') + h('計畫目標', 1) + h('細目', 2);
    expect(linesOf(await read(body, { common }))).toEqual(['壹、 計畫依據', '某函', '貳、 計畫目標', '細目']);
  });
});

describe('tables', () => {
  it('keep their merged cells, across and downward, and walk through header rows', async () => {
    const { blocks } = await read(
      table(
        `<table:table-header-rows>${row(cell('項'), cell('重點', 'table:number-columns-spanned="2"'), covered(), cell('單位'))}</table:table-header-rows>`,
        row(cell('一、甲', 'table:number-rows-spanned="2"'), cell('(一)乙'), cell('1.丙\n續行'), cell('課')),
        '<text:soft-page-break/>',
        row(covered(), cell('(二)丁'), cell('2.戊'), cell('室')),
      ),
    );
    const [found] = blocks;
    if (found?.kind !== 'table') throw new Error('no table');
    expect(found.grid.at(3, 1)).toMatchObject({ text: '一、甲', top: 2, bottom: 3, left: 1, right: 1 });
    expect(found.grid.at(1, 3)).toMatchObject({ text: '重點', left: 2, right: 3 });
    expect(found.grid.at(1, 4)?.text).toBe('單位');
    expect(found.grid.at(2, 3)?.text).toBe('1.丙\n續行');
    expect(found.grid.at(3, 4)?.text).toBe('室');
  });

  it('pass over cells that are said once for many', async () => {
    const body = table(
      row(cell('<text:p/>', 'table:number-columns-repeated="3"'), cell('丁')),
      row(cell('甲'), covered(2), cell('丁')),
    );
    const { blocks } = await read(body);
    const [found] = blocks;
    expect(found?.kind === 'table' && found.grid.rows.map(({ cells }) => cells.map(({ left }) => left))).toEqual([
      [4],
      [1, 4],
    ]);
  });
});
