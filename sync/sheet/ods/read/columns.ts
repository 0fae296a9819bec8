import type { Limits } from '../../limits.ts';
import type { ColumnSpan } from '../../workbook.ts';
import type { Tag } from '../../xml.ts';
import type { CellElement } from '../cell.ts';
import { characters } from '../lengths.ts';
import { table } from '../namespaces.ts';
import { countOf, isHidden } from './attributes.ts';
import type { Styles } from './styles.ts';

interface StyledSpan extends ColumnSpan {
  readonly cellStyle: string | null;
}

/** The columns of a sheet, and the styles that they give to cells without one. */
export class Columns {
  readonly #styles: Styles;
  readonly #limits: Limits;
  readonly #spans: StyledSpan[] = [];
  #next = 1;
  /** Cells are asked for from left to right, so that the next is seldom far. */
  #cursor = 0;

  constructor(styles: Styles, limits: Limits) {
    this.#styles = styles;
    this.#limits = limits;
  }

  add(tag: Tag): void {
    const from = this.#next;
    const to = from + countOf(tag.attributeOf(table, 'number-columns-repeated')) - 1;
    this.#next = to + 1;
    if (from > this.#limits.columns) return;
    const cellStyle = tag.attributeOf(table, 'default-cell-style-name') ?? null;
    const width = this.#styles.width(tag.attributeOf(table, 'style-name'));
    this.#spans.push({
      from,
      to: Math.min(to, this.#limits.columns),
      width: width === null ? null : characters(width),
      hidden: isHidden(tag),
      styleIndex: cellStyle === null || cellStyle === 'Default' ? null : this.#styles.format(cellStyle).index,
      cellStyle,
    });
  }

  get spans(): readonly ColumnSpan[] {
    return this.#spans.map(({ cellStyle: _, ...span }) => span);
  }

  styleAt(column: number): string | null {
    return this.#at(column)?.cellStyle ?? null;
  }

  #at(column: number): StyledSpan | undefined {
    if (this.#spans[this.#cursor] && this.#spans[this.#cursor]!.from > column) this.#cursor = 0;
    while (this.#spans[this.#cursor] && this.#spans[this.#cursor]!.to < column) this.#cursor++;
    return this.#spans[this.#cursor];
  }

  /** Parts of a repeated cell without a style of its own, one for each default style that it crosses. */
  partsOf(cell: CellElement): readonly CellElement[] {
    const last = cell.column + cell.repeated - 1;
    const parts: CellElement[] = [];
    let column = cell.column;
    while (column <= last) {
      const span = this.#at(column);
      const to = span ? Math.min(last, span.to) : last;
      const format = this.#styles.format(span?.cellStyle ?? null);
      const before = parts.at(-1);
      if (before?.format === format) parts[parts.length - 1] = { ...before, repeated: to - before.column + 1 };
      else parts.push({ ...cell, column, repeated: to - column + 1, format });
      column = to + 1;
    }
    return parts;
  }
}
