import type { CellElement } from '../cell.ts';
import { cellWith, type Place, tagRepeated, withCount } from './cell-splice.ts';
import type { CellContent } from './content.ts';
import type { FoundRow } from './locate.ts';
import { prefixOf } from './prefixes.ts';
import { startTag } from './start-tag.ts';

/** Contents by column. */
export type RowEdits = ReadonlyMap<number, CellContent>;

interface Element extends Place {
  readonly column: number;
  repeated: number;
}

/** Cells of different default styles may come of one element. */
function elementsOf(cells: readonly CellElement[]): readonly Element[] {
  const elements: Element[] = [];
  for (const { start, end, column, repeated } of cells) {
    const before = elements.at(-1);
    if (before?.start === start) before.repeated += repeated;
    else elements.push({ start, end, column, repeated });
  }
  return elements;
}

/** The source of the elements that stand in for a row element, once some of its rows have other cells. */
export function rowsWith(xml: string, { row, cells }: FoundRow, edits: ReadonlyMap<number, RowEdits>): string {
  const elements = elementsOf(cells);
  const targets = [...edits.keys()].sort((a, b) => a - b);
  const pieces: string[] = [];
  let next = row.row;
  for (const target of targets) {
    if (target > next) pieces.push(withCount(xml, row, target - next));
    pieces.push(rowWith(xml, row, elements, edits.get(target)!));
    next = target + 1;
  }
  const after = row.row + row.repeated - next;
  if (after > 0) pieces.push(withCount(xml, row, after));
  return pieces.join('');
}

function rowWith(xml: string, row: Place, elements: readonly Element[], edits: RowEdits): string {
  const tag = startTag(xml, row.start);
  const columns = [...edits.keys()].sort((a, b) => a - b);
  const pieces: string[] = [tagRepeated({ ...tag, selfClosing: false }, 1)];
  let copied = tag.end;
  for (const element of elements) {
    const targets = columns.filter(column => column >= element.column && column < element.column + element.repeated);
    if (targets.length === 0) continue;
    pieces.push(xml.slice(copied, element.start), cellsWith(xml, element, targets, edits));
    copied = element.end;
  }
  const last = elements.at(-1);
  const beyond = appended(columns, (last?.column ?? 1) + (last?.repeated ?? 0), edits, prefixOf(tag.name));
  if (tag.selfClosing) return `${pieces.join('')}${beyond}</${tag.name}>`;
  const close = xml.lastIndexOf('<', row.end - 1);
  return `${pieces.join('')}${xml.slice(copied, close)}${beyond}${xml.slice(close, row.end)}`;
}

function cellsWith(xml: string, element: Element, targets: readonly number[], edits: RowEdits): string {
  const pieces: string[] = [];
  let next = element.column;
  for (const target of targets) {
    if (target > next) pieces.push(withCount(xml, element, target - next));
    pieces.push(cellWith(xml, element, edits.get(target)!));
    next = target + 1;
  }
  const after = element.column + element.repeated - next;
  if (after > 0) pieces.push(withCount(xml, element, after));
  return pieces.join('');
}

/** Cells after the last one of their row. */
function appended(columns: readonly number[], first: number, edits: RowEdits, prefix: string): string {
  const pieces: string[] = [];
  let next = first;
  for (const column of columns.filter(each => each >= first)) {
    const gap = column - next;
    if (gap > 0) pieces.push(`<${prefix}table-cell${gap > 1 ? ` ${prefix}number-columns-repeated="${gap}"` : ''}/>`);
    const { attributes, paragraphs } = edits.get(column)!;
    const said = attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
    pieces.push(`<${prefix}table-cell${said}>${paragraphs}</${prefix}table-cell>`);
    next = column + 1;
  }
  return pieces.join('');
}

/** Rows after the last one of their sheet, to stand behind it. */
export function rowsAfter(xml: string, last: Place, lastRow: number, edits: ReadonlyMap<number, RowEdits>): string {
  const name = startTag(xml, last.start).name;
  const prefix = prefixOf(name);
  const pieces: string[] = [];
  let next = lastRow + 1;
  for (const [row, cells] of [...edits].sort(([a], [b]) => a - b)) {
    const gap = row - next;
    const repeats = gap > 1 ? ` ${prefix}number-rows-repeated="${gap}"` : '';
    if (gap > 0) pieces.push(`<${name}${repeats}><${prefix}table-cell/></${name}>`);
    const columns = [...cells.keys()].sort((a, b) => a - b);
    pieces.push(`<${name}>${appended(columns, 1, cells, prefix)}</${name}>`);
    next = row + 1;
  }
  return pieces.join('');
}
