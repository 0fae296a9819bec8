import { strToU8, zipSync } from 'fflate';
import { li, num, p, planNumbering, run, tbl, tc, tr, wordFile } from '../docx/word-files.ts';
import {
  covered,
  list,
  cell as oCell,
  p as oP,
  row as oRow,
  table as oTable,
  planList,
  textFile,
} from '../odt/text-files.ts';
import type { Truth } from './paper.ts';
import { node } from './paper.ts';

/** One plan, dressed in everything that word processors and spreadsheets can put around it. */
export const dressedTruth: Truth = {
  title: '雲和市北渠區公所114年度服務躍升計畫',
  agency: '雲和市北渠區公所',
  year: 114,
  basis: ['雲和市政府服務躍升方案。'],
  goals: ['縮短等候時間。', '提升服務溫度。'],
  scope: '本所各課室。',
  items: [
    node('一', '友善空間', {}, [
      node('(一)', '動線標示', {}, [
        node('1', '更新樓層指標。', { units: '行政課', months: [6] }),
        node('2', '增設電子看板。', { units: '行政課 資訊室', months: [9] }),
      ]),
    ]),
    node('二', '貼心服務', {}, [
      node('(一)', '到府服務', {}, [node('1', '每月赴山區受理申請。', { units: '社會課', months: [12] })]),
    ]),
  ],
  reviews: [{ kind: 'annual', months: [12] }],
  closing: '本計畫奉核後實施。',
};

const headings = ['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限'];
const inserted = (text: string): string =>
  `<w:ins w:id="1" w:author="甲">${run(text)}</w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>舊文字</w:delText></w:r></w:del>`;
const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const field = (text: string): string => `<w:fldSimple w:instr=" DATE ">${run(text)}</w:fldSimple>`;
const ruby = (text: string): string =>
  `<w:r><w:ruby><w:rt><w:r><w:t>ㄅㄆ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>${text}</w:t></w:r></w:rubyBase></w:ruby></w:r>`;

/** Content controls, changes, fields, readings, hidden text, notes, bookmarks, automatic numbers and a nested table. */
export const dressedWord = (): Uint8Array =>
  wordFile({
    body: [
      control(p(`${run('雲和市北渠區公所')}${field('114')}${run('年度服務躍升計畫')}`)),
      p(`${run('壹、依據：')}${inserted('雲和市政府服務躍升方案。')}`),
      p(`${run('貳、目標：')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>內部註記</w:t></w:r>`),
      li('縮短等候時間。', 1, 0),
      li('提升服務溫度。', 1, 0),
      p(`${run('參、實施對象：')}<w:hyperlink>${run('本所各課室')}</w:hyperlink>${run('。')}`),
      p('肆、計畫內容：'),
      tbl(
        tr(headings, '<w:tblHeader/>'),
        `<w:tr>${tc({ content: li('友善空間', 2, 0), down: 'restart' })}${tc({ content: li('動線標示', 2, 1), down: 'restart' })}${control(tc({ content: li('更新樓層指標。', 2, 2) }))}${tc({ content: '行政課' })}${tc({ content: '6月' })}</w:tr>`,
        `<w:tr>${tc({ content: '', down: 'continue' })}${tc({ content: '', down: 'continue' })}${tc({ content: li(`${run('增設')}${ruby('電子')}${run('看板。')}<w:r><w:footnoteReference w:id="2"/></w:r>`, 2, 2) })}${tc({ content: tbl(tr(['行政課']), tr(['資訊室'])) + p('') })}${tc({ content: '9月' })}</w:tr>`,
        `<w:tr>${tc({ content: li('貼心服務', 2, 0) })}${tc({ content: li('到府服務', 2, 1) })}${tc({ content: li('每月赴山區受理申請。', 2, 2) })}${tc({ content: '社會課' })}${tc({ content: '12月' })}</w:tr>`,
      ),
      p('伍、管考：每年12月送市政府彙整。'),
      p('陸、其他：本計畫奉核後實施。'),
      '<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>',
    ].join(''),
    numbering: `${planNumbering}${num(1, 0)}${num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}`,
  });

/** Sections, changes, soft breaks of pages, lists in cells that go on with one before, repeated headings, frames. */
export const dressedText = (): Uint8Array => {
  const soft = '<text:soft-page-break/>';
  const spanned = 'table:number-rows-spanned="2"';
  return textFile({
    automatic: planList,
    body: [
      '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>刪去的字</text:p></text:deletion></text:changed-region></text:tracked-changes>',
      `<text:section text:name="封面">${oP('雲和市北渠區公所114年度<text:change text:change-id="c1"/>服務躍升計畫')}</text:section>`,
      oP('壹、依據：雲和市政府<text:span>服務躍升</text:span>方案。'),
      oP('貳、目標：'),
      list([oP('縮短等候時間。'), oP('提升服務溫度。')]),
      oP(`參、實施對象：本所${soft}各課室。`),
      oP('肆、計畫內容：'),
      oTable(
        `<table:table-header-rows>${oRow(...headings.map(text => oCell(text)))}</table:table-header-rows>`,
        oRow(
          oCell(oP('一、友善空間'), spanned),
          oCell(oP('(一)動線標示'), spanned),
          oCell(oP('1.更新樓層指標。')),
          oCell('行政課'),
          oCell('6月'),
        ),
        soft,
        oRow(covered(2), oCell(oP('2.增設電子看板。')), oCell('行政課\n資訊室'), oCell('9月')),
        oRow(
          oCell('二、貼心服務'),
          oCell('(一)到府服務'),
          oCell('1.每月赴山區受理申請。'),
          oCell('社會課'),
          oCell('12月'),
        ),
      ),
      oP('伍、管考：每年12月送市政府彙整。'),
      oP('陸、其他：本計畫奉核後實施。'),
    ].join(''),
  });
};

const rels = (content: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The plan begins in column C of the third sheet, below a hidden row and beside a hidden column; the others say something else. */
export const dressedSheet = (): Uint8Array => {
  const rows: readonly (readonly string[])[] = [
    [dressedTruth.title],
    headings,
    ['一、友善空間', '(一)動線標示', '1.更新樓層指標。', '行政課', '6月'],
    ['', '', '2.增設電子看板。', '行政課、資訊室', '9月'],
    ['二、貼心服務', '(一)到府服務', '1.每月赴山區受理申請。', '社會課', '12月'],
  ];
  const cells = (row: readonly string[], r: number): string =>
    `<row r="${r}">${row.map((text, c) => (text === '' ? '' : `<c r="${'CDEFG'[c]}${r}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;
  const sheet = (content: string, more = ''): string =>
    `<worksheet xmlns="${sheetNamespace}">${more}<sheetData>${content}</sheetData></worksheet>`;
  const plan = sheet(
    `<row r="2" hidden="1"/>${rows.map((row, i) => cells(row, i + 4)).join('')}`,
    '<cols><col min="1" max="2" hidden="1" width="2"/></cols>',
  );
  const names = ['封面', '聯絡人', '工作表'];
  const other = (text: string): string => sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`);
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/_rels/workbook.xml.rels': rels(
      names
        .map(
          (_, i) => `<Relationship Id="r${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join(''),
    ),
    'xl/workbook.xml': `<workbook xmlns="${sheetNamespace}" xmlns:r="${office}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/worksheets/sheet1.xml': other('歡迎使用'),
    'xl/worksheets/sheet2.xml': other('承辦人電話'),
    'xl/worksheets/sheet3.xml': plan,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};
