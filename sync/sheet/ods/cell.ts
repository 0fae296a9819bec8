import { addressOf } from '../address.ts';
import type { Stretch } from '../emphasis.ts';
import type { Cell, CellValue, Row, Span } from '../workbook.ts';
import type { CellFormat } from './read/styles.ts';

/** What one cell element says, for all the cells that it stands for. */
export interface CellElement {
  /** Of the first cell. */
  readonly column: number;
  readonly repeated: number;
  readonly covered: boolean;
  readonly text: string;
  readonly value: CellValue;
  /** The text cut where its look changes; null where it does not. */
  readonly stretches: readonly Stretch[] | null;
  readonly formula: string | null;
  /** It belongs to a matrix formula, which stands for several cells. */
  readonly matrix: boolean;
  readonly format: CellFormat;
  /** It names its style itself, rather than taking that of its row or column. */
  readonly ownStyle: boolean;
  readonly validation: string | null;
  readonly columnsSpanned: number;
  readonly rowsSpanned: number;
  readonly note: string | null;
  readonly link: string | null;
  readonly start: number;
  readonly end: number;
}

/** What one row element says, for all the rows that it stands for. */
export interface RowElement {
  /** Of the first row. */
  readonly row: number;
  readonly repeated: number;
  readonly hidden: boolean;
  readonly height: number | null;
  readonly customHeight: boolean;
  readonly styleIndex: number | null;
  readonly start: number;
  readonly end: number;
}

/** One of the cells that an element stands for; it keeps nothing but its place. */
export class OdsCell implements Cell {
  readonly row: number;
  readonly column: number;
  readonly #element: CellElement;

  constructor(row: number, column: number, element: CellElement) {
    this.row = row;
    this.column = column;
    this.#element = element;
  }
  get text(): string {
    return this.#element.text;
  }
  get stretches(): readonly Stretch[] {
    const { stretches, text, format } = this.#element;
    return stretches ?? [{ text, emphasis: format.emphasis }];
  }
  get value(): CellValue {
    return this.#element.value;
  }
  get formula(): string | null {
    return this.#element.formula;
  }
  get sharedFormula(): boolean {
    return this.#element.matrix;
  }
  get styleIndex(): number {
    return this.#element.format.index;
  }
  get numberFormat(): string {
    return this.#element.format.code;
  }
  get locked(): boolean {
    return this.#element.format.locked;
  }
  get address(): string {
    return addressOf(this.row, this.column);
  }
  get span(): Span {
    return { start: this.#element.start, end: this.#element.end };
  }
}

/** One of the rows that an element stands for. Its cells are made when they are asked for: a row may be repeated a million times. */
export class OdsRow implements Row {
  readonly row: number;
  readonly #element: RowElement;
  readonly #cells: readonly CellElement[];

  constructor(row: number, element: RowElement, cells: readonly CellElement[]) {
    this.row = row;
    this.#element = element;
    this.#cells = cells;
  }
  get cells(): readonly Cell[] {
    const cells: Cell[] = [];
    for (const element of this.#cells) {
      for (let n = 0; n < element.repeated; n++) cells.push(new OdsCell(this.row, element.column + n, element));
    }
    return cells;
  }
  get hidden(): boolean {
    return this.#element.hidden;
  }
  get styleIndex(): number | null {
    return this.#element.styleIndex;
  }
  get height(): number | null {
    return this.#element.height;
  }
  get customHeight(): boolean {
    return this.#element.customHeight;
  }
  get span(): Span {
    return { start: this.#element.start, end: this.#element.end };
  }
}
