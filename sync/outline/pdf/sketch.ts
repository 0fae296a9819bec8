import type { Interval } from './columns.ts';
import { boxAt, type Frame, framesOf } from './frame.ts';
import { type Glyph, type Ink, middleOf, type Stroke } from './ink.ts';
import { linesOf } from './strokes.ts';
import { type TextLine, textLines } from './text-lines.ts';

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

/** A page in the rough: what stands in drawn tables, and the lines outside them. */
export interface Sketch {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly tables: readonly PageTable[];
  /** From top to bottom. */
  readonly lines: readonly PageLine[];
  readonly strokes: readonly Stroke[];
  /** The number of the line on the page, from 1, that a baseline belongs to. */
  readonly lineAt: (baseline: number) => number;
}

export function sketchOf(ink: Ink): Sketch {
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
  const lines = textLines(outside).map(line => ({ ...line, kind: 'line' as const, page: ink.page }));
  const inTables = tables.flatMap(({ cells }) => cells.flatMap(cell => cell.lines));
  return {
    page: ink.page,
    width: ink.width,
    height: ink.height,
    tables,
    lines,
    strokes: drawn.horizontal,
    lineAt: lineCounter([...lines, ...inTables]),
  };
}

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

function lineCounter(lines: readonly TextLine[]): (baseline: number) => number {
  const counted: number[] = [];
  for (const { baseline, size } of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    if (counted.length === 0 || baseline - counted.at(-1)! > 0.4 * size) counted.push(baseline);
  }
  return baseline => Math.max(1, counted.findLastIndex(at => at <= baseline + 0.01) + 1);
}
