import { boxAt, type Frame, framesOf } from './frame.ts';
import { type Glyph, type Ink, middleOf } from './ink.ts';
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

/** Tells the tables of a page from the text around them. */
export function pageOf(ink: Ink): Page {
  const frames = framesOf(linesOf(ink)).map(frame => ({ frame, at: boxAt(frame), glyphs: new Map<object, Glyph[]>() }));
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
  const lines = textLines(outside);
  const parts = [...lines.map(line => ({ ...line, kind: 'line' as const, page: ink.page })), ...tables];
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
    top: ys[0]!,
    bottom: ys.at(-1)!,
    rows: ys.length - 1,
    cells: boxes.map(box => ({ ...box, lines: textLines(glyphs.get(box) ?? []) })),
  };
}

function lineCounter(parts: readonly Part[]): (baseline: number) => number {
  const lines = parts.flatMap(part => (part.kind === 'line' ? [part] : part.cells.flatMap(cell => cell.lines)));
  const counted: number[] = [];
  for (const { baseline, size } of lines.sort((a, b) => a.baseline - b.baseline)) {
    if (counted.length === 0 || baseline - counted.at(-1)! > 0.4 * size) counted.push(baseline);
  }
  return baseline => Math.max(1, counted.findLastIndex(at => at <= baseline + 0.01) + 1);
}
