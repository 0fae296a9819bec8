import { linesOf } from '../../form/write/measure.ts';
import type { Look, OutRow, OutSheet } from './sheets.ts';

/** In points. */
export const fontSizes: Readonly<Record<Look, number>> = {
  title: 16,
  note: 11,
  head: 11,
  group: 11,
  body: 11,
  total: 11,
};
export const linePoints = 16;
/** Excel shows no row taller than 409 points; what is longer stands in its cell all the same. */
const mostLines = 25;
/** More characters than the widest column shows in so many lines. */
const enough = 2500;

/** Texts of these rows break into lines; those of the others run on over the cells beside them. */
export const wraps: Readonly<Record<Look, boolean>> = {
  title: false,
  note: false,
  head: true,
  group: false,
  body: true,
  total: true,
};

/**
 * How many lines a row shows. Programs that open a workbook do not all work that out by themselves, and none of them does so
 * quickly for a hundred thousand rows.
 */
export function linesIn({ look, values }: OutRow, { widths }: Pick<OutSheet, 'widths'>): number {
  if (look === 'title') return 2;
  if (!wraps[look]) return 1;
  let most = 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const width = widths[i] ?? 10;
    if (typeof value !== 'string' || (2.2 * value.length < width - 1 && !value.includes('\n'))) continue;
    most = Math.max(most, linesKnown(value.slice(0, enough), width, fontSizes[look]));
    if (most >= mostLines) return mostLines;
  }
  return most;
}

/** Questions come once for every agency: what was worked out lately is kept. */
const known = new Map<string, number>();
const mostKnown = 4096;

function linesKnown(text: string, width: number, fontSize: number): number {
  const key = `${width} ${fontSize} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const lines = linesOf(text, width, fontSize);
  known.set(key, lines);
  return lines;
}

/** Every number of lines that a row can show, from 1. */
export const lineCounts: readonly number[] = Array.from({ length: mostLines }, (_, i) => i + 1);
