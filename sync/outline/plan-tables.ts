import type { Where } from './draft.ts';
import { type Grid, type GridCell, makeGrid } from './grid.ts';
import { findSections } from './layout.ts';
import type { Piece, TablePiece, Text } from './sections/piece.ts';
import { isTaskForce } from './sections/task-force.ts';

/** The tables of a plan as one, with where each of its rows stands in the file. */
export interface PlanTable {
  readonly grid: Grid;
  readonly whereOf: (row: number, column?: number) => Where;
  /** The pieces that it was made of; what else stands among them was not taken. */
  readonly taken: ReadonlySet<Piece>;
}

/** A table with the headings of a plan over at least one row. */
export const isPlanTable = ({ grid }: TablePiece): boolean => findSections(grid).some(({ rows }) => rows.length > 0);

const widthOf = (grid: Grid): number =>
  grid.rows.reduce((most, { cells }) => cells.reduce((wide, cell) => Math.max(wide, cell.right), most), 0);

const heightOf = (grid: Grid): number =>
  grid.rows.reduce((most, { cells }) => cells.reduce((low, cell) => Math.max(low, cell.bottom), most), 0);

/**
 * Puts tables together that are one table over several pages, or one table for each item. A table without headings goes
 * on with the one before when it is as wide. Where the tables hold no items, the numbered paragraph above each is its item.
 */
export function joinTables(pieces: readonly Piece[]): PlanTable | null {
  const first = pieces.findIndex(piece => piece.kind === 'table' && isPlanTable(piece));
  const start = pieces[first];
  if (start?.kind !== 'table') return null;
  const width = widthOf(start.grid);
  const needsItems = !findSections(start.grid)[0]!.columns.some(({ field }) => field === 'item');
  const taken = new Set<Piece>();
  const cells: GridCell[] = [];
  const hidden = new Set<number>();
  const stretches: { readonly from: number; readonly shift: number; readonly of: TablePiece | Text }[] = [];
  let height = 0;
  const add = (piece: TablePiece | Text): void => {
    const top = piece.kind === 'table' ? (piece.grid.rows[0]?.row ?? 1) : 1;
    // Rows keep their numbers when the plan is one table.
    const shift = height === 0 ? 0 : height - top + 1;
    stretches.push({ from: top + shift, shift, of: piece });
    taken.add(piece);
    if (piece.kind === 'text') {
      cells.push({ text: piece.text, top: top + shift, bottom: top + shift, left: 1, right: width });
      height = top + shift;
      return;
    }
    for (const { row, hidden: isHidden, cells: own } of piece.grid.rows) {
      if (isHidden) hidden.add(row + shift);
      for (const cell of own) cells.push({ ...cell, top: cell.top + shift, bottom: cell.bottom + shift });
    }
    height = Math.max(height, heightOf(piece.grid) + shift);
  };
  const above = needsItems ? itemAbove(pieces, first) : null;
  if (above) add(above);
  add(start);
  for (const [i, piece] of pieces.entries()) {
    if (i <= first || piece.kind !== 'table' || start.alone || isTaskForce(piece.grid)) continue;
    const headed = isPlanTable(piece);
    if (!headed && widthOf(piece.grid) !== width) continue;
    const item = needsItems ? itemAbove(pieces, i) : null;
    if (item) add(item);
    add(piece);
  }
  const grid = makeGrid({
    name: start.grid.name,
    visible: start.grid.visible,
    cells,
    isRowHidden: row => hidden.has(row),
  });
  return {
    grid: { ...grid, cut: grid.cut || start.grid.cut },
    taken,
    whereOf: (row, column) => {
      const stretch = stretches.findLast(({ from }) => from <= row) ?? stretches[0]!;
      return stretch.of.kind === 'text' ? stretch.of.where : stretch.of.whereOf(row - stretch.shift, column);
    },
  };
}

/** The numbered paragraph right above a table. */
function itemAbove(pieces: readonly Piece[], at: number): Text | null {
  const before = pieces[at - 1];
  return before?.kind === 'text' && before.mark !== null && before.text.length <= 60 ? before : null;
}
