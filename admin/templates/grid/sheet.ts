import type { SheetGrid, SheetProfile } from '../../../sync/model/index.ts';
import { columnLetters, columnNumber, type Place } from './places.ts';

/** A cell as it is drawn; cells that another one covers are not there. */
export interface GridCell {
  readonly column: number;
  readonly row: number;
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly locked: boolean;
  readonly formula: boolean;
  /** How far a text may reach over the blank cells on its right, in CSS pixels, as Excel lets it; 0 where it has no need to. */
  readonly reach: number;
}

export interface GridRow {
  readonly row: number;
  /** In CSS pixels at least; null as high as its text. */
  readonly height: number | null;
  readonly hidden: boolean;
  /** From left to right, blank ones too, so that each of them can be chosen. */
  readonly cells: readonly GridCell[];
}

export interface GridColumn {
  readonly letters: string;
  readonly number: number;
  readonly width: number;
  readonly hidden: boolean;
}

/** Rows that are drawn together, or (without any) a run of blank rows that is only told of. */
export interface GridBlock {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly GridRow[];
}

export interface GridSheet {
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly blocks: readonly GridBlock[];
  readonly rowsLeftOut: number;
  readonly hidesSomething: boolean;
}

/** Rows of one block. Few enough to be drawn in a blink, many enough that most merged cells lie within one. */
const blockRows = 40;
/** More blank rows than these in a row are told of, not drawn. */
const longestBlank = 25;
const widest = 420;
const narrowest = 44;

type Given = SheetGrid['rows'][number];

const longestReach = 900;
const wideCharacter = 13;
const narrowCharacter = 7.5;
const padding = 13;

const lineWidth = (line: string): number =>
  [...line].reduce(
    (sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? wideCharacter : narrowCharacter),
    padding,
  );

/** Lets texts that are wider than their column reach over the blank cells beside them. */
function reaching(cells: readonly Omit<GridCell, 'reach'>[], columns: readonly GridColumn[]): readonly GridCell[] {
  const widthOf = (column: number): number => {
    const { width, hidden } = columns[column - 1] ?? { width: 0, hidden: true };
    return hidden ? 0 : width;
  };
  return cells.map((cell, at) => {
    const own = widthOf(cell.column);
    if (cell.text === '' || cell.columnSpan > 1 || cell.rowSpan > 1 || own === 0) return { ...cell, reach: 0 };
    if (Math.max(...cell.text.split('\n').map(lineWidth)) <= own) return { ...cell, reach: 0 };
    let reach = own;
    for (let next = at + 1; next < cells.length && reach < longestReach; next++) {
      const { column, text, columnSpan, rowSpan } = cells[next]!;
      if (text !== '' || columnSpan > 1 || rowSpan > 1 || column !== cells[next - 1]!.column + 1) break;
      reach += widthOf(column);
    }
    return { ...cell, reach: reach > own ? reach : 0 };
  });
}

function filled(given: Given, columns: number, covered: ReadonlySet<number>): readonly Omit<GridCell, 'reach'>[] {
  const byColumn = new Map(given.cells.map(cell => [columnNumber(cell.column), cell]));
  const cells: Omit<GridCell, 'reach'>[] = [];
  for (let column = 1; column <= columns; column++) {
    const cell = byColumn.get(column);
    if (cell)
      cells.push({
        column,
        row: given.row,
        text: cell.text,
        rowSpan: cell.rowSpan,
        columnSpan: Math.min(cell.columnSpan, columns - column + 1),
        locked: cell.locked,
        formula: cell.formula,
      });
    else if (!covered.has(column))
      cells.push({ column, row: given.row, text: '', rowSpan: 1, columnSpan: 1, locked: false, formula: false });
    column += (cell?.columnSpan ?? 1) - 1;
  }
  return cells;
}

/** The rows without gaps, each with all its cells. */
function rowsOf(grid: SheetGrid, columns: readonly GridColumn[]): readonly GridRow[] {
  const given = new Map(grid.rows.map(row => [row.row, row]));
  const last = Math.max(0, ...given.keys());
  const covered = new Map<number, Set<number>>();
  const rows: GridRow[] = [];
  for (let row = 1; row <= last; row++) {
    const one = given.get(row) ?? { row, height: null, hidden: false, cells: [] };
    const cells = filled(one, grid.columns.length, covered.get(row) ?? new Set());
    covered.delete(row);
    for (const cell of cells)
      for (let below = row + 1; below < row + cell.rowSpan; below++)
        for (let at = cell.column; at < cell.column + cell.columnSpan; at++)
          covered.set(below, (covered.get(below) ?? new Set()).add(at));
    rows.push({ row, height: one.height, hidden: one.hidden, cells: reaching(cells, columns) });
  }
  return rows;
}

const isBlank = (row: GridRow): boolean => row.cells.every(cell => cell.text === '' && cell.rowSpan === 1);

/** Parts the rows at long blank runs, then into blocks that merged cells do not cross where that can be helped. */
function blocksOf(rows: readonly GridRow[]): readonly GridBlock[] {
  const blocks: GridBlock[] = [];
  let held: GridRow[] = [];
  let reach = 0;
  const close = () => {
    const [first, last] = [held[0], held.at(-1)];
    if (first && last) blocks.push({ first: first.row, last: last.row, rows: held });
    held = [];
  };
  for (let at = 0; at < rows.length; at++) {
    let blank = at;
    while (blank < rows.length && isBlank(rows[blank]!)) blank++;
    if (blank - at > longestBlank) {
      close();
      blocks.push({ first: rows[at]!.row, last: rows[blank - 1]!.row, rows: [] });
      at = blank - 1;
      continue;
    }
    const row = rows[at]!;
    if ((held.length >= blockRows && reach < row.row) || held.length >= blockRows * 2) close();
    held.push(row);
    reach = Math.max(reach, ...row.cells.map(cell => row.row + cell.rowSpan - 1));
  }
  close();
  return blocks;
}

/** What the server tells of a sheet, made ready to be drawn. */
export function sheetOf(grid: SheetGrid): GridSheet {
  const columns = grid.columns.map(({ width }, at) => ({
    letters: columnLetters(at + 1),
    number: at + 1,
    width: width === 0 ? narrowest : Math.min(Math.max(width, narrowest), widest),
    hidden: width === 0,
  }));
  const rows = rowsOf(grid, columns);
  return {
    name: grid.sheet,
    columns,
    blocks: blocksOf(rows),
    rowsLeftOut: grid.rowsLeftOut,
    hidesSomething: columns.some(column => column.hidden) || rows.some(row => row.hidden),
  };
}

/** The cell that shows at a place: itself, or the merged one that covers it. */
export function cellAt(sheet: GridSheet, { column, row }: Place): GridCell | null {
  const number = columnNumber(column);
  for (const block of sheet.blocks)
    for (const one of block.rows) {
      if (one.row > row) return null;
      const found = one.cells.find(
        cell => cell.row + cell.rowSpan > row && cell.column <= number && number < cell.column + cell.columnSpan,
      );
      if (found) return found;
    }
  return null;
}

/** How many rows that ask something are hidden in the file, which whoever fills it in does not see; columns where it is turned. */
export function hiddenAsked(sheet: GridSheet, { turned, rows }: Pick<SheetProfile, 'turned' | 'rows'>): number {
  const places: readonly { readonly hidden: boolean; readonly at: number }[] = turned
    ? sheet.columns.map(({ hidden, number }) => ({ hidden, at: number }))
    : sheet.blocks.flatMap(block => block.rows.map(({ hidden, row }) => ({ hidden, at: row })));
  const hidden = new Set(places.filter(place => place.hidden).map(({ at }) => at));
  return rows.filter(({ row }) => hidden.has(row)).length;
}

/** What stands over a column in the header, its rows from the top, each text once. */
export const titleOver = (sheet: GridSheet, column: string, header: readonly [number, number]): string =>
  titleAt(sheet, header, row => ({ column, row }));

/** The same of a row whose titles stand in columns on its left. */
export const titleBeside = (sheet: GridSheet, row: number, header: readonly [number, number]): string =>
  titleAt(sheet, header, column => ({ column: columnLetters(column), row }));

function titleAt(sheet: GridSheet, [first, last]: readonly [number, number], place: (at: number) => Place): string {
  const texts: string[] = [];
  for (let at = first; at <= last; at++) {
    const text = cellAt(sheet, place(at))?.text.replace(/\s+/g, '') ?? '';
    if (text !== '' && !texts.includes(text)) texts.push(text);
  }
  return texts.join(' ');
}
