import { addressOf, type Range } from '../../address.ts';
import type { Limits } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import type { Row } from '../../workbook.ts';
import { type CellElement, OdsRow, type RowElement } from '../cell.ts';
import { Places } from './places.ts';

/** Counts what repetitions make of all sheets of a document against the limits. */
export interface Budget {
  rows: number;
  cells: number;
  /** Elements of cells, whether or not they say anything. */
  elements: number;
}

/** Blank cells and rows that are repeated more often are what a program writes to fill the sheet, not what anybody formatted. */
const mostBlankCells = 256;
const mostBlankRows = 1024;
/** Rows repeated more often are made when they are asked for. */
const mostReadyRows = 64;
const mostRanges = 200_000;

const tooMany = (limit: string): Refusal => new Refusal('workbook_too_large', { limit });

const says = (cell: CellElement): boolean => cell.value.kind !== 'blank' || cell.formula !== null || cell.note !== null;

/** Turns row elements into rows, leaving out blank ones that only fill the sheet. */
export class RowCollector {
  readonly rows: Row[] = [];
  readonly merges: Range[] = [];
  readonly notes = new Map<string, string>();
  readonly links: (readonly [Range, string])[] = [];
  readonly validations = new Places();
  readonly #limits: Limits;
  readonly #budget: Budget;
  /** How many rows there were when blank ones began to be left out, since the last row that says something. */
  #lastKept: number | null = null;

  constructor(limits: Limits, budget: Budget) {
    this.#limits = limits;
    this.#budget = budget;
  }

  add(row: RowElement, cells: readonly CellElement[]): void {
    const lastFilled = cells.findLastIndex(says);
    const kept = cells.filter((cell, i) => this.#isKept(cell, i < lastFilled));
    this.#check(row, cells[lastFilled], kept);
    this.#note(row, cells);
    const blank = lastFilled < 0;
    if (blank && row.repeated > mostBlankRows) {
      this.#lastKept ??= this.rows.length;
      return;
    }
    if (!blank) this.#lastKept = null;
    this.#budget.rows += row.repeated;
    this.#budget.cells += row.repeated * kept.reduce((sum, cell) => sum + cell.repeated, 0);
    if (this.#budget.rows > this.#limits.rows * 2) throw tooMany(`${this.#limits.rows} rows`);
    if (this.#budget.cells > this.#limits.cells) throw tooMany(`${this.#limits.cells} cells`);
    for (let n = 0; n < row.repeated; n++) this.rows.push(rowOf(row.row + n, row, kept));
  }

  /** Blank rows at the end of the sheet are none. */
  finish(): void {
    if (this.#lastKept !== null) this.rows.length = this.#lastKept;
    while (this.rows.length > 0 && this.rows.at(-1)!.cells.length === 0) this.rows.pop();
  }

  #isKept(cell: CellElement, before: boolean): boolean {
    if (says(cell)) return true;
    if (cell.format.index === 0 && !cell.covered && cell.validation === null) return false;
    return cell.repeated <= mostBlankCells && (before || cell.column <= this.#limits.columns);
  }

  #check(row: RowElement, last: CellElement | undefined, kept: readonly CellElement[]): void {
    if (!last && kept.length === 0) return;
    const lastColumn = kept.reduce((most, cell) => Math.max(most, cell.column + cell.repeated - 1), 0);
    if (last && row.row + row.repeated - 1 > this.#limits.rows) throw tooMany(`${this.#limits.rows} rows`);
    if (lastColumn > this.#limits.columns) throw tooMany(`${this.#limits.columns} columns`);
  }

  #note(row: RowElement, cells: readonly CellElement[]): void {
    for (const cell of cells) {
      const range = {
        top: row.row,
        left: cell.column,
        bottom: Math.min(row.row + row.repeated - 1, this.#limits.rows),
        right: Math.min(cell.column + cell.repeated - 1, this.#limits.columns),
      };
      if (cell.validation !== null) this.validations.add(cell.validation, range);
      if (cell.note !== null) this.notes.set(addressOf(row.row, cell.column), cell.note);
      if (cell.link !== null) this.links.push([range, cell.link]);
      if (cell.columnsSpanned > 1 || cell.rowsSpanned > 1) this.merges.push(spanned(range, cell, this.#limits));
    }
    if (Math.max(this.merges.length, this.links.length, this.notes.size, this.validations.size) > mostRanges)
      throw tooMany(`${mostRanges} merged cells`);
  }
}

const spanned = ({ top, left }: Range, cell: CellElement, limits: Limits): Range => ({
  top,
  left,
  bottom: Math.min(top + cell.rowsSpanned - 1, limits.rows),
  right: Math.min(left + cell.columnsSpanned - 1, limits.columns),
});

function rowOf(number: number, element: RowElement, cells: readonly CellElement[]): Row {
  const row = new OdsRow(number, element, cells);
  if (element.repeated > mostReadyRows) return row;
  const { hidden, styleIndex, height, customHeight, span } = row;
  return { row: number, hidden, styleIndex, height, customHeight, cells: row.cells, span };
}
