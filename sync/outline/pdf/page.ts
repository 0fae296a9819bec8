import { type Interval, regionsOf } from './columns.ts';
import { rowsBetween } from './hybrid.ts';
import type { Stroke } from './ink.ts';
import type { PageLine, PageTable, Sketch } from './sketch.ts';
import { inColumn, rowsOf } from './unruled.ts';

export type Part = PageLine | PageTable;

interface Placed {
  /** How far down the page it is read; parts that are read one after the other may have the same. */
  readonly at: number;
  readonly part: Part;
}

/**
 * The lines and tables of a page in reading order, with the tables for which nothing is drawn.
 * @param before the table that ended the page before by gaps alone, and may go on here
 */
export function partsOf({ page, lines, tables, strokes }: Sketch, before: PageTable | null): readonly Part[] {
  const tops = tables.map(({ top }) => top).sort((a, b) => a - b);
  const stretches = Map.groupBy(lines, ({ baseline }) => tops.findLastIndex(top => top < baseline));
  const placed: Placed[] = tables.map(part => ({ at: part.top, part }));
  for (const [index, stretch] of stretches) {
    placed.push(...partsIn(page, stretch, strokes, index < 0 ? before : null));
  }
  return placed.toSorted((a, b) => a.at - b.at).map(({ part }) => part);
}

function partsIn(
  page: number,
  lines: readonly PageLine[],
  strokes: readonly Stroke[],
  before: PageTable | null,
): readonly Placed[] {
  const placed: Placed[] = [];
  const place = (parts: readonly PageLine[], at?: number): void => {
    placed.push(...parts.map(part => ({ at: at ?? part.baseline, part })));
  };
  let done = 0;
  for (const { from, to, gutters, isProse } of regionsOf(lines, before?.gutters ?? null)) {
    const within = lines.slice(from, to);
    const top = within[0]!.baseline;
    const table = isProse ? null : tableOf(page, within, gutters, strokes, before !== null);
    place(lines.slice(done, from));
    if (table) placed.push({ at: top, part: table });
    else if (isProse) place(readDown(within, gutters), top);
    else place(within);
    done = to;
  }
  place(lines.slice(done));
  return placed;
}

const readDown = (lines: readonly PageLine[], gutters: readonly Interval[]): readonly PageLine[] =>
  [0, 1].flatMap(column =>
    lines.flatMap(line => inColumn(line, column, gutters).map(half => ({ ...half, kind: line.kind, page: line.page }))),
  );

function tableOf(
  page: number,
  lines: readonly PageLine[],
  gutters: readonly Interval[],
  strokes: readonly Stroke[],
  goesOn: boolean,
): PageTable | null {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const xs = [
    lines.reduce((least, { left }) => Math.min(least, left), first.left),
    ...gutters.map(({ from, to }) => (from + to) / 2),
    // Nothing tells the far edge of the last column; its text may be shorter than it is wide.
    lines.reduce((most, { right }) => Math.max(most, right), first.right) + 1.5 * first.size,
  ];
  const told = rowsOf(lines, gutters, goesOn);
  const ruled = rowsBetween(lines, gutters, xs, strokes);
  const rows = ruled && ruled.rows >= 0.5 * (told?.rows ?? 0) ? ruled : told;
  if (!rows) return null;
  return { kind: 'table', page, xs, gutters, top: first.baseline - first.size, bottom: last.baseline, ...rows };
}
