import type { GridCell, GridSheet } from './sheet.ts';

/** Where the keyboard is: row 0 is the column letters, column 0 the row numbers. */
export interface Cursor {
  readonly column: number;
  readonly row: number;
}

export const cursorKey = ({ column, row }: Cursor): string => `${column}:${row}`;

/** What can be walked to: shown rows and columns in their order, and which cell shows at each crossing. */
export interface Walkable {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly owner: (cursor: Cursor) => Cursor;
}

/** @param showHidden whether hidden rows and columns are on the screen */
export function walkable(sheet: GridSheet, showHidden: boolean): Walkable {
  const owners = new Map<string, Cursor>();
  const own = ({ column, row, columnSpan, rowSpan }: GridCell) => {
    if (columnSpan * rowSpan === 1) return;
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) owners.set(cursorKey({ column: c, row: r }), { column, row });
  };
  const shown = sheet.blocks.flatMap(block => block.rows).filter(row => showHidden || !row.hidden);
  for (const row of sheet.blocks.flatMap(block => block.rows)) for (const cell of row.cells) own(cell);
  return {
    rows: [0, ...shown.map(row => row.row)],
    columns: [0, ...sheet.columns.filter(column => showHidden || !column.hidden).map(column => column.number)],
    owner: cursor => owners.get(cursorKey(cursor)) ?? cursor,
  };
}

const page = 12;

interface Pressed {
  readonly key: string;
  readonly ctrl: boolean;
}

const clamp = (at: number, list: readonly number[]): number => Math.min(Math.max(at, 0), list.length - 1);

/**
 * Where a key leads from a cell; null for keys that lead nowhere. From a merged cell a step leads out of it.
 * @param at the crossing that was walked to, so that walking through merged cells keeps to its line
 */
export function walk({ rows, columns, owner }: Walkable, at: Cursor, { key, ctrl }: Pressed): Cursor | null {
  const step = (byRow: number, byColumn: number): Cursor => {
    const from = owner(at);
    let cursor = at;
    for (;;) {
      const row = rows[clamp(rows.indexOf(cursor.row) + byRow, rows)] ?? 0;
      const column = columns[clamp(columns.indexOf(cursor.column) + byColumn, columns)] ?? 0;
      const next = { row, column };
      const stuck = row === cursor.row && column === cursor.column;
      if (stuck || cursorKey(owner(next)) !== cursorKey(from)) return notCorner(next, at);
      cursor = next;
    }
  };
  const firstColumn = columns[1] ?? 0;
  const moves: Readonly<Record<string, () => Cursor>> = {
    ArrowUp: () => step(-1, 0),
    ArrowDown: () => step(1, 0),
    ArrowLeft: () => step(0, -1),
    ArrowRight: () => step(0, 1),
    PageUp: () => step(-page, 0),
    PageDown: () => step(page, 0),
    Home: () => ({ column: firstColumn, row: ctrl ? (rows[1] ?? 0) : at.row }),
    End: () => ({ column: columns.at(-1) ?? 0, row: ctrl ? (rows.at(-1) ?? 0) : at.row }),
  };
  return moves[key]?.() ?? null;
}

/** The corner holds nothing to stand on. */
const notCorner = (next: Cursor, before: Cursor): Cursor => (next.row === 0 && next.column === 0 ? before : next);
