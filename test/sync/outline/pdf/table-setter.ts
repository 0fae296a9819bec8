import { type Pen, widthOf } from './pdf-builder.ts';

/** A cell as it is set: its text with \n where a new line begins, and over how many rows and columns it reaches. */
export interface SetCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
}

export interface Setting {
  readonly left: number;
  readonly top: number;
  readonly widths: readonly number[];
  readonly rules: 'lines' | 'segments' | 'boxes' | 'rows' | 'none';
  readonly align: 'top' | 'middle';
  readonly size?: number;
}

const closing = /[，。、；：？！）」]/;

/** Breaks a text as word processors do: anywhere between characters, but not before a closing mark. */
export function wrap(text: string, width: number, size: number): readonly string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = [];
    let line = '';
    for (const token of paragraph.match(/[\u0021-\u007e]+|./gu) ?? []) {
      if (widthOf(line + token, size) <= width) line += token;
      else if (closing.test(token) && line.length > 1) {
        lines.push(line.slice(0, -1));
        line = line.slice(-1) + token;
      } else {
        lines.push(line);
        line = token;
      }
    }
    return [...lines, line];
  });
}

const edges = (from: number, sizes: readonly number[]): readonly number[] =>
  [0, ...sizes].map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, from));

/** Sets a table and gives the y of its lower edge. */
export function setTable(pen: Pen, cells: readonly SetCell[], setting: Setting): number {
  const { left, top, widths, rules, align, size = 12 } = setting;
  const leading = size * 1.5;
  const padding = rules === 'none' ? 8 : 4;
  const xs = edges(left, widths);
  const room = ({ column, columns = 1 }: SetCell): number => xs[column + columns]! - xs[column]! - 2 * padding;
  const linesOf = new Map(cells.map(cell => [cell, wrap(cell.text, room(cell), size)]));
  const count = Math.max(...cells.map(({ row, rows = 1 }) => row + rows));
  const heights = new Array<number>(count).fill(leading + 2 * padding);
  const need = (cell: SetCell): number => linesOf.get(cell)!.length * leading + 2 * padding;
  for (const cell of cells.toSorted((a, b) => (a.rows ?? 1) - (b.rows ?? 1))) {
    const rows = Array.from({ length: cell.rows ?? 1 }, (_, i) => cell.row + i);
    const missing = need(cell) - rows.reduce((sum, row) => sum + heights[row]!, 0);
    if (missing > 0) heights[rows.at(-1)!]! += missing;
  }
  const ys = edges(top, heights);
  for (const cell of cells) {
    const { row, column, rows = 1, columns = 1 } = cell;
    const [x0, x1, y0, y1] = [xs[column]!, xs[column + columns]!, ys[row]!, ys[row + rows]!];
    const lines = linesOf.get(cell)!;
    const spare = align === 'middle' ? (y1 - y0 - 2 * padding - lines.length * leading) / 2 : 0;
    for (const [i, line] of lines.entries()) {
      if (line !== '') pen.text(x0 + padding, y0 + padding + spare + i * leading + size, line, size);
    }
    drawBorder(pen, rules, [x0, y0, x1, y1]);
  }
  return ys.at(-1)!;
}

type Edges = readonly [x0: number, y0: number, x1: number, y1: number];

const drawBorder = (pen: Pen, rules: Setting['rules'], edges: Edges): void => borders[rules](pen, edges);

const borders: Readonly<Record<Setting['rules'], (pen: Pen, edges: Edges) => void>> = {
  lines: (pen, [x0, y0, x1, y1]) => {
    pen.line(x0, y0, x1, y0);
    pen.line(x0, y1, x1, y1);
    pen.line(x0, y0, x0, y1);
    pen.line(x1, y0, x1, y1);
  },
  // Each side in two pieces that do not quite meet, and not quite where the next cell has it.
  segments: (pen, [x0, y0, x1, y1]) => {
    for (const y of [y0 + 0.3, y1 - 0.3]) {
      pen.line(x0 + 0.5, y, (x0 + x1) / 2 - 0.5, y);
      pen.line((x0 + x1) / 2 + 0.5, y, x1 - 0.5, y);
    }
    for (const x of [x0 + 0.3, x1 - 0.3]) {
      pen.line(x, y0 + 0.5, x, (y0 + y1) / 2 - 0.5);
      pen.line(x, (y0 + y1) / 2 + 0.5, x, y1 - 0.5);
    }
  },
  boxes: (pen, [x0, y0, x1, y1]) => {
    pen.box(x0, y0, x1 - x0, 0.5);
    pen.box(x0, y1, x1 - x0, 0.5);
    pen.box(x0, y0, 0.5, y1 - y0);
    pen.box(x1, y0, 0.5, y1 - y0);
  },
  rows: (pen, [x0, y0, x1, y1]) => {
    pen.line(x0, y0, x1, y0);
    pen.line(x0, y1, x1, y1);
  },
  none: () => {},
};
