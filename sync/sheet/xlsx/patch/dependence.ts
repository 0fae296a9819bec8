import { lastColumn, lastRow, parseRange, type Range } from '../../address.ts';
import type { DefinedName, Table } from '../../workbook.ts';
import type { Formula } from './formulas.ts';

/** The cells that were filled, arranged to ask whether a range holds one of them. */
export interface Filled {
  readonly within: (sheet: string, range: Range) => boolean;
}

export function filledCells(
  cells: Iterable<{ readonly sheet: string; readonly row: number; readonly column: number }>,
): Filled {
  const sheets = new Map<string, Map<number, number[]>>();
  for (const { sheet, row, column } of cells) {
    const columns = sheets.get(sheet.toLowerCase()) ?? new Map<number, number[]>();
    sheets.set(sheet.toLowerCase(), columns);
    const rows = columns.get(column) ?? [];
    columns.set(column, rows);
    rows.push(row);
  }
  for (const columns of sheets.values()) for (const rows of columns.values()) rows.sort((a, b) => a - b);
  return {
    within: (sheet, range) => {
      for (const [column, rows] of sheets.get(sheet.toLowerCase()) ?? []) {
        if (column >= range.left && column <= range.right && firstFrom(rows, range.top) <= range.bottom) return true;
      }
      return false;
    },
  };
}

/** The first number of an ascending list that is not below another; infinite when there is none. */
function firstFrom(ascending: readonly number[], least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low] ?? Number.POSITIVE_INFINITY;
}

/** What formulas refer to other than by address. */
export interface Names {
  readonly defined: readonly DefinedName[];
  /** Every table with its sheet, looked up when a formula has brackets. */
  readonly tables: () => readonly (Table & { readonly sheet: string })[];
}

const quoted = /"(?:[^"]|"")*"/g;
const computed = /\b(?:INDIRECT|OFFSET)\s*\(/i;
const reference =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+(?::[\p{L}\p{N}_.]+)?))!)?(?<![\p{L}\p{N}_.])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(])/gu;
const word = /[\p{L}_\\][\p{L}\p{N}_.\\]*(?!\s*[(!\p{L}\p{N}_.])/gu;
const deepestName = 6;

/** Whether a formula reads a filled cell, as far as can be told without computing it; one that computes its ranges does. */
export function dependsOn(filled: Filled, formula: Formula, sheet: string, names: Names, depth = 0): boolean {
  const text = formula.text.replace(quoted, '""');
  if (text === '') return false;
  if (computed.test(text)) return true;
  for (const [, quotedSheet, bareSheet, address] of text.matchAll(reference)) {
    const named = quotedSheet?.replaceAll("''", "'") ?? bareSheet;
    if (named?.includes(':')) return true;
    const range = parseRange(address!);
    if (range && filled.within(named ?? sheet, spread(range, formula))) return true;
  }
  if (text.includes('[') && names.tables().some(table => filled.within(table.sheet, table.range))) return true;
  if (depth === deepestName || names.defined.length === 0) return false;
  const words = new Set([...text.matchAll(word)].map(([name]) => name.toLowerCase()));
  return names.defined.some(
    defined =>
      words.has(defined.name.toLowerCase()) &&
      dependsOn(
        filled,
        { text: defined.refersTo, kind: 'normal', range: null },
        defined.sheet ?? sheet,
        names,
        depth + 1,
      ),
  );
}

/** A shared formula stands for one in each of its cells, shifted: its ranges are taken as wide as all of them together. */
function spread(range: Range, { kind, range: cells }: Formula): Range {
  if (kind !== 'shared' || !cells) return range;
  return {
    ...range,
    bottom: Math.min(lastRow, range.bottom + cells.bottom - cells.top),
    right: Math.min(lastColumn, range.right + cells.right - cells.left),
  };
}
