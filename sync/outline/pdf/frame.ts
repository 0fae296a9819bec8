import type { Stroke } from './ink.ts';
import type { Lines } from './strokes.ts';

/** A cell of a ruled table by the lines around it, counted from 0: from line `left` to line `right + 1`. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The lines of one table on one page. */
export interface Frame {
  /** Ascending, in points; one more than there are columns. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly boxes: readonly Box[];
}

/** Lines cross or meet although they miss each other by this much, in points. */
const reach = 2;
/** Borders this near, in points, are one: no row and no column is smaller. */
const nearest = 3.5;

/** A net with more meshes is no table. */
const mostCells = 50_000;

/** The tables that lines draw on a page, from top to bottom. A single box is none. */
export function framesOf(lines: Lines): readonly Frame[] {
  const frames = components(lines)
    .map(frameOf)
    .filter(frame => frame !== null && frame.xs.length > 2 && frame.boxes.length > 1)
    .filter(frame => frame !== null);
  const isInside = (a: Frame, b: Frame): boolean =>
    a !== b && a.xs[0]! > b.xs[0]! && a.xs.at(-1)! < b.xs.at(-1)! && a.ys[0]! > b.ys[0]! && a.ys.at(-1)! < b.ys.at(-1)!;
  return frames
    .filter(frame => !frames.some(other => isInside(frame, other)))
    .sort((a, b) => a.ys[0]! - b.ys[0]! || a.xs[0]! - b.xs[0]!);
}

/** Lines that cross or meet, directly or through others. */
function components({ horizontal, vertical }: Lines): readonly Lines[] {
  const parent = [...horizontal, ...vertical].map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const [h, across] of horizontal.entries()) {
    for (const [v, down] of vertical.entries()) {
      if (isWithin(down.at, across) && isWithin(across.at, down)) parent[root(h)] = root(horizontal.length + v);
    }
  }
  const groups = Map.groupBy(parent.keys(), root);
  return Array.from(groups.values(), members => ({
    horizontal: members.filter(i => i < horizontal.length).map(i => horizontal[i]!),
    vertical: members.filter(i => i >= horizontal.length).map(i => vertical[i - horizontal.length]!),
  }));
}

const isWithin = (at: number, { from, to }: Stroke): boolean => at >= from - reach && at <= to + reach;

function frameOf({ horizontal, vertical }: Lines): Frame | null {
  if (horizontal.length === 0 || vertical.length === 0) return null;
  const xs = positions(vertical, horizontal);
  const ys = positions(horizontal, vertical);
  if (xs.length * ys.length > mostCells) return null;
  const across = borders(horizontal, ys, xs);
  const down = borders(vertical, xs, ys);
  return { xs, ys, boxes: boxesOf(xs.length - 1, ys.length - 1, { across, down }) };
}

/** Where lines stand, and where the lines across them end: a table may be open at its sides. */
export function positions(lines: readonly Stroke[], crossing: readonly Stroke[]): readonly number[] {
  const ends = [crossing.map(({ from }) => from), crossing.map(({ to }) => to)] as const;
  const outer = [ends[0].reduce((a, b) => Math.min(a, b)), ends[1].reduce((a, b) => Math.max(a, b))];
  const sorted = lines.map(({ at }) => at).sort((a, b) => a - b);
  const found: number[] = [];
  for (const at of sorted) if (found.length === 0 || at - found.at(-1)! > nearest) found.push(at);
  const [first, last] = outer as [number, number];
  return [...(first < found[0]! - nearest ? [first] : []), ...found, ...(last > found.at(-1)! + nearest ? [last] : [])];
}

/** For each position of lines and each gap between the crossing ones, whether a line is drawn there. */
export function borders(
  lines: readonly Stroke[],
  at: readonly number[],
  crossing: readonly number[],
): readonly boolean[][] {
  const drawn = at.map(() => crossing.slice(1).map(() => 0));
  for (const line of lines) {
    const i = nearestIndex(at, line.at);
    for (let gap = 0; gap + 1 < crossing.length; gap++) {
      const from = crossing[gap]!;
      const to = crossing[gap + 1]!;
      const covered = Math.min(to, line.to) - Math.max(from, line.from);
      if (covered > 0) drawn[i]![gap]! += covered / (to - from);
    }
  }
  return drawn.map(row => row.map(share => share >= 0.5));
}

export function nearestIndex(sorted: readonly number[], value: number): number {
  let best = 0;
  for (const [i, at] of sorted.entries()) if (Math.abs(at - value) < Math.abs(sorted[best]! - value)) best = i;
  return best;
}

interface Borders {
  /** By line, then column. */
  readonly across: readonly (readonly boolean[])[];
  /** By line, then row. */
  readonly down: readonly (readonly boolean[])[];
}

/** Cells reach as far as no border is drawn: first to the right, then down over their whole width. */
export function boxesOf(columns: number, rows: number, { across, down }: Borders): readonly Box[] {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const boxes: Box[] = [];
  for (let top = 0; top < rows; top++) {
    for (let left = 0; left < columns; left++) {
      if (taken[top]![left]) continue;
      let right = left;
      while (right + 1 < columns && !taken[top]![right + 1] && !down[right + 1]![top]) right++;
      let bottom = top;
      const isOpenBelow = (row: number): boolean => {
        for (let column = left; column <= right; column++) {
          if (across[row + 1]![column] || taken[row + 1]![column]) return false;
          if (column < right && down[column + 1]![row + 1]) return false;
        }
        return true;
      };
      while (bottom + 1 < rows && isOpenBelow(bottom)) bottom++;
      for (let row = top; row <= bottom; row++) taken[row]!.fill(true, left, right + 1);
      boxes.push({ top, left, bottom, right });
    }
  }
  return boxes;
}

/** The box that a point of the page lies in; null outside the table. */
export function boxAt(frame: Frame): (x: number, y: number) => Box | null {
  const columns = frame.xs.length - 1;
  const map: Box[] = [];
  for (const box of frame.boxes) {
    for (let row = box.top; row <= box.bottom; row++) {
      for (let column = box.left; column <= box.right; column++) map[row * columns + column] = box;
    }
  }
  return (x, y) => {
    const column = frame.xs.findLastIndex(at => at <= x);
    const row = frame.ys.findLastIndex(at => at <= y);
    const isOutside = column < 0 || row < 0 || column >= columns || row >= frame.ys.length - 1;
    return isOutside ? null : (map[row * columns + column] ?? null);
  };
}
