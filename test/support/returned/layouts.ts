import exceljs from 'exceljs';
import { columnName } from '../../../sync/sheet/index.ts';
import { type Question, questions, resultChoices } from './questions.ts';

/** Fields of the form in the order of their columns; `resultTicks` are four columns to tick. */
export type Column =
  | 'item'
  | 'keyPoint'
  | 'step'
  | 'unit'
  | 'result'
  | 'resultTicks'
  | 'narrative'
  | 'evidence'
  | 'selfScore'
  | 'remarks'
  | 'blank';
export type Filled = 'result' | 'narrative' | 'evidence' | 'selfScore' | 'remarks';

export interface Layout {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Blank rows above everything. */
  readonly down: number;
  /** What the sheet of the form is called. */
  readonly sheet: string;
  /** Lines of instructions between the title and the table. */
  readonly instructions: readonly string[];
  readonly merged: boolean;
  readonly twoRows: boolean;
  /** Sheets before and behind that hold no form. */
  readonly covers: number;
  /** Questions in the order of the rows; one may be missing or come twice. */
  readonly order: readonly number[];
  /** A row in the middle that nobody asked for. */
  readonly added: boolean;
  /** A blank row after every so many. */
  readonly gap: number;
  readonly format: 'xlsx' | 'ods' | 'resaved';
}

/** A workbook of a layout, still to be filled. */
export interface Blank {
  readonly bytes: Uint8Array;
  readonly sheet: string;
  readonly agencyCell: string;
  /** Cells of each row by field; of ticks the four in order. */
  readonly places: readonly {
    readonly question: number;
    readonly cells: Readonly<Record<Filled, string>>;
    readonly ticks: readonly string[] | null;
  }[];
}

const all = questions.map((_, i) => i);
const usual: readonly Column[] = [
  'item',
  'keyPoint',
  'step',
  'unit',
  'result',
  'narrative',
  'evidence',
  'selfScore',
  'remarks',
];
const issued: Layout = {
  name: '原樣',
  columns: usual,
  down: 0,
  sheet: '自行檢核表',
  instructions: [],
  merged: true,
  twoRows: false,
  covers: 0,
  order: all,
  added: false,
  gap: 0,
  format: 'xlsx',
};
const byUnit = all.toSorted((a, b) =>
  questions[a]!.unit < questions[b]!.unit ? -1 : questions[a]!.unit > questions[b]!.unit ? 1 : a - b,
);

/** The ways in which a form comes back: all of them are one form. */
export const layouts: readonly Layout[] = [
  issued,
  {
    ...issued,
    name: '欄位調換',
    columns: ['item', 'keyPoint', 'step', 'result', 'evidence', 'narrative', 'unit', 'remarks', 'selfScore'],
  },
  { ...issued, name: '工作表調換', covers: 2, sheet: '114年度上半年' },
  {
    ...issued,
    name: '插入列與說明',
    down: 3,
    gap: 20,
    instructions: [
      '填表說明：',
      '一、檢核結果請以下拉選單填列。',
      '二、辦理情形請具體說明執行步驟及成果，佐證資料請另附。',
    ],
  },
  {
    ...issued,
    name: '插入欄',
    columns: [
      'blank',
      'item',
      'keyPoint',
      'step',
      'unit',
      'blank',
      'result',
      'narrative',
      'evidence',
      'selfScore',
      'remarks',
    ],
  },
  { ...issued, name: '取消合併', merged: false },
  { ...issued, name: '兩列標題', twoRows: true },
  { ...issued, name: '勾選欄', columns: usual.map(column => (column === 'result' ? 'resultTicks' : column)) },
  { ...issued, name: '開放格式', format: 'ods' },
  { ...issued, name: '另存新檔', format: 'resaved' },
  { ...issued, name: '依單位排序', merged: false, order: byUnit },
  { ...issued, name: '增刪列', merged: false, order: all.filter(i => i !== 17), added: true },
];

/** The form as it goes out. */
export const issuedLayout = issued;

const titles: Readonly<Record<Column, readonly string[]>> = {
  item: ['執行要項'],
  keyPoint: ['執行重點'],
  step: ['執行步驟'],
  unit: ['執行單位'],
  result: ['檢核結果'],
  resultTicks: resultChoices,
  narrative: ['辦理情形'],
  evidence: ['佐證資料'],
  selfScore: ['自評'],
  remarks: ['備註'],
  blank: [''],
};
const widths: Readonly<Partial<Record<Column, number>>> = {
  step: 40,
  narrative: 48,
  evidence: 24,
  item: 20,
  keyPoint: 20,
};
const thin = { style: 'thin' } as const;
const box = { top: thin, bottom: thin, left: thin, right: thin };

/** The rows at which the headings over a row begin. */
interface Above {
  readonly question: Question;
  readonly item: number;
  readonly keyPoint: number;
}

export async function blankOf(layout: Layout): Promise<Blank> {
  const workbook = new exceljs.Workbook();
  const cover = (name: string): void => {
    workbook.addWorksheet(name).addRows([['填表說明'], ['請於期限前填妥並函復。'], ['如有疑問，請洽承辦人。']]);
  };
  if (layout.covers > 0) cover('封面');
  const sheet = workbook.addWorksheet(layout.sheet);
  if (layout.covers > 1) cover('說明');
  const columns = layout.columns.flatMap(column =>
    titles[column].map((title, i) => ({ column, title, first: i === 0 })),
  );
  const top = layout.down + 1;
  sheet.getCell(top, 1).value = '114年度為民服務工作自行檢核表';
  sheet.mergeCells(top, 1, top, columns.length);
  sheet.getCell(top + 1, 1).value = '受檢機關：';
  const agencyCell = `B${top + 1}`;
  sheet.mergeCells(top + 1, 2, top + 1, 4);
  for (const [i, line] of layout.instructions.entries()) {
    sheet.getCell(top + 2 + i, 1).value = line;
    sheet.mergeCells(top + 2 + i, 1, top + 2 + i, columns.length);
  }
  const header = top + 2 + layout.instructions.length;
  const body = header + (layout.twoRows || layout.columns.includes('resultTicks') ? 2 : 1);
  columns.forEach(({ column, title, first }, i) => {
    const at = i + 1;
    sheet.getColumn(at).width = widths[column] ?? 11;
    if (column === 'resultTicks') {
      if (first) {
        sheet.getCell(header, at).value = '檢核結果';
        sheet.mergeCells(header, at, header, at + 3);
      }
      sheet.getCell(header + 1, at).value = title;
      return;
    }
    if (layout.twoRows && (column === 'narrative' || column === 'evidence')) {
      if (column === 'narrative') {
        sheet.getCell(header, at).value = '執行情形';
        sheet.mergeCells(header, at, header, at + 1);
      }
      sheet.getCell(header + 1, at).value = title;
      return;
    }
    sheet.getCell(header, at).value = title;
    if (body - header === 2) sheet.mergeCells(header, at, header + 1, at);
  });
  const columnOf = (column: Column): number => columns.findIndex(each => each.column === column) + 1;
  const places: Blank['places'][number][] = [];
  let row = body;
  const merging: { readonly column: number; readonly from: number; readonly to: number }[] = [];
  let before: Above | null = null;
  const put = (column: Column, value: string): void => {
    if (columnOf(column) > 0) sheet.getCell(row, columnOf(column)).value = value;
  };
  for (const [i, index] of layout.order.entries()) {
    const question = questions[index]!;
    if (layout.gap > 0 && i > 0 && i % layout.gap === 0) row++;
    if (layout.added && i === 30) {
      put('step', '9.自行增列：辦理社區關懷據點共餐活動');
      put('unit', '社會課');
      put('narrative', '另行增列，供參。');
      row++;
    }
    const sameItem: boolean =
      layout.merged && before?.question.item === question.item && i % (layout.gap || 1000) !== 0;
    const sameKey: boolean = sameItem && before?.question.keyPoint === question.keyPoint;
    if (!sameItem) put('item', question.item);
    if (!sameKey) put('keyPoint', question.keyPoint);
    const start: Above = { question, item: sameItem ? before!.item : row, keyPoint: sameKey ? before!.keyPoint : row };
    before = start;
    merging.push(
      { column: columnOf('item'), from: start.item, to: row },
      { column: columnOf('keyPoint'), from: start.keyPoint, to: row },
    );
    put('step', question.step);
    put('unit', question.unit);
    const cell = (column: Column): string => `${columnName(columnOf(column))}${row}`;
    const ticks = layout.columns.includes('resultTicks')
      ? resultChoices.map((_, t) => `${columnName(columnOf('resultTicks') + t)}${row}`)
      : null;
    if (!ticks)
      sheet.getCell(cell('result')).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${resultChoices.join(',')}"`],
      };
    places.push({
      question: index,
      ticks,
      cells: {
        result: ticks?.[0] ?? cell('result'),
        narrative: cell('narrative'),
        evidence: cell('evidence'),
        selfScore: cell('selfScore'),
        remarks: cell('remarks'),
      },
    });
    for (let at = 1; at <= columns.length; at++) {
      sheet.getCell(row, at).border = box;
      sheet.getCell(row, at).alignment = { wrapText: true, vertical: 'top' };
    }
    row++;
  }
  for (const { column, from, to } of new Map(merging.map(each => [`${each.column} ${each.from}`, each])).values())
    if (to > from) sheet.mergeCells(from, column, to, column);
  sheet.getCell(row + 1, 1).value = '承辦人：';
  sheet.getCell(row + 1, 4).value = '單位主管：';
  sheet.getCell(row + 1, 6).value = '機關首長：';
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), sheet: layout.sheet, agencyCell, places };
}
