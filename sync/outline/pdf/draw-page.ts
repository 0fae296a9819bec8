import type { Glyph, Ink, Stroke } from './ink.ts';
import type { Matrix } from './matrix.ts';
import { Pen, type Segment, type Typeface, type Written } from './pen.ts';

/** What the library says a page draws, with the names of its operators. */
export interface Drawing {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own space to points from the upper left corner, turned as the page says. */
  readonly base: Matrix;
  readonly operators: Iterable<readonly [name: string, args: readonly unknown[]]>;
  readonly fontOf: (name: string) => Typeface | null;
}

type Operator = (pen: Pen, args: readonly unknown[]) => void;

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const strokes = new Set([
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);
const fills = new Set(['fill', 'eoFill']);

/** The operators that move text and lines; the others change nothing about where these stand. */
const operators = (pathUse: (code: unknown) => string): Readonly<Record<string, Operator>> => ({
  save: pen => pen.save(),
  restore: pen => pen.restore(),
  transform: (pen, args) => pen.transform(args),
  paintFormXObjectBegin: (pen, [matrix, box]) => {
    pen.save();
    pen.transform(matrix);
    pen.clipToBox(box);
  },
  paintFormXObjectEnd: pen => pen.restore(),
  setGState: (pen, [entries]) => {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries) if (key === 'Font' && Array.isArray(value)) pen.setFont(value[0], value[1]);
  },
  clip: pen => pen.clipByNext(),
  eoClip: pen => pen.clipByNext(),
  beginText: pen => pen.beginText(),
  setFont: (pen, [name, size]) => pen.setFont(name, size),
  setCharSpacing: (pen, [value]) => pen.set({ charSpacing: number(value) }),
  setWordSpacing: (pen, [value]) => pen.set({ wordSpacing: number(value) }),
  setHScale: (pen, [value]) => pen.set({ scale: number(value) / 100 }),
  setLeading: (pen, [value]) => pen.set({ leading: number(value) }),
  setTextRise: (pen, [value]) => pen.set({ rise: number(value) }),
  setTextMatrix: (pen, [matrix]) => pen.setTextMatrix(matrix),
  moveText: (pen, [x, y]) => pen.moveText(x, y),
  setLeadingMoveText: (pen, [x, y]) => {
    pen.set({ leading: -number(y) });
    pen.moveText(x, y);
  },
  nextLine: pen => pen.nextLine(),
  showText: (pen, [glyphs]) => pen.show(glyphs),
  showSpacedText: (pen, [glyphs]) => pen.show(glyphs),
  constructPath: (pen, [use, data]) => {
    const name = pathUse(use);
    const path = Array.isArray(data) ? data[0] : null;
    if (strokes.has(name)) pen.draw(path, false);
    else if (fills.has(name)) pen.draw(path, true);
    pen.clip(path);
  },
});

/** Draws a page and turns it so that most of its text runs from left to right; text that runs otherwise is left out. */
export function drawPage(drawing: Drawing, most: number, pathUse: (code: unknown) => string): Ink & { cut: boolean } {
  const pen = new Pen(drawing.base, most, drawing.fontOf);
  const table = operators(pathUse);
  for (const [name, args] of drawing.operators) table[name]?.(pen, args);
  const turn = commonest(pen.written.map(glyph => glyph.turn));
  const turned = turns[turn]!(drawing.width, drawing.height);
  const upright = pen.written.filter(glyph => glyph.turn === turn).map(glyph => glyphOf(glyph, turned.point));
  const segments = pen.segments.map(segment => turnSegment(segment, turned.point));
  return {
    page: drawing.page,
    width: turned.width,
    height: turned.height,
    glyphs: withoutDoubles(upright.filter(isOn(turned.width, turned.height))),
    horizontal: segments.flatMap(segment => alongAxis(segment)),
    vertical: segments.flatMap(({ x0, y0, x1, y1 }) => alongAxis({ x0: y0, y0: x0, x1: y1, y1: x1 })),
    cut: pen.overflown,
  };
}

type Point = readonly [number, number];

/** How a page is turned whose text runs to the right, down, to the left or up. */
const turns: readonly ((
  width: number,
  height: number,
) => { readonly width: number; readonly height: number; readonly point: (x: number, y: number) => Point })[] = [
  (width, height) => ({ width, height, point: (x, y) => [x, y] }),
  (width, height) => ({ width: height, height: width, point: (x, y) => [y, width - x] }),
  (width, height) => ({ width, height, point: (x, y) => [width - x, height - y] }),
  (width, height) => ({ width: height, height: width, point: (x, y) => [height - y, x] }),
];

function commonest(found: readonly (number | null)[]): number {
  const counts = [0, 0, 0, 0];
  for (const turn of found) if (turn !== null) counts[turn]!++;
  return counts.indexOf(Math.max(...counts));
}

function glyphOf({ text, x0, y0, x1, y1, size }: Written, point: (x: number, y: number) => Point): Glyph {
  const [left, baseline] = point(x0, y0);
  const [right] = point(x1, y1);
  return { text, left: Math.min(left, right), right: Math.max(left, right), baseline, size };
}

function turnSegment({ x0, y0, x1, y1 }: Segment, point: (x: number, y: number) => Point): Segment {
  const [ax, ay] = point(x0, y0);
  const [bx, by] = point(x1, y1);
  return { x0: ax, y0: ay, x1: bx, y1: by };
}

function alongAxis({ x0, y0, x1, y1 }: Segment): readonly Stroke[] {
  const long = Math.abs(x1 - x0);
  const off = Math.abs(y1 - y0);
  if (!(off <= 1 && long >= off * 4 && long > 0)) return [];
  return [{ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
}

const isOn =
  (width: number, height: number) =>
  ({ left, right, baseline }: Glyph): boolean =>
    right > -1 && left < width + 1 && baseline > -1 && baseline < height + 12;

/** The side of the squares, in points, in which glyphs are looked for; wider than glyphs are printed twice apart. */
const square = 6;

/** Some programs print bold by printing twice, a hair apart: the second time says nothing new. */
function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const printed = new Map<string, Glyph[]>();
  return glyphs.filter(glyph => {
    const { text, left, baseline, size } = glyph;
    if (text === ' ') return true;
    const reach = Math.min(size * 0.15, square);
    const isTwin = (other: Glyph): boolean =>
      Math.abs(other.left - left) < reach && Math.abs(other.baseline - baseline) < reach;
    for (const column of squares(left, reach)) {
      for (const row of squares(baseline, reach)) {
        if (printed.get(`${text}${column},${row}`)?.some(isTwin)) return false;
      }
    }
    const key = `${text}${Math.floor(left / square)},${Math.floor(baseline / square)}`;
    const list = printed.get(key);
    if (list) list.push(glyph);
    else printed.set(key, [glyph]);
    return true;
  });
}

function squares(at: number, reach: number): readonly number[] {
  const [from, to] = [Math.floor((at - reach) / square), Math.floor((at + reach) / square)];
  return from === to ? [from] : [from, to];
}
