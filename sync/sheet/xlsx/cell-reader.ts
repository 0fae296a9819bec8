import { columnNumber } from '../address.ts';
import type { Tag } from '../xml.ts';
import { blank, type CellContext, understand, XlsxCell } from './cell.ts';
import { RichText } from './rich-text.ts';

/** A cell whose element is still open. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly styleIndex: number;
  readonly start: number;
  raw: string | null;
  inline: string | null;
  formula: string | null;
  sharedIndex: string | null;
}

/** Reads the cells of one sheet: `c` with the `v`, `f` and `is` inside. */
export class CellReader {
  /** Addresses of cells that point to a string that is not there. */
  readonly lost: { readonly row: number; readonly column: number }[] = [];
  readonly #context: CellContext;
  readonly #rich = new RichText();
  readonly #sharedFormulas = new Map<string, string>();
  readonly #followers: { readonly cell: XlsxCell; readonly sharedIndex: string }[] = [];
  #cell: OpenCell | null = null;
  #capture: 'raw' | 'formula' | 'inline' | null = null;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** @param next the column of a cell that does not say its own */
  begin(tag: Tag, row: number, next: number): number {
    const column = columnOf(tag.attribute('r')) ?? next;
    this.#cell = {
      row,
      column,
      type: tag.attribute('t') ?? 'n',
      styleIndex: Number(tag.attribute('s') ?? 0) || 0,
      start: tag.start,
      raw: null,
      inline: null,
      formula: null,
      sharedIndex: null,
    };
    return column;
  }

  open(tag: Tag): void {
    const cell = this.#cell;
    if (!cell) return;
    if (this.#capture === 'inline') this.#rich.open(tag);
    else if (tag.local === 'v') {
      this.#capture = 'raw';
      cell.raw = '';
    } else if (tag.local === 'f') {
      this.#capture = 'formula';
      cell.formula = '';
      if (tag.attribute('t') === 'shared') cell.sharedIndex = tag.attribute('si') ?? '';
    } else if (tag.local === 'is') this.#capture = 'inline';
  }

  text(text: string): void {
    if (this.#capture === 'inline') this.#rich.text(text);
    else if (this.#capture && this.#cell) this.#cell[this.#capture] += text;
  }

  close(local: string, uri: string): void {
    if (this.#capture === 'inline') {
      if (local === 'is' && this.#cell) this.#cell.inline = this.#rich.take();
      else this.#rich.close(local, uri);
    }
    if (local === 'v' || local === 'f' || local === 'is') this.#capture = null;
  }

  end(end: number): XlsxCell | null {
    const open = this.#cell;
    this.#cell = null;
    this.#capture = null;
    if (!open) return null;
    const understood = understand(open, this.#context);
    if (!understood) this.lost.push({ row: open.row, column: open.column });
    const format = this.#context.styles.format(open.styleIndex);
    const cell = new XlsxCell({ ...open, end }, understood ?? blank, open.formula || null, format);
    if (open.sharedIndex !== null) this.#share(cell, open.sharedIndex);
    return cell;
  }

  #share(cell: XlsxCell, sharedIndex: string): void {
    if (cell.formula !== null) this.#sharedFormulas.set(sharedIndex, cell.formula);
    else this.#followers.push({ cell, sharedIndex });
  }

  /** Gives the followers of shared formulas their text, which may stand after them in the file. */
  finish(): void {
    for (const { cell, sharedIndex } of this.#followers) cell.follow(this.#sharedFormulas.get(sharedIndex) ?? '');
  }
}

/** The column of an address; its row is the row's affair. Null when there is none. */
function columnOf(address: string | undefined): number | null {
  const letters = /^\$?([A-Za-z]+)/.exec(address ?? '')?.[1];
  return letters ? columnNumber(letters) || Number.POSITIVE_INFINITY : null;
}
