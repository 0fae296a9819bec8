import { parseBareMark, parseMark } from '../../model/index.ts';
import type { Run, TextLine } from './text-lines.ts';

/** A stretch of a page's width. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Lines that stand in columns though nothing is drawn between these. */
export interface Region {
  /** Index of its first line, and of the line behind its last. */
  readonly from: number;
  readonly to: number;
  /** The empty stretches between its columns, ascending. */
  readonly gutters: readonly Interval[];
  /** Whether columns are read one after the other, as in a newspaper, and not row by row. */
  readonly isProse: boolean;
}

/** An empty stretch narrower than this, in the size of the text, is a blank. */
const narrowest = 0.4;
/** Columns whose text goes on for so many lines that they cannot stand side by side by chance. */
const fewest = { columns: 3, lines: 3, linesOfTwo: 6 };

/**
 * Finds lines whose gaps stand one below the other: from a line with gaps down to the one that closes one of them.
 * @param before gutters of a table that ended the page before, which may go on here without a heading
 */
export function regionsOf(lines: readonly TextLine[], before: readonly Interval[] | null): readonly Region[] {
  const regions: Region[] = [];
  let start = 0;
  if (before) {
    const region = regionFrom(lines, 0, before, 1);
    if (region && lines.slice(0, region.to).some(({ runs }) => runs.length > 1)) {
      regions.push(region);
      start = region.to;
    }
  }
  while (start < lines.length) {
    const region = lines[start]!.runs.length > 1 ? regionFrom(lines, start, gapsOf(lines[start]!)) : null;
    if (region && isTable(lines, region)) {
      regions.push({ ...region, isProse: isProse(lines, region) });
      start = region.to;
    } else start++;
  }
  return regions;
}

const gapsOf = ({ runs }: TextLine): readonly Interval[] =>
  runs.slice(1).map((run, i) => ({ from: runs[i]!.right, to: run.left }));

function regionFrom(lines: readonly TextLine[], from: number, seed: readonly Interval[], least = 2): Region | null {
  let gutters = seed;
  let to = from;
  while (to < lines.length) {
    const line = lines[to]!;
    const left = gutters.map(gutter => widestClear(gutter, line.runs));
    if (left.some(gutter => gutter.to - gutter.from < narrowest * line.size)) break;
    gutters = left;
    to++;
  }
  to = untilNext(lines, from, withoutTail(lines, from, to, gutters));
  if (to - from < least) return null;
  const body = lines.slice(from + 1, to).flatMap(({ runs }) => runs);
  const size = lines[from]!.size;
  const head = withHead(lines, from, gutters);
  const found = emptyBetween(body, narrowest * size);
  const kept = found.length >= gutters.length ? found : gutters;
  return { from: head, to, gutters: kept, isProse: false };
}

/** Names of columns that are wrapped begin half a line above the others, where these stand in the middle. */
function withHead(lines: readonly TextLine[], from: number, gutters: readonly Interval[]): number {
  let head = from;
  while (head > 0) {
    const line = lines[head - 1]!;
    const isBeside = lines[from]!.baseline - line.baseline < 1.1 * line.size;
    if (
      !isBeside ||
      gutters.some(
        gutter => widestClear(gutter, line.runs).to - widestClear(gutter, line.runs).from < narrowest * line.size,
      )
    )
      break;
    head--;
  }
  return head;
}

/** The widest part of a gutter that no run of a line reaches into. */
function widestClear({ from, to }: Interval, runs: readonly Run[]): Interval {
  let best: Interval = { from, to: from };
  let at = from;
  for (const run of runs) {
    if (run.right <= at || run.left >= to) continue;
    if (run.left - at > best.to - best.from) best = { from: at, to: run.left };
    at = Math.max(at, run.right);
  }
  return to - at > best.to - best.from ? { from: at, to } : best;
}

/** A text below the table may be so short that it closes no gap: it stands apart, in the first column alone. */
function withoutTail(lines: readonly TextLine[], from: number, to: number, gutters: readonly Interval[]): number {
  const edge = gutters[0]!.from;
  let end = to;
  while (end > from + 1 && lines[end - 1]!.right <= edge + 1 && lines[end - 1]!.runs.length === 1) end--;
  const leading = stepWithin([lines.slice(from, to).filter(({ left }) => left < edge)]);
  for (let i = end; i < to; i++) {
    const isApart = lines[i]!.baseline - lines[i - 1]!.baseline > 1.35 * leading;
    if (isApart || parseMark(lines[i]!.text) !== null) return i;
  }
  return to;
}

/** Text is larger than that of the table from this on. */
const larger = 1.15;

/**
 * Where a line begins that stands between two tables: one that is larger than the text of the table, or with the very headings
 * of the table below it.
 */
function untilNext(lines: readonly TextLine[], from: number, to: number): number {
  const heading = lines[from]!;
  const size = usualSize(lines.slice(from, to).filter(({ runs }) => runs.length > 1));
  const isAlone = (i: number): boolean => i > from + 1 && lines[i]!.runs.length === 1;
  for (let i = from + 2; i < to; i++) {
    if (isAlone(i) && lines[i]!.size > larger * size) return i;
    if (lines[i]!.runs.length < 2 || lines[i]!.text !== heading.text || !isAlone(i - 1)) continue;
    let first = i - 1;
    while (isAlone(first - 1) && parseMark(lines[first]!.text) === null) first--;
    if (parseMark(lines[first]!.text) !== null) return first;
  }
  return to;
}

const usualSize = (lines: readonly TextLine[]): number =>
  lines.map(({ size }) => size).sort((a, b) => a - b)[lines.length >> 1] ?? 12;

/** The stretches that no run covers, between the first and the last. */
function emptyBetween(runs: readonly Run[], least: number): readonly Interval[] {
  const empty: Interval[] = [];
  let at = Number.POSITIVE_INFINITY;
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    if (run.left - at >= least) empty.push({ from: at, to: run.left });
    at = Number.isFinite(at) ? Math.max(at, run.right) : run.right;
  }
  return empty;
}

function isTable(lines: readonly TextLine[], { from, to, gutters }: Region): boolean {
  const within = lines.slice(from, to);
  const several = within.filter(line => columnsOf(line, gutters).length > 1).length;
  const first = within.flatMap(({ runs }) => runs.filter(run => columnOf(run, gutters) === 0));
  const marksOnly = first.every(({ text }) => parseBareMark(text) !== null);
  const columns = gutters.length + 1 - (marksOnly ? 1 : 0);
  // A table may have begun at the foot of the page.
  const atFoot = to === lines.length ? 1 : 0;
  return columns >= fewest.columns ? several >= fewest.lines - atFoot : columns === 2 && several >= fewest.linesOfTwo;
}

/** The column, from 0, that the middle of a run lies in. */
export const columnOf = ({ left, right }: Run, gutters: readonly Interval[]): number =>
  gutters.filter(({ from, to }) => (from + to) / 2 < (left + right) / 2).length;

const columnsOf = ({ runs }: TextLine, gutters: readonly Interval[]): readonly number[] => [
  ...new Set(runs.map(run => columnOf(run, gutters))),
];

/** Two columns as wide as each other, in which nearly every line is full: read down, then down again. */
function isProse(lines: readonly TextLine[], { from, to, gutters }: Region): boolean {
  if (gutters.length !== 1) return false;
  const within = lines.slice(from, to);
  const sides = [0, 1].map(side => within.flatMap(({ runs }) => runs.filter(run => columnOf(run, gutters) === side)));
  const widths = sides.map(
    runs => runs.reduce((a, r) => Math.max(a, r.right), 0) - runs.reduce((a, r) => Math.min(a, r.left), 1e6),
  );
  const filled = sides.map(
    (runs, side) => runs.reduce((sum, run) => sum + run.right - run.left, 0) / (widths[side]! * within.length),
  );
  return Math.min(...filled) > 0.65 && Math.min(...widths) > 0.75 * Math.max(...widths);
}

/** The distance from a line to the next within a text: the least in any column, unless no text has a second line. */
export function stepWithin(columns: readonly (readonly TextLine[])[]): number {
  const size = columns.flat()[0]?.size ?? 12;
  const steps = columns.flatMap(lines => lines.slice(1).map((line, i) => line.baseline - lines[i]!.baseline));
  const least = steps.filter(step => step >= size).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return least < 1.9 * size ? least : 1.4 * size;
}
