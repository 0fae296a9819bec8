import type { Range } from './address.ts';
import type { ColumnSpan } from './workbook.ts';

/*
 * How tall a text will be is for the program that shows it, with its fonts; what follows only has to tell a sentence that
 * fits from a paragraph that does not. Widths are in characters of the default font, of which one from East Asia takes two.
 */

const usualWidth = 8.43;
const widestLine = 1.33;
const eastAsian =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;

/** Lines that a text takes in a cell of that width. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width));
  return text
    .split('\n')
    .map(line => Math.max(1, Math.ceil((line.length + (line.match(eastAsian)?.length ?? 0)) / room)))
    .reduce((sum, lines) => sum + lines, 0);
}

/** What of a cell's format decides how tall its text is. */
export interface Lettering {
  readonly wraps: boolean;
  /** In points. */
  readonly fontSize: number;
}

/** Height in points that a text needs; one that does not wrap needs a single line whatever it says. */
export const heightNeeded = (text: string, width: number, { wraps, fontSize }: Lettering): number =>
  (wraps ? linesOf(text, width) : 1) * fontSize * widestLine;

/** Width of a cell, or of all columns that are merged into it. */
export function widthOf(
  column: number,
  merge: Range | undefined,
  columns: readonly ColumnSpan[],
  defaultWidth: number | null,
): number {
  const right = Math.min(merge?.right ?? column, column + 255);
  let width = 0;
  for (let at = column; at <= right; at++) {
    const span = columns.find(({ from, to }) => at >= from && at <= to);
    if (!span?.hidden) width += span?.width ?? defaultWidth ?? usualWidth;
  }
  return width;
}
