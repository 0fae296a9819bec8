import type { DocumentTable, Place } from '../document.ts';
import { type GridCell, makeGrid, mostColumns } from '../grid.ts';

/** What a cell says about the others around it. */
export interface CellSpan {
  /** Columns that it covers. */
  readonly across: number;
  /** Rows that it covers, where the format says so at its first one. */
  readonly down: number;
  /** It goes on with the cell above, where the format says so row by row. */
  readonly goesOn: boolean;
  /** Columns until the next cell of its row, where the format lists covered ones too. */
  readonly advance?: number;
}

interface Drawn {
  readonly top: number;
  readonly left: number;
  bottom: number;
  readonly right: number;
  readonly text: string;
}

/** More rows than any table is looked at. */
const mostSpan = 20_000;

/** A table while its rows come in, from top to bottom. */
export class TableDraft {
  readonly place: Place;
  readonly #name: string;
  readonly #cells: Drawn[] = [];
  readonly #hidden = new Set<number>();
  /** The cell that was last drawn in a column, by its left edge. */
  readonly #last = new Map<number, Drawn>();
  #row = 0;
  #column = 1;
  count = 0;

  constructor(name: string, place: Place) {
    this.#name = name;
    this.place = place;
  }

  startRow(before: number, hidden: boolean): void {
    this.#row++;
    if (hidden) this.#hidden.add(this.#row);
    this.#column = 1 + before;
  }

  /** Takes a row back, as one that was deleted. */
  dropRow(): void {
    while (this.#cells.at(-1)?.top === this.#row) this.#cells.pop();
    for (const cell of this.#last.values()) if (cell.bottom === this.#row) cell.bottom--;
    this.#hidden.delete(this.#row);
    this.#row--;
  }

  passColumns(many: number): void {
    this.#column += many;
  }

  add({ across, down, goesOn, advance }: CellSpan, text: string): void {
    const left = this.#column;
    const right = left + Math.max(1, Math.min(across, mostColumns)) - 1;
    this.#column = advance === undefined ? right + 1 : left + advance;
    this.count++;
    const above = this.#last.get(left);
    if (goesOn && above && above.bottom === this.#row - 1) {
      above.bottom = this.#row;
      return;
    }
    const bottom = this.#row + Math.max(1, Math.min(down, mostSpan)) - 1;
    const cell: Drawn = { top: this.#row, left, bottom, right, text: text.trim() };
    this.#last.set(left, cell);
    if (left <= mostColumns && cell.text !== '') this.#cells.push(cell);
  }

  finish(): DocumentTable {
    const rows = this.#row;
    const cells = this.#cells.map(
      (cell): GridCell => ({ ...cell, bottom: Math.min(cell.bottom, Math.max(rows, cell.top)) }),
    );
    return {
      kind: 'table',
      grid: makeGrid({ name: this.#name, visible: true, cells, isRowHidden: row => this.#hidden.has(row) }),
      place: this.place,
      // A table of a word processor has no lines that a person could count; its rows and columns tell more.
      placeOf: () => ({}),
    };
  }
}
