import { type Interval, regionsOf } from './columns.ts';
import { boxAt, type Frame, framesOf } from './frame.ts';
import { rowsBetween } from './hybrid.ts';
import { type Glyph, type Ink, middleOf, type Stroke } from './ink.ts';
import { linesOf } from './strokes.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { inColumn, rowsOf } from './unruled.ts';

/** A cell of a table on one page; rows and columns count from 0. */
export interface PageCell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly lines: readonly TextLine[];
}

/** A table, or the part of one that stands on a page. */
export interface PageTable {
  readonly kind: 'table';
  readonly page: number;
  /** The borders of its columns, ascending, in points. */
  readonly xs: readonly number[];
  /** The gaps between its columns, when these are all that tells them; null where lines are drawn. */
  readonly gutters: readonly Interval[] | null;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  readonly cells: readonly PageCell[];
}

export interface PageLine extends TextLine {
  readonly kind: 'line';
  readonly page: number;
}

export type Part = PageLine | PageTable;

export interface Page {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly parts: readonly Part[];
  /** The number of the line on the page, from 1, that a baseline belongs to. */
  readonly lineAt: (baseline: number) => number;
}

/**
 * Tells the tables of a page from the text around them.
 * @param before the page before, whose last table may go on here
 */
export function pageOf(ink: Ink, before: Page | null): Page {
  const drawn = linesOf(ink);
  const frames = framesOf(drawn).map(frame => ({ frame, at: boxAt(frame), glyphs: new Map<object, Glyph[]>() }));
  const outside: Glyph[] = [];
  for (const glyph of ink.glyphs) {
    const { x, y } = middleOf(glyph);
    const found = frames.map(({ at, glyphs }) => ({ box: at(x, y), glyphs })).find(({ box }) => box !== null);
    if (!found?.box) outside.push(glyph);
    else if (found.glyphs.has(found.box)) found.glyphs.get(found.box)!.push(glyph);
    else found.glyphs.set(found.box, [glyph]);
  }
  const tables: PageTable[] = [];
  for (const { frame, glyphs } of frames) {
    const table = tableOf(ink.page, frame, glyphs);
    if (table.cells.filter(({ lines }) => lines.length > 0).length > 1) tables.push(table);
    else outside.push(...[...glyphs.values()].flat());
  }
  const parts = [...loose(ink.page, textLines(outside), tables, drawn.horizontal, before), ...tables];
  return {
    page: ink.page,
    width: ink.width,
    height: ink.height,
    parts: parts.sort((a, b) => topOf(a) - topOf(b)),
    lineAt: lineCounter(parts),
  };
}

const topOf = (part: Part): number => (part.kind === 'line' ? part.baseline : part.top);

function tableOf(page: number, { xs, ys, boxes }: Frame, glyphs: ReadonlyMap<object, readonly Glyph[]>): PageTable {
  return {
    kind: 'table',
    page,
    xs,
    gutters: null,
    top: ys[0]!,
    bottom: ys.at(-1)!,
    rows: ys.length - 1,
    cells: boxes.map(box => ({ ...box, lines: textLines(glyphs.get(box) ?? []) })),
  };
}

/** The text outside ruled tables: lines, and tables where these stand in columns. */
function loose(
  page: number,
  lines: readonly TextLine[],
  tables: readonly PageTable[],
  strokes: readonly Stroke[],
  before: Page | null,
): readonly Part[] {
  const asLine = (line: TextLine): PageLine => ({ ...line, kind: 'line', page });
  const parts: Part[] = [];
  const borders = tables.map(({ top }) => top).sort((a, b) => a - b);
  const stretches = Map.groupBy(lines, ({ baseline }) => borders.findLastIndex(top => top < baseline));
  for (const [index, stretch] of stretches) {
    const ended = index < 0 ? before?.parts.findLast(part => part.kind === 'table') : undefined;
    let done = 0;
    for (const { from, to, gutters, isProse } of regionsOf(stretch, ended?.gutters ?? null)) {
      const within = stretch.slice(from, to);
      const table = isProse ? null : unruledTable(page, within, gutters, strokes, ended !== undefined);
      parts.push(...stretch.slice(done, from).map(asLine));
      if (table) parts.push(table);
      else if (isProse)
        parts.push(...[0, 1].flatMap(side => within.flatMap(line => inColumn(line, side, gutters))).map(asLine));
      else parts.push(...within.map(asLine));
      done = to;
    }
    parts.push(...stretch.slice(done).map(asLine));
  }
  return parts;
}

function unruledTable(
  page: number,
  lines: readonly TextLine[],
  gutters: readonly Interval[],
  strokes: readonly Stroke[],
  goesOn: boolean,
): PageTable | null {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const xs = [
    lines.reduce((least, { left }) => Math.min(least, left), first.left),
    ...gutters.map(({ from, to }) => (from + to) / 2),
    lines.reduce((most, { right }) => Math.max(most, right), first.right),
  ];
  const told = rowsOf(lines, gutters, goesOn);
  const ruled = rowsBetween(lines, gutters, xs, strokes);
  const rows = ruled && ruled.rows >= 0.5 * (told?.rows ?? 0) ? ruled : told;
  if (!rows) return null;
  return { kind: 'table', page, xs, gutters, top: first.baseline - first.size, bottom: last.baseline, ...rows };
}

function lineCounter(parts: readonly Part[]): (baseline: number) => number {
  const lines = parts.flatMap(part => (part.kind === 'line' ? [part] : part.cells.flatMap(cell => cell.lines)));
  const counted: number[] = [];
  for (const { baseline, size } of lines.sort((a, b) => a.baseline - b.baseline)) {
    if (counted.length === 0 || baseline - counted.at(-1)! > 0.4 * size) counted.push(baseline);
  }
  return baseline => Math.max(1, counted.findLastIndex(at => at <= baseline + 0.01) + 1);
}
