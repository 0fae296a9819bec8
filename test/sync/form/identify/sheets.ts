import fc from 'fast-check';
import { type AskedRow, askedRows } from '../../../../sync/form/identify/index.ts';
import type { FormProfile, ProfileRow } from '../../../../sync/model/index.ts';

/** A row as it stands on paper: its heading cells are blank where a merge or the row above says it. `origin` is its template row. */
export interface PrintedRow {
  readonly origin: number | null;
  readonly item: string;
  readonly keyPoint: string;
  readonly label: string | null;
  readonly text: string;
  readonly units: readonly string[];
  readonly checkMonths: readonly number[];
  readonly number: number | null;
}

const sheetName = '檢核表';
const marked = (text: string) => (text === '' ? null : { label: null, text });

const profileRow = (row: number, printed: PrintedRow): ProfileRow => ({
  row,
  label: printed.label,
  text: printed.text,
  units: [...printed.units],
  checkMonths: [...printed.checkMonths],
  ...(printed.number === null ? {} : { number: printed.number }),
  item: marked(printed.item),
  keyPoint: marked(printed.keyPoint),
  cells: { narrative: `F${row}` },
});

export const profileOf = (rows: readonly ProfileRow[], name = sheetName): FormProfile => ({
  agencyName: null,
  period: null,
  issues: [],
  sheets: [
    {
      name,
      headerRows: [3, 3],
      columns: { item: 'A', keyPoint: 'B', step: 'C', narrative: 'F' },
      rows: [...rows],
      choiceStyle: null,
      agencyCell: null,
      periodCell: null,
      dateCell: null,
      signOffRow: null,
      decisions: [],
    },
  ],
});

/**
 * Rows as a finder reads them: blank headings are those of the row above.
 * @param looked whether it was looked up which headings stand beside their rows
 */
export function readPrinted(printed: readonly PrintedRow[], looked: boolean): readonly AskedRow[] {
  let [item, keyPoint] = ['', ''];
  const rows = printed.map((row, i) => {
    if (row.item !== '') [item, keyPoint] = [row.item, row.keyPoint];
    if (row.keyPoint !== '') keyPoint = row.keyPoint;
    return profileRow(4 + i, { ...row, item, keyPoint });
  });
  const own = (text: string): boolean | null => (looked ? text !== '' : null);
  return askedRows(profileOf(rows)).map((row, i) => ({
    ...row,
    item: { ...row.item, own: own(printed[i]!.item) },
    keyPoint: { ...row.keyPoint, own: own(printed[i]!.keyPoint) },
  }));
}

/** Headings that a merge says once: blank in the rows below the first of their group. */
export const unmerged = (rows: readonly PrintedRow[]): readonly PrintedRow[] =>
  rows.map((row, i) => {
    const above = rows[i - 1];
    const sameItem = above?.item === row.item;
    return {
      ...row,
      item: sameItem ? '' : row.item,
      keyPoint: sameItem && above.keyPoint === row.keyPoint ? '' : row.keyPoint,
    };
  });

const actions = [
  '辦理教育訓練',
  '召開檢討會議',
  '每月統計辦理成效',
  '更新網站資料',
  '設置服務專區並派員引導',
  '盤點現有設備',
];
const objects = ['', '，提升同仁服務知能', '，上半年至少一場', '，下半年至少一場', '並公布辦理情形', '並留存紀錄備查'];
const units = [['民政課'], ['社會課'], ['民政課', '社會課'], ['各課室'], []];

const text = fc.tuple(fc.constantFrom(...actions), fc.constantFrom(...objects)).map(parts => parts.join(''));

/** Forms whose titles repeat as those of plans do; some rows are alike in everything. */
export const anyTemplate: fc.Arbitrary<readonly PrintedRow[]> = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.record({
        item: fc.integer({ min: 0, max: 2 }),
        keyPoint: fc.integer({ min: 0, max: 2 }),
        text,
        units: fc.constantFrom(...units),
        checkMonths: fc.constantFrom([], [6, 12], [3, 6, 9, 12]),
      }),
      { minLength: 1, maxLength: 24 },
    ),
  )
  .map(([hasNumbers, rows]) => {
    const sorted = rows.toSorted((a, b) => a.item - b.item || a.keyPoint - b.keyPoint);
    return sorted.map((row, i) => ({
      ...row,
      origin: 4 + i,
      item: ['健全服務基礎', '傾聽民眾意見', '推廣線上服務'][row.item]!,
      keyPoint: ['檢討作業流程', '強化人員訓練', '公開服務資訊'][row.keyPoint]!,
      label: `${1 + i - sorted.findIndex(other => other.item === row.item && other.keyPoint === row.keyPoint)}`,
      number: hasNumbers ? 1 + i : null,
    }));
  });

/**
 * What a person sees of a row itself, wherever it stands: rows that share it cannot be told apart once they were moved. Numbers
 * do not count where they were counted anew.
 */
export const seenOf = (row: PrintedRow, numbered: boolean): string =>
  JSON.stringify({ ...row, origin: null, number: numbered ? row.number : null });
