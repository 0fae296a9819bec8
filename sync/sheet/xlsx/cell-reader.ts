import { lastColumn } from '../address.ts';
import { token, type XmlScanner } from '../xml-scanner.ts';
import { type CellContext, XlsxCell } from './cell.ts';
import { spreadsheet } from './namespaces.ts';
import { plainCell, readPlainCell } from './plain-cell.ts';
import { RichText } from './rich-text.ts';

/** Reads the cells of one sheet: `c` with the `v`, `f` and `is` inside. */
export class CellReader {
  /** Cells that point to a string that is not there. */
  readonly lost: { readonly row: number; readonly column: number }[] = [];
  readonly #context: CellContext;
  readonly #scanner: XmlScanner;
  readonly #rich = new RichText();
  readonly #plain = plainCell();
  readonly #sharedFormulas = new Map<string, string>();
  readonly #followers: { readonly cell: XlsxCell; readonly sharedIndex: string }[] = [];

  constructor(context: CellContext, scanner: XmlScanner) {
    this.#context = context;
    this.#scanner = scanner;
  }

  /**
   * Reads the cell that starts where the scanner stands, and moves it behind; null when it is not written in the plainest
   * way. Only inside a row whose name has no prefix.
   */
  readPlain(row: number, next: number): XlsxCell | null {
    const scanner = this.#scanner;
    const plain = this.#plain;
    const start = scanner.end;
    if (!readPlainCell(scanner.xml, start, next, plain)) return null;
    const { column, type, raw, styleIndex, end } = plain;
    scanner.goTo(end);
    const cell = new XlsxCell(row, column, type, raw, styleIndex, null, start, end, this.#context);
    if (type === 's' && cell.isLost) this.lost.push({ row, column });
    return cell;
  }

  /**
   * Reads the cell whose element just opened, to its end.
   * @param next the column of a cell that does not say its own
   */
  read(row: number, next: number): XlsxCell {
    const scanner = this.#scanner;
    const { start, depth } = scanner;
    const column = columnAt(scanner.xml, scanner.attributeStart('r'), next);
    const type = scanner.attribute('t') ?? 'n';
    const styleIndex = styleOf(scanner);
    let raw: string | number | null = null;
    let inline: string | null = null;
    let formula: string | null = null;
    let sharedIndex: string | null = null;
    for (;;) {
      const kind = scanner.next();
      if (kind === token.close && scanner.depth === depth) break;
      if (kind !== token.open || !spreadsheet.has(scanner.uri)) continue;
      if (scanner.local === 'v') raw = scanner.shortNumber() ?? this.#text();
      else if (scanner.local === 'f') {
        if (scanner.attribute('t') === 'shared') sharedIndex = scanner.attribute('si') ?? '';
        formula = this.#text();
      } else if (scanner.local === 'is') inline = readRich(scanner, this.#rich);
    }
    const isInline = inline !== null && (type === 'inlineStr' || raw === null);
    const cell = new XlsxCell(
      row,
      column,
      isInline ? 'inlineStr' : type,
      isInline ? inline : raw,
      styleIndex,
      formula || sharedIndex !== null ? { formula: formula || null, shared: sharedIndex !== null } : null,
      start,
      scanner.end,
      this.#context,
    );
    if (cell.isLost) this.lost.push({ row, column });
    if (isInline && this.#rich.look) this.#context.inlineLooks?.set(cell, this.#rich.look);
    if (sharedIndex !== null) this.#share(cell, sharedIndex);
    return cell;
  }

  #text(): string {
    const scanner = this.#scanner;
    const { depth } = scanner;
    let text = '';
    for (;;) {
      const kind = scanner.next();
      if (kind === token.close && scanner.depth === depth) return text;
      if (kind === token.text) text += scanner.text;
    }
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

/** Reads the text of an `is` or `si` that just opened, to its end. */
export function readRich(scanner: XmlScanner, rich: RichText): string {
  const { depth } = scanner;
  for (;;) {
    const kind = scanner.next();
    if (kind === token.close) {
      if (scanner.depth === depth) return rich.take();
      rich.close(scanner.local, scanner.uri);
    } else if (kind === token.open) rich.open(scanner);
    else rich.text(scanner.text);
  }
}

/** The column of the address that starts there; its row is the row's affair. @param next the column when it names none */
export function columnAt(xml: string, at: number, next: number): number {
  if (at < 0) return next;
  let column = 0;
  const first = xml.charCodeAt(at) === 36 ? at + 1 : at;
  for (let p = first; ; p++) {
    const letter = xml.charCodeAt(p) & ~32;
    if (letter < 65 || letter > 90) {
      if (p === first) return next;
      return column <= lastColumn ? column : Number.POSITIVE_INFINITY;
    }
    if (column <= lastColumn) column = column * 26 + letter - 64;
  }
}

/** The index of a style; the first one where none is named. */
export const styleOf = (scanner: XmlScanner): number => {
  const { xml } = scanner;
  let at = scanner.attributeStart('s');
  if (at < 0) return 0;
  let index = 0;
  for (let code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at))
    index = index * 10 + code - 48;
  return xml.charCodeAt(at) === 34 || xml.charCodeAt(at) === 39 ? index : 0;
};
