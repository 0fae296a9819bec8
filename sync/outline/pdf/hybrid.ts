import type { Interval } from './columns.ts';
import { borders, boxAt, boxesOf, type Frame, positions } from './frame.ts';
import type { Stroke } from './ink.ts';
import type { PageCell } from './sketch.ts';
import type { TextLine } from './text-lines.ts';
import { inColumn, type Rows } from './unruled.ts';

/**
 * Rows and cells of lines that stand in columns when lines are drawn between the rows alone; null when fewer than three
 * rows are told apart by these.
 * @param xs the borders of the columns, as far as gaps tell
 */
export function rowsBetween(
  lines: readonly TextLine[],
  gutters: readonly Interval[],
  xs: readonly number[],
  strokes: readonly Stroke[],
): Rows | null {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const width = xs.at(-1)! - xs[0]!;
  const ends = { at: xs[0]!, from: first.baseline - first.size, to: last.baseline + 0.4 * last.size };
  const across = strokes.filter(
    ({ at, from, to }) =>
      at > ends.from - 2 * first.size &&
      at < ends.to + 2 * last.size &&
      Math.min(to, xs.at(-1)!) - Math.max(from, xs[0]!) > 0.1 * width,
  );
  if (across.length < 4) return null;
  const ys = positions(across, [ends]);
  const middles = lines.map(({ baseline, size }) => baseline - 0.35 * size);
  const down = xs.map((x, i) =>
    ys.slice(1).map((below, row) => {
      const isOuter = i === 0 || i === xs.length - 1;
      const crossing = (line: TextLine, n: number): boolean =>
        middles[n]! > ys[row]! && middles[n]! < below && line.runs.some(({ left, right }) => left < x && right > x);
      return isOuter || !lines.some(crossing);
    }),
  );
  const frame: Frame = {
    xs,
    ys,
    boxes: boxesOf(xs.length - 1, ys.length - 1, { across: borders(across, ys, xs), down }),
  };
  return { rows: ys.length - 1, cells: cellsOf(frame, lines, gutters) };
}

function cellsOf(frame: Frame, lines: readonly TextLine[], gutters: readonly Interval[]): readonly PageCell[] {
  const at = boxAt(frame);
  const held = new Map<object, TextLine[]>();
  for (const line of lines) {
    for (const part of gutters
      .map((_, i) => i)
      .concat(gutters.length)
      .flatMap(i => inColumn(line, i, gutters))) {
      const box = at((part.left + part.right) / 2, part.baseline - 0.35 * part.size);
      if (box) held.set(box, [...(held.get(box) ?? []), part]);
    }
  }
  return frame.boxes.map(box => ({ ...box, lines: held.get(box) ?? [] }));
}
