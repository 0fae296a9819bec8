import { readable } from './characters.ts';
import { identity, type Matrix, matrixOf, times, xOf, yOf } from './matrix.ts';

/** How a font of the library writes. */
export interface Typeface {
  readonly vertical: boolean;
  /** Units of a glyph's width to units of the text. */
  readonly scale: number;
}

/** A glyph with the way it runs: 0 to the right, 1 down, 2 to the left, 3 up. */
export interface Written {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly size: number;
  readonly turn: number | null;
}

export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface State {
  /** What is drawn elsewhere is not seen. */
  readonly clip: Area | null;
  readonly matrix: Matrix;
  readonly font: Typeface;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const unknownFont: Typeface = { vertical: false, scale: 0.001 };

/** What the library gives for a glyph. */
interface LibraryGlyph {
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly vmetric?: ArrayLike<unknown> | null;
  readonly isSpace?: unknown;
}

const finite = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** Deeper than any program nests; a file that saves its state for ever must not fill the memory. */
const deepest = 2_000;
/** A filled shape this thin, in points, is a line. */
const thin = 3;
/** Larger letters, in points, are no text that anybody reads. */
const largest = 500;

/**
 * Follows the operators of a page (ISO 32000-2, 8.4 and 9.3) and notes which glyphs and straight lines come to stand where.
 * It changes as it goes: a page has tens of thousands of operators.
 */
export class Pen {
  readonly written: Written[] = [];
  readonly segments: Segment[] = [];
  readonly #fontOf: (name: string) => Typeface | null;
  readonly #most: number;
  /** More was drawn than anybody reads; the rest was left out. */
  overflown = false;
  #state: State;
  #saved: State[] = [];
  #text: Matrix = identity;
  #line: Matrix = identity;
  #clips = false;

  constructor(base: Matrix, most: number, fontOf: (name: string) => Typeface | null) {
    this.#fontOf = fontOf;
    this.#most = most;
    this.#state = {
      clip: null,
      matrix: base,
      font: unknownFont,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
    };
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  save(): void {
    if (this.#saved.length < deepest) this.#saved.push(this.#state);
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  transform(matrix: unknown): void {
    const by = matrixOf(matrix);
    if (by) this.set({ matrix: times(this.#state.matrix, by) });
  }

  /** The next path bounds what is seen from then on. */
  clipByNext(): void {
    this.#clips = true;
  }

  /** Bounds what is seen to the box around a path, or does nothing when that path was not meant to. */
  clip(path: unknown): void {
    if (!this.#clips) return;
    this.#clips = false;
    this.#bound([...subpaths(path, this.#state.matrix)].flatMap(edges => edges.flatMap(e => [e.x0, e.y0, e.x1, e.y1])));
  }

  clipToBox(box: unknown): void {
    if (box === null || typeof box !== 'object' || !('length' in box) || box.length !== 4) return;
    const [x0, y0, x1, y1] = Array.from(box as ArrayLike<unknown>, finite) as [number, number, number, number];
    const m = this.#state.matrix;
    const corners = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] as const;
    this.#bound(corners.flatMap(([x, y]) => [xOf(m, x, y), yOf(m, x, y)]));
  }

  #bound(points: readonly number[]): void {
    const xs = points.filter((_, i) => i % 2 === 0);
    const ys = points.filter((_, i) => i % 2 === 1);
    const { clip } = this.#state;
    this.set({
      clip: {
        left: Math.max(least(xs), clip?.left ?? Number.NEGATIVE_INFINITY),
        top: Math.max(least(ys), clip?.top ?? Number.NEGATIVE_INFINITY),
        right: Math.min(most(xs), clip?.right ?? Number.POSITIVE_INFINITY),
        bottom: Math.min(most(ys), clip?.bottom ?? Number.POSITIVE_INFINITY),
      },
    });
  }

  setFont(name: unknown, size: unknown): void {
    this.set({ font: this.#fontOf(String(name)) ?? unknownFont, size: finite(size) });
  }

  beginText(): void {
    this.#text = identity;
    this.#line = identity;
  }

  setTextMatrix(matrix: unknown): void {
    this.#line = this.#text = matrixOf(matrix) ?? identity;
  }

  moveText(x: unknown, y: unknown): void {
    this.#line = this.#text = times(this.#line, [1, 0, 0, 1, finite(x), finite(y)]);
  }

  nextLine(): void {
    this.moveText(0, -this.#state.leading);
  }

  show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const { font, size, charSpacing, wordSpacing, scale, rise, matrix } = this.#state;
    let along = 0;
    for (const glyph of glyphs as readonly (number | LibraryGlyph | null)[]) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        along -= (finite(glyph) / 1000) * size * (font.vertical ? 1 : scale);
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const width = finite(glyph.width) * font.scale * size;
      if (font.vertical) {
        const high = finite(glyph.vmetric?.[0]) * font.scale * size || -size;
        this.#note(glyph, times(matrix, this.#text), [-width / 2, along + high * 0.88, width / 2, along + high * 0.88]);
        along += high - spacing;
      } else {
        const to = along + width * scale;
        this.#note(glyph, times(matrix, this.#text), [along, rise, to, rise]);
        along = to + spacing * scale;
      }
    }
    this.#text = times(this.#text, font.vertical ? [1, 0, 0, 1, 0, along] : [1, 0, 0, 1, along, 0]);
  }

  #note(glyph: LibraryGlyph, m: Matrix, [fromX, fromY, toX, toY]: readonly [number, number, number, number]): void {
    if (this.written.length >= this.#most) {
      this.overflown = true;
      return;
    }
    const text = typeof glyph.unicode === 'string' ? readable(glyph.unicode) : '';
    if (text === '') return;
    const x0 = xOf(m, fromX, fromY);
    const y0 = yOf(m, fromX, fromY);
    const x1 = xOf(m, toX, toY);
    const y1 = yOf(m, toX, toY);
    const size = Math.hypot(m[2], m[3]) * Math.abs(this.#state.size);
    if (![x0, y0, x1, y1, size].every(Number.isFinite) || size <= 0 || size > largest) return;
    if (!this.#isSeen((x0 + x1) / 2 + m[2] * 0.35 * this.#state.size, (y0 + y1) / 2 + m[3] * 0.35 * this.#state.size))
      return;
    this.written.push({ text, x0, y0, x1, y1, size, turn: turnOf(m) });
  }

  #isSeen(x: number, y: number): boolean {
    const { clip } = this.#state;
    return !clip || (x >= clip.left && x <= clip.right && y >= clip.top && y <= clip.bottom);
  }

  /** Straight edges of a path that is stroked, and of a filled one where it is so thin that it is a line. */
  draw(path: unknown, filled: boolean): void {
    for (const edges of subpaths(path, this.#state.matrix)) {
      if (this.segments.length + edges.length > this.#most) {
        this.overflown = true;
        return;
      }
      this.segments.push(...(filled ? middleLine(edges) : edges));
    }
  }
}

/** Into which of four directions the text runs; null when askew, as a watermark is. */
function turnOf(m: Matrix): number | null {
  const degrees = (Math.atan2(m[1], m[0]) * 180) / Math.PI;
  const turn = Math.round(degrees / 90);
  return Math.abs(degrees - turn * 90) < 4 ? (turn + 4) % 4 : null;
}

/** What the library's own codes mean in a path, and how many numbers follow each. */
const pathOperands = [2, 2, 6, 4, 0] as const;
const [moveTo, , , , closePath] = [0, 1, 2, 3, 4] as const;

/** The straight edges of each part of a path; curves are skipped over. */
function* subpaths(path: unknown, m: Matrix): Iterable<Segment[]> {
  if (path === null || typeof path !== 'object' || !('length' in path)) return;
  const data = path as ArrayLike<number>;
  let edges: Segment[] = [];
  let start = [0, 0] as readonly [number, number];
  let here = start;
  const lineTo = (to: readonly [number, number]): void => {
    edges.push({ x0: here[0], y0: here[1], x1: to[0], y1: to[1] });
    here = to;
  };
  for (let i = 0; i < data.length; ) {
    const code = data[i]!;
    const operands = pathOperands[code];
    if (operands === undefined) break;
    const x = data[i + operands - 1] ?? 0;
    const y = data[i + operands] ?? 0;
    const to = [xOf(m, x, y), yOf(m, x, y)] as const;
    if (code === moveTo) {
      if (edges.length > 0) yield edges;
      edges = [];
      start = here = to;
    } else if (code === closePath) lineTo(start);
    else if (code === 1) lineTo(to);
    else here = to;
    i += operands + 1;
  }
  if (edges.length > 0) yield edges;
}

function middleLine(edges: readonly Segment[]): readonly Segment[] {
  const xs = edges.flatMap(({ x0, x1 }) => [x0, x1]);
  const ys = edges.flatMap(({ y0, y1 }) => [y0, y1]);
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [
    ...(bottom - top <= thin ? [{ x0: left, y0: y, x1: right, y1: y }] : []),
    ...(right - left <= thin ? [{ x0: x, y0: top, x1: x, y1: bottom }] : []),
  ];
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
