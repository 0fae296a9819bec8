import { parseBareMark } from '../model/index.ts';
import { type Grid, type GridCell, type GridRow, mostColumns } from './grid.ts';
import { type Field, fieldOf, isText, monthOf } from './headings.ts';

export interface LayoutColumn {
  readonly column: number;
  /** Null when nobody knows what the column is for. */
  readonly field: Field | null;
  /** As printed; empty when there is none. */
  readonly heading: string;
  /** The month that the column stands for, where ticks tell the months. */
  readonly month: number | null;
}

/** One stretch of a table under one heading; the heading returns at page breaks, and may have changed by then. */
export interface Section {
  readonly headingTop: number;
  readonly headingBottom: number;
  /** Ascending. */
  readonly columns: readonly LayoutColumn[];
  readonly rows: readonly GridRow[];
}

const deepestHeading = 3;

/** The stretches of the table on a grid, from top to bottom; none when it has no heading that names a plan. */
export function findSections(grid: Grid): readonly Section[] {
  const headings: { readonly top: number; readonly bottom: number }[] = [];
  for (const { row } of grid.rows) {
    if (row <= (headings.at(-1)?.bottom ?? 0) || !isHeading(grid, row)) continue;
    headings.push({ top: row, bottom: headingBottom(grid, row) });
  }
  return headings.map(({ top, bottom }, i) => {
    const end = headings[i + 1]?.top ?? Number.POSITIVE_INFINITY;
    const rows = grid.rows.filter(({ row }) => row > bottom && row < end);
    return { headingTop: top, headingBottom: bottom, columns: columnsOf(grid, top, bottom, rows), rows };
  });
}

const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);

/** A row heads a plan table when it names two different things, one of them the plan's text. */
function isHeading(grid: Grid, row: number): boolean {
  const fields = new Set(grid.cellsOf(row).map(cell => fieldOf(cell.text)));
  fields.delete(null);
  const besides = grid.cellsOf(row).filter(({ text }) => fieldOf(text) === null && monthOf(text) === null).length;
  return fields.size >= 2 && [...fields].some(isText) && besides <= fields.size;
}

/** The last row of a heading: rows below belong to it while all they hold are shorter headings under it. */
function headingBottom(grid: Grid, top: number): number {
  const named = grid.cellsOf(top).filter(cell => fieldOf(cell.text) !== null);
  let bottom = Math.min(largest(named.map(cell => cell.bottom)), top + deepestHeading - 1);
  for (let row = top + 1; row < top + deepestHeading; row++) {
    const cells = grid.cellsOf(row);
    if (!cells.every(cell => isSubheading(grid, top, cell))) break;
    if (cells.length > 0) bottom = Math.max(bottom, row);
  }
  return bottom;
}

function isSubheading(grid: Grid, top: number, cell: GridCell): boolean {
  if (cell.text.length > 12 || parseBareMark(cell.text)) return false;
  if (fieldOf(cell.text) !== null || monthOf(cell.text) !== null) return true;
  const above = grid.at(top, cell.left);
  return above !== null && above.right > above.left && !isText(fieldOf(above.text));
}

function columnsOf(grid: Grid, top: number, bottom: number, rows: readonly GridRow[]): readonly LayoutColumn[] {
  const headed = grid.rows.filter(r => r.row >= top && r.row <= bottom).flatMap(r => r.cells);
  const below = Map.groupBy(
    rows.flatMap(r => r.cells),
    cell => cell.left,
  );
  const last = Math.min(largest([...headed.map(cell => cell.right), ...below.keys()]), mostColumns);
  const columns: LayoutColumn[] = [];
  for (let column = 1; column <= last; column++) {
    const texts = (below.get(column) ?? []).map(cell => cell.text);
    const found = headingOf(grid, top, bottom, column);
    if (!found && texts.length === 0) continue;
    const { heading, field, month } = found ?? unheaded(texts, columns.at(-1));
    const marksOnly = isText(field) && texts.length > 0 && texts.every(text => parseBareMark(text) !== null);
    columns.push({ column, heading, month, field: marksOnly ? 'number' : field });
  }
  return columns;
}

type Heading = Omit<LayoutColumn, 'column'>;

/** The lowest heading that is known decides; a parent two rows up helps only where it spans several columns. */
function headingOf(grid: Grid, top: number, bottom: number, column: number): Heading | null {
  const cells = new Set<GridCell>();
  for (let row = Math.max(1, top - 1); row <= bottom; row++) {
    const cell = grid.at(row, column);
    if (cell && (row >= top || (cell.right > cell.left && fieldOf(cell.text)))) cells.add(cell);
  }
  const texts = [...cells].map(cell => cell.text.replace(/\s+/g, '')).reverse();
  if (texts.length === 0) return null;
  const fields = texts.map(fieldOf);
  const month = fields.includes('deadline') || fields.every(field => field === null) ? monthOf(texts[0]!) : null;
  const field = month === null ? (fields.find(f => f !== null) ?? null) : 'deadline';
  return { heading: texts[0]!, field, month };
}

/** A column without heading goes on with the text column on its left, or numbers the one on its right. */
function unheaded(texts: readonly string[], left: LayoutColumn | undefined): Heading {
  const numbers = texts.every(text => parseBareMark(text) !== null);
  const field = numbers ? 'number' : left && isText(left.field) ? left.field : null;
  return { heading: '', field, month: null };
}
