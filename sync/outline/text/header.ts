import { type Field, fieldOf, isText } from '../headings.ts';
import type { TextLine } from './lines.ts';
import { solid } from './width.ts';

export interface HeadingCell {
  readonly heading: string;
  readonly field: Field | null;
}

/** The headings of a table as a text prints them: in one line or one below the other. */
export interface Header {
  /** Index of its first line, and of the first line below it. */
  readonly start: number;
  readonly end: number;
  /** From left to right; of a line with tabs or bars, one for each of its cells, empty ones included. */
  readonly cells: readonly HeadingCell[];
  /** The lines tell their cells apart by tabs or bars. */
  readonly divided: boolean;
  /** Beside the headings stood text that does not belong there and was left out. */
  readonly stray?: string;
}

const mostHeaderLines = 10;
const longestHeading = 16;

const mostCells = 64;

/** The cells of a line that tabs or bars divide; null when nothing does. */
export function dividedCells(raw: string): readonly string[] | null {
  if (raw.includes('\t')) return raw.split('\t', mostCells).map(cell => cell.trim());
  const bars = raw.trim().replaceAll('│', '|').replaceAll('｜', '|').replaceAll('┃', '|');
  if (!/\|.*\|/.test(bars)) return null;
  return bars
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map(cell => cell.trim());
}

/** The header that begins at a line, or null. Two different fields must be named, one of them the plan's text. */
export function headerAt(lines: readonly TextLine[], start: number): Header | null {
  const first = lines[start]!;
  const cells = dividedCells(first.raw);
  if (cells && cells.filter(cell => cell !== '').length > 1) return dividedHeader(lines, start, cells);
  if (first.width > 80 || first.mark) return null;
  let best: Header | null = null;
  let parts: readonly HeadingCell[] = [];
  for (let end = start; end < Math.min(lines.length, start + mostHeaderLines); end++) {
    const line = lines[end]!;
    const more = line.mark || line.width > 80 ? null : headingsIn(line, parts);
    if (!more || hasTwice(more)) break;
    parts = more;
    if (namesPlan(parts)) best = { start, end: end + 1, cells: parts, divided: false };
  }
  return best;
}

/** The same heading again is the header of the next page. */
const hasTwice = (cells: readonly HeadingCell[]): boolean =>
  new Set(cells.map(({ heading }) => heading)).size < cells.length;

const namesPlan = (cells: readonly HeadingCell[]): boolean => {
  const fields = new Set(cells.map(({ field }) => field));
  fields.delete(null);
  return fields.size >= 2 && [...fields].some(isText);
};

/** The headings before with those of one more line; null when the line holds anything else. */
function headingsIn(line: TextLine, before: readonly HeadingCell[]): readonly HeadingCell[] | null {
  const words = line.raw.trim().split(/\s+/);
  const note = /^[(（][^()（）]{1,8}[)）]$/.test(line.text);
  if (note && before.length > 0) {
    const last = before.at(-1)!;
    return [...before.slice(0, -1), { ...last, heading: last.heading + solid(line.text) }];
  }
  const single = words.map(heading => ({ heading, field: fieldOf(heading) }));
  const unknown = single.filter(({ field }) => field === null);
  if (unknown.length === 0) return [...before, ...single];
  const found = segment(solid(line.raw));
  if (found) return [...before, ...found];
  const short = unknown.every(({ heading }) => heading.length <= 6 && !/[。，、]/.test(heading));
  return short && single.length >= 3 && namesPlan(single) && unknown.length * 2 < single.length
    ? [...before, ...single]
    : null;
}

/** Headings that stand close together or were spread out (執 行 要 項 執 行 重 點), cut into the fewest that are known. */
function segment(letters: string): readonly HeadingCell[] | null {
  if (letters.length > 60) return null;
  const best: (readonly HeadingCell[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let from = Math.max(0, end - longestHeading); from < end; from++) {
      const before = best[from];
      const heading = letters.slice(from, end);
      const field = before && end - from > 1 ? fieldOf(heading) : null;
      if (!before || field === null) continue;
      const known = best[end];
      if (!known || before.length + 1 < known.length) best[end] = [...before, { heading, field }];
    }
  }
  return best[letters.length] ?? null;
}

/**
 * A divided header may go on in the line below, where a heading was wrapped (查核 / 期限) or stands under another. Cells
 * that are far too long for a heading are damage and count for nothing.
 */
function dividedHeader(lines: readonly TextLine[], start: number, first: readonly string[]): Header | null {
  let cells = first.map(shortened);
  let end = start + 1;
  for (; end < Math.min(lines.length, start + 3); end++) {
    const below = dividedCells(lines[end]!.raw)?.map(shortened);
    if (!below || below.every(cell => cell === '') || !below.every(isShortHeading)) break;
    const joined = cells.map((cell, i) => cell + (below[i] ?? ''));
    const under = below.every(cell => cell === '' || fieldOf(cell) !== null);
    if (known(joined) <= known(cells) && (!under || lines[end]!.mark)) break;
    cells = known(joined) > known(cells) ? joined : cells.map((cell, i) => below[i] || cell);
  }
  const headed = cells.map(cell => ({ heading: solid(cell), field: fieldOf(cell) }));
  const stray = headed.filter(({ heading, field }) => heading !== '' && field === null).length;
  const named = headed.filter(({ field }) => field !== null).length;
  if (!namesPlan(headed) || stray > named) return null;
  const left = first.find(cell => shortened(cell) !== cell);
  return { start, end, cells: headed, divided: true, ...(left === undefined ? {} : { stray: left }) };
}

const longestCell = 24;
const shortened = (cell: string): string => (cell.length > longestCell ? '' : cell);
const isShortHeading = (cell: string): boolean => cell.length <= 8 && !/[。，]/.test(cell);
const known = (cells: readonly string[]): number => cells.filter(cell => cell !== '' && fieldOf(cell) !== null).length;
