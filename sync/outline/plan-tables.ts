import type { Where } from './draft.ts';
import { type Grid, type GridCell, type GridRow, makeGrid } from './grid.ts';
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

const lowest = (rows: readonly GridRow[]): number =>
  rows.reduce((most, { cells }) => cells.reduce((low, cell) => Math.max(low, cell.bottom), most), 0);

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
  const goesOn = (table: TablePiece): boolean =>
    !start.alone && !isTaskForce(table.grid) && (isPlanTable(table) || widthOf(table.grid) === width);
  const joined = new JoinedTables(width);
  for (const [i, piece] of pieces.entries()) {
    if (i < first || piece.kind !== 'table') continue;
    if (i > first && !goesOn(piece)) continue;
    joined.add(piece, needsItems ? itemAbove(pieces, i) : null);
  }
  return joined.finish(start.grid);
}

/** The numbered paragraph right above a table. */
function itemAbove(pieces: readonly Piece[], at: number): Text | null {
  const before = pieces[at - 1];
  return before?.kind === 'text' && before.mark !== null && before.text.length <= 60 ? before : null;
}

class JoinedTables {
  readonly #width: number;
  readonly #cells: GridCell[] = [];
  readonly #hidden = new Set<number>();
  readonly #taken = new Set<Piece>();
  /** What the rows from one on are of, and how far they were moved down. */
  readonly #stretches: { readonly from: number; readonly shift: number; readonly of: TablePiece | Text }[] = [];
  #height = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** @param item stands under the headings of the table, where rows are read */
  add(table: TablePiece, item: Text | null): void {
    const { rows } = table.grid;
    const top = rows[0]?.row ?? 1;
    // Rows keep their numbers when the plan is one table.
    const shift = this.#height === 0 ? 0 : this.#height - top + 1;
    this.#taken.add(table);
    const under = item ? (findSections(table.grid)[0]?.headingBottom ?? top - 1) : top - 1;
    this.#draw(
      table,
      rows.filter(({ row }) => row <= under),
      shift,
    );
    if (item) {
      this.#taken.add(item);
      this.#height = under + shift + 1;
      this.#stretches.push({ from: this.#height, shift: 0, of: item });
      this.#cells.push({ text: item.text, top: this.#height, bottom: this.#height, left: 1, right: this.#width });
    }
    this.#draw(
      table,
      rows.filter(({ row }) => row > under),
      item ? shift + 1 : shift,
    );
  }

  #draw(of: TablePiece, rows: readonly GridRow[], shift: number): void {
    const [first] = rows;
    if (!first) return;
    this.#stretches.push({ from: first.row + shift, shift, of });
    for (const { row, hidden, cells } of rows) {
      if (hidden) this.#hidden.add(row + shift);
      for (const cell of cells) this.#cells.push({ ...cell, top: cell.top + shift, bottom: cell.bottom + shift });
    }
    this.#height = Math.max(this.#height, lowest(rows) + shift);
  }

  finish({ name, visible, cut }: Grid): PlanTable {
    const grid = makeGrid({ name, visible, cells: this.#cells, isRowHidden: row => this.#hidden.has(row) });
    const stretches = this.#stretches;
    return {
      grid: { ...grid, cut: grid.cut || cut },
      taken: this.#taken,
      whereOf: (row, column) => {
        const { of, shift } = stretches.findLast(({ from }) => from <= row) ?? stretches[0]!;
        return of.kind === 'text' ? of.where : of.whereOf(row - shift, column);
      },
    };
  }
}
