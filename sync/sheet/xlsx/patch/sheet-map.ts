import type { Span } from '../../workbook.ts';
import { isFallback } from '../../xml.ts';
import { isPlain, token, type XmlScanner } from '../../xml-scanner.ts';
import { columnAt, readRich, styleOf } from '../cell-reader.ts';
import { Frame, numberOr } from '../frame.ts';
import { spreadsheet } from '../namespaces.ts';
import { plainCell, readPlainCell } from '../plain-cell.ts';
import { RichText } from '../rich-text.ts';
import { isTrue } from '../styles.ts';
import { rowNumber } from '../worksheet.ts';
import { PlainRows } from './plain-rows.ts';
import type { Part } from './source.ts';

/** Where things stand in a worksheet part, as far as some wanted cells need it. Positions are those of the part's text. */
export interface SheetMap {
  readonly frame: Frame;
  /** Prefix of the sheet's elements with its colon; empty when they have none. */
  readonly prefix: string;
  readonly data: Place;
  /** The range that the sheet says it uses; null when it says none. */
  readonly dimension: (Span & { readonly text: string }) | null;
  /** The wanted rows that the part has; one may stand there more than once. */
  readonly rows: ReadonlyMap<number, readonly RowPlace[]>;
  /** Where a wanted row that the part lacks would start. */
  readonly insertRow: (row: number) => number;
}

/** Wanted cells by row. */
export type Wanted = ReadonlyMap<number, readonly WantedCell[]>;
type WantedCell = Pick<CellPlace, 'column'>;

/** An element with its content: it ends with `/>` at `openEnd`, or with a tag that starts at `closeStart`. */
export interface Place {
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  readonly closeStart: number;
  readonly name: string;
}

export interface RowPlace extends Place {
  /** The style of cells that the row lacks; null when it sets none. */
  readonly styleIndex: number | null;
  readonly height: number | null;
  readonly customHeight: boolean;
  /** The attribute `ht` with the blanks before it, and the value of `spans`. */
  readonly heightAt: Span | null;
  readonly spansAt: Span | null;
  readonly spans: string | null;
  /** The wanted cells that the row has; the same column may stand there more than once. */
  readonly cells: readonly CellPlace[];
  /** Column and start of every cell, one after the other; only of a row that lacks a wanted cell. */
  readonly starts: readonly number[];
}

/** Where a cell that the row lacks would start. */
export const insertionIn = ({ starts, closeStart }: RowPlace, column: number): number =>
  firstBeyond(starts, column) ?? closeStart;

export interface CellPlace extends Span {
  readonly column: number;
  readonly type: string;
  readonly raw: string | number | null;
  readonly inline: string | null;
  readonly hasFormula: boolean;
  readonly styleIndex: number;
  /** It says its own address. */
  readonly named: boolean;
}

/** Finds the wanted cells of a sheet, by row, without looking into the rows between them. */
export function mapSheet(part: Part, wanted: Wanted): SheetMap {
  const scanner = part.scan();
  const frame = new Frame();
  let dimension: SheetMap['dimension'] = null;
  let rows: MappedRows | null = null;
  let fallback = 0;
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (kind === token.open) {
      if (isFallback(scanner)) fallback++;
      if (fallback > 0) continue;
      const own = spreadsheet.has(scanner.uri);
      if (own && scanner.local === 'sheetData' && !rows) rows = mapRows(scanner, wanted);
      else frame.open(scanner);
      const ref = own && scanner.local === 'dimension' ? scanner.attributeSpan('ref') : null;
      if (ref) dimension = { ...ref, text: scanner.xml.slice(ref.start, ref.end) };
    } else if (kind === token.close) {
      if (fallback === 0) frame.close(scanner.local, scanner.uri);
      if (isFallback(scanner)) fallback--;
    } else if (fallback === 0) frame.text(scanner.text);
  }
  if (!rows) throw scanner.refusal();
  return { frame, dimension, ...rows };
}

type MappedRows = Pick<SheetMap, 'data' | 'prefix' | 'rows' | 'insertRow'>;

function mapRows(scanner: XmlScanner, wanted: Wanted): MappedRows {
  const { start, end: openEnd, selfClosing, depth, rawName: name } = scanner;
  const prefix = name.slice(0, name.length - scanner.local.length);
  const places = new Map<number, RowPlace[]>();
  const missing = insertions([...wanted.keys()]);
  const rowsAt = isPlain(scanner.xml) && !selfClosing ? new PlainRows(scanner.xml, openEnd, name, prefix) : null;
  let last = 0;
  for (;;) {
    if (rowsAt) {
      last = rowsAt.pass(last, scanner.end, (number, at) => {
        missing.pass(number, at);
        return wanted.has(number);
      });
      scanner.goTo(rowsAt.at);
    }
    const kind = scanner.next();
    if (kind === token.close && scanner.depth === depth) break;
    if (kind !== token.open || scanner.local !== 'row' || !spreadsheet.has(scanner.uri)) continue;
    last = rowNumber(scanner, last + 1);
    missing.pass(last, scanner.start);
    const inRow = wanted.get(last);
    if (!inRow) {
      skip(scanner);
      continue;
    }
    const row = mapRow(scanner, inRow);
    const twins = places.get(last);
    if (twins) twins.push(row);
    else places.set(last, [row]);
  }
  const data = { start, openEnd, selfClosing, closeStart: scanner.start, name };
  return { data, prefix, rows: places, insertRow: row => missing.at(row) ?? data.closeStart };
}

/** Reads on to the end of the element that just opened. */
function skip(scanner: XmlScanner): void {
  const { depth } = scanner;
  while (scanner.next() !== token.close || scanner.depth !== depth);
}

/** Remembers for numbers that are looked for where the first larger one stands. */
function insertions(numbers: readonly number[]) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = new Map<number, number>();
  let next = 0;
  return {
    pass: (number: number, position: number): void => {
      while (next < sorted.length && sorted[next]! < number) found.set(sorted[next++]!, position);
    },
    at: (number: number): number | undefined => found.get(number),
  };
}

function mapRow(scanner: XmlScanner, wanted: readonly WantedCell[]): RowPlace {
  const { start, end: openEnd, selfClosing, depth, rawName: name } = scanner;
  const styleIndex = isTrue(scanner.attribute('customFormat')) ? numberOr(scanner.attribute('s'), null) : null;
  const height = numberOr(scanner.attribute('ht'), null);
  const customHeight = isTrue(scanner.attribute('customHeight'));
  const heightAt = wholeAttribute(scanner, 'ht');
  const [spansAt, spans] = [scanner.attributeSpan('spans'), scanner.attribute('spans') ?? null];
  const cells: CellPlace[] = [];
  const starts: number[] = [];
  const plain = scanner.isPlainlyNamed;
  let last = 0;
  for (;;) {
    if (plain) last = passPlainCells(scanner, wanted, last, starts, cells);
    const kind = scanner.next();
    if (kind === token.close && scanner.depth === depth) break;
    if (kind !== token.open || scanner.local !== 'c' || !spreadsheet.has(scanner.uri)) continue;
    last = columnAt(scanner.xml, scanner.attributeStart('r'), last + 1);
    starts.push(last, scanner.start);
    if (holds(wanted, last)) cells.push(mapCell(scanner, last));
  }
  const closeStart = scanner.start;
  const isWhole = wanted.every(({ column }) => holds(cells, column));
  return {
    start,
    openEnd,
    selfClosing,
    closeStart,
    name,
    styleIndex,
    height,
    customHeight,
    heightAt,
    spansAt,
    spans,
    cells,
    starts: isWhole ? none : starts,
  };
}

const plainPlace = plainCell();

/** Maps the cells that are written in the plainest way from where the scanner stands, and moves it behind them. */
function passPlainCells(
  scanner: XmlScanner,
  wanted: readonly WantedCell[],
  before: number,
  starts: number[],
  cells: CellPlace[],
): number {
  const { xml, end: from } = scanner;
  let start = from;
  let last = before;
  while (readPlainCell(xml, start, last + 1, plainPlace)) {
    const { column, type, raw, styleIndex, named, end } = plainPlace;
    last = column;
    starts.push(column, start);
    if (holds(wanted, column))
      cells.push({ start, end, column, type, raw, inline: null, hasFormula: false, styleIndex, named });
    start = end;
  }
  if (start > from) scanner.goTo(start);
  return last;
}

const none: readonly number[] = [];
const holds = (cells: readonly WantedCell[], column: number): boolean => cells.some(cell => cell.column === column);

function firstBeyond(starts: readonly number[], column: number): number | undefined {
  for (let i = 0; i < starts.length; i += 2) if (starts[i]! > column) return starts[i + 1];
  return undefined;
}

function wholeAttribute(scanner: XmlScanner, name: string): Span | null {
  const value = scanner.attributeSpan(name);
  if (!value) return null;
  const before = scanner.xml.slice(scanner.start, scanner.xml.lastIndexOf(name, value.start - 1));
  return { start: scanner.start + before.trimEnd().length, end: value.end + 1 };
}

function mapCell(scanner: XmlScanner, column: number): CellPlace {
  const { start, depth } = scanner;
  const type = scanner.attribute('t') ?? 'n';
  const named = scanner.attributeStart('r') >= 0;
  const styleIndex = styleOf(scanner);
  let raw: string | null = null;
  let inline: string | null = null;
  let hasFormula = false;
  let inValue = false;
  for (;;) {
    const kind = scanner.next();
    if (kind === token.text) {
      if (inValue) raw += scanner.text;
      continue;
    }
    inValue = false;
    if (kind === token.close && scanner.depth === depth) break;
    if (kind !== token.open || !spreadsheet.has(scanner.uri)) continue;
    if (scanner.local === 'is') inline = readRich(scanner, new RichText());
    else if (scanner.local === 'f') hasFormula = true;
    else if (scanner.local === 'v') {
      inValue = true;
      raw = '';
    }
  }
  return { start, end: scanner.end, column, type, raw, inline, hasFormula, styleIndex, named };
}
