import type { FormProfile, ProfileRow, SheetProfile } from '../../../../sync/model/index.ts';
import { columnName } from '../../../../sync/sheet/index.ts';
import { cellStyle, odsFile } from '../../sheet/ods-files.ts';
import { styles, workbookFile, worksheet } from '../../sheet/packages.ts';

/** Text; null leaves a blank cell; `day` is a blank cell that shows days. */
export type FixtureCell = string | null | { readonly day: string | null };

/** A small form: its cells from A1 on, and what stands where. */
export interface FixtureForm {
  readonly name: string;
  readonly grid: readonly (readonly FixtureCell[])[];
  readonly profile: SheetProfile;
  /** Range → the choices that its cells offer. */
  readonly list?: readonly [range: string, ...choices: string[]];
}

export const formats = ['xlsx', 'ods'] as const;
export type FixtureFormat = (typeof formats)[number];

export const period = { text: '114年上半年', from: '2025-01-01', to: '2025-06-30' };
export const profileOf = (form: FixtureForm): FormProfile => ({
  agencyName: null,
  period,
  sheets: [form.profile],
  issues: [],
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

function xlsxCell(cell: FixtureCell, address: string): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return `<c r="${address}" s="1"/>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function xlsxOf({ grid, list }: FixtureForm): Uint8Array {
  const rows = grid.map(
    (cells, r) =>
      `<row r="${r + 1}">${cells.map((cell, c) => xlsxCell(cell, `${columnName(c + 1)}${r + 1}`)).join('')}</row>`,
  );
  const validation = list
    ? `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${list[0]}"><formula1>"${list.slice(1).join(',')}"</formula1></dataValidation></dataValidations>`
    : '';
  return workbookFile(worksheet(rows.join(''), validation), {
    'xl/styles.xml': styles(['<xf numFmtId="0"/>', '<xf numFmtId="176" applyNumberFormat="1"/>'], {
      176: '[$-404]e/m/d',
    }),
  });
}

const texts = (text: string): string =>
  text
    .split('\n')
    .map(line => `<text:p>${escaped(line)}</text:p>`)
    .join('');

function odsCell(cell: FixtureCell, validated: boolean): string {
  const validation = validated ? ' table:content-validation-name="v1"' : '';
  if (cell === null) return `<table:table-cell${validation}/>`;
  if (typeof cell !== 'string') return `<table:table-cell table:style-name="days"/>`;
  return `<table:table-cell office:value-type="string"${validation}>${texts(cell)}</table:table-cell>`;
}

function odsOf({ grid, list }: FixtureForm): Uint8Array {
  const column = list ? list[0].charCodeAt(0) - 65 : -1;
  const rows = grid.map(
    (cells, r) =>
      `<table:table-row>${cells.map((cell, c) => odsCell(cell, r > 0 && c === column)).join('')}</table:table-row>`,
  );
  const condition = `of:cell-content-is-in-list(${list
    ?.slice(1)
    .map(choice => `&quot;${choice}&quot;`)
    .join(';')})`;
  return odsFile(rows.join(''), {
    before: list
      ? `<table:content-validations><table:content-validation table:name="v1" table:condition="${condition}"/></table:content-validations>`
      : '',
    styles: `<number:date-style style:name="N1"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style>${cellStyle('days', '', 'style:data-style-name="N1"')}`,
  });
}

export const fileOf = (form: FixtureForm, format: FixtureFormat): Uint8Array =>
  format === 'xlsx' ? xlsxOf(form) : odsOf(form);

const row = (number: number, cells: ProfileRow['cells'], more: Partial<ProfileRow> = {}): ProfileRow => ({
  row: number,
  label: String(number - 1),
  text: `第${number - 1}項`,
  units: [],
  checkMonths: [],
  item: null,
  keyPoint: null,
  cells,
  ...more,
});

const sheet = (
  columns: SheetProfile['columns'],
  rows: readonly ProfileRow[],
  more: Partial<SheetProfile>,
): SheetProfile => ({
  name: '計畫',
  headerRows: [1, 1],
  columns,
  rows: [...rows],
  choiceStyle: null,
  agencyCell: null,
  periodCell: null,
  dateCell: null,
  signOffRow: null,
  decisions: [],
  ...more,
});

const numbers = [2, 3, 4, 5] as const;
const four = ['已完成', '辦理中', '未辦理', '不適用'] as const;
const blanks = [null, null, null, null];
const boxes = ['□', '□', '□', '□'];
const tickColumns = { 已完成: 'B', 辦理中: 'C', 未辦理: 'D', 不適用: 'E' };

export const tickForm: FixtureForm = {
  name: 'tick columns',
  grid: [
    ['工作要項', ...four, '辦理情形', '佐證資料', '自評', '備註'],
    ...numbers.map((_, i) => [`${i + 1}.受理申辦`, ...(i === 2 ? boxes : blanks), ...blanks]),
  ],
  profile: sheet(
    { step: 'A', resultTicks: tickColumns, narrative: 'F', evidence: 'G', selfScore: 'H', remarks: 'I' },
    numbers.map(n =>
      row(n, {
        resultTicks: Object.fromEntries(Object.entries(tickColumns).map(([choice, c]) => [choice, `${c}${n}`])),
        narrative: `F${n}`,
        evidence: `G${n}`,
        selfScore: `H${n}`,
        remarks: `I${n}`,
      }),
    ),
    { choiceStyle: 'ticks' },
  ),
};

export const markForm: FixtureForm = {
  name: 'marks in a cell, with history',
  grid: [
    ['工作要項', '結果', '辦理情形', '佐證資料'],
    ['1.巡檢', '□已完成\n□辦理中\n□未辦理\n□不適用', null, null],
    ['2.宣導', '○已完成 ○辦理中 ○未辦理 ○不適用', '前次（113年下半年）：\n已盤點設備。', null],
    ['3.演練', '（　）已完成、（　）辦理中、（　）未辦理、（　）不適用', '113.12.31：初次辦理。', null],
    ['4.檢討', '已完成☐ 辦理中☐ 未辦理☐ 不適用☐', '上次辦理情形：\n已函報。\n---\n第1次：初辦。', null],
  ],
  profile: sheet(
    { step: 'A', result: 'B', narrative: 'C', evidence: 'D' },
    numbers.map(n => row(n, { result: `B${n}`, narrative: `C${n}`, evidence: `D${n}` })),
    { choiceStyle: 'marks' },
  ),
};

export const listForm: FixtureForm = {
  name: 'drop-down and days',
  grid: [
    ['缺失', '處理結果', '改善措施', '預定完成日', '實際完成日', '初核'],
    ...numbers.map((_, i) => [`缺失${i + 1}`, null, null, '114.3.5', i % 2 === 0 ? null : { day: null }, null]),
  ],
  profile: sheet(
    { finding: 'A', result: 'B', action: 'C', plannedDate: 'D', actualDate: 'E', firstScore: 'F' },
    numbers.map(n =>
      row(
        n,
        { result: `B${n}`, action: `C${n}`, actualDate: `E${n}`, firstScore: `F${n}` },
        { plannedDate: '2025-03-05', plannedDateText: '114.3.5' },
      ),
    ),
    { choiceStyle: 'list' },
  ),
  list: ['B2:B5', ...four],
};

export const fixtureForms = [tickForm, markForm, listForm] as const;

/** The form with other texts in some cells. */
export const withCells = (form: FixtureForm, texts: Readonly<Record<string, string>>): FixtureForm => ({
  ...form,
  grid: form.grid.map((cells, r) => cells.map((cell, c) => texts[`${columnName(c + 1)}${r + 1}`] ?? cell)),
});
