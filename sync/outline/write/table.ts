import type { PlanNode, TaskForceMember } from '../../model/index.ts';
import { type HeadingCell, type NodeText, type PlanRow, rowsOf } from './rows.ts';

export interface PageColumn {
  readonly title: string;
  /** Part of the table's width, in tenths of a character of the usual size; only the proportion counts. */
  readonly share: number;
  readonly centred: boolean;
}

export interface PageCell {
  readonly texts: readonly NodeText[];
  /** Goes on over so many rows, this one counted. */
  readonly rows: number;
}

/** A row has a cell for each column; null stands under a merged one. */
export type PageRow = readonly (PageCell | null)[];

export interface PageTable {
  readonly columns: readonly PageColumn[];
  readonly rows: readonly PageRow[];
}

interface Column extends PageColumn {
  readonly cell: (row: PlanRow) => PageCell | null;
  /** Left out where no row has anything in it. */
  readonly optional: boolean;
}

/** All that stands in a cell, its lines apart by \n. */
export const cellText = ({ texts }: PageCell): string => texts.map(({ mark, text }) => mark + text).join('\n');

/** A row of up to so many characters stays on one page; a longer one may break, lest half a page stays empty. */
const mostTogether = 140;

/** Whether a page may not end within the row. Merged cells do not count: they go on in the rows below. */
export const staysTogether = (row: PageRow): boolean =>
  row.every(cell => cell === null || cell.rows > 1 || cellText(cell).length <= mostTogether);

const single = (text: string): PageCell => ({ texts: text === '' ? [] : [{ mark: '', text, depth: 0 }], rows: 1 });
const heading = (cell: HeadingCell | null): PageCell | null =>
  cell && { texts: cell.text ? [cell.text] : [], rows: cell.rows };

const planColumns: readonly Column[] = [
  { title: '執行要項', share: 100, centred: false, optional: false, cell: ({ item }) => heading(item) },
  { title: '執行重點', share: 132, centred: false, optional: false, cell: ({ keyPoint }) => heading(keyPoint) },
  { title: '執行步驟', share: 215, centred: false, optional: false, cell: ({ step }) => ({ texts: step, rows: 1 }) },
  { title: '執行單位', share: 84, centred: true, optional: true, cell: ({ units }) => single(units) },
  { title: '查核期限', share: 80, centred: true, optional: true, cell: ({ deadline }) => single(deadline) },
  { title: '備註', share: 75, centred: false, optional: true, cell: ({ remarks }) => single(remarks) },
];

/** The table of the plan's content, items and key points merged downward. */
export function planTable(items: readonly PlanNode[], withEmpty: boolean): PageTable {
  const rows = rowsOf(items);
  const hasText = ({ cell }: Column): boolean => rows.some(row => (cell(row)?.texts ?? []).length > 0);
  const columns = planColumns.filter(column => !column.optional || withEmpty || hasText(column));
  return { columns, rows: rows.map(row => columns.map(({ cell }) => cell(row))) };
}

const groupColumns: readonly (PageColumn & { readonly field: keyof TaskForceMember })[] = [
  { title: '職稱', share: 80, centred: true, field: 'title' },
  { title: '編組人員', share: 120, centred: true, field: 'member' },
  { title: '職掌', share: 300, centred: false, field: 'duty' },
  { title: '備考', share: 80, centred: false, field: 'remarks' },
];

/** The table of the group that drives the plan (編組表). */
export const taskForceTable = (members: readonly TaskForceMember[]): PageTable => ({
  columns: groupColumns,
  rows: members.map(member => groupColumns.map(({ field }) => single(member[field]))),
});
