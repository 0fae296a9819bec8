import type { Interval } from './columns.ts';
import type { PageTable } from './sketch.ts';
import type { TextLine } from './text-lines.ts';
import type { Room } from './wrapping.ts';

/** A line with the page that it stands on. */
export interface PlacedLine extends TextLine {
  readonly page: number;
}

/** A cell of a table that may reach over pages; rows and columns count from 0. */
export interface TableCell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly lines: readonly PlacedLine[];
}

/** A table over all its pages. */
export interface Table {
  readonly kind: 'table';
  readonly page: number;
  readonly lastPage: number;
  /** The borders of its columns on its first page. */
  readonly xs: readonly number[];
  /** The gaps between its columns, when these are all that tells them. */
  readonly gutters: readonly Interval[] | null;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  readonly cells: readonly TableCell[];
}

/** A table with nothing behind it yet. */
export const tableOf = ({ page, xs, gutters, top, bottom, rows, cells }: PageTable): Table => ({
  kind: 'table',
  page,
  lastPage: page,
  xs,
  gutters,
  top,
  bottom,
  rows,
  cells: cells.map(cell => ({ ...cell, lines: cell.lines.map(line => ({ ...line, page })) })),
});

/** Padding wider than this, in points, is an indentation. */
const mostPadding = 10;
/** In a column this wide, in the size of its text, lines are wrapped; in a narrower one they may all be short. */
const wideColumn = 6;

/** Where text begins and ends in a cell: as near to its borders as any text of the table comes on the left. */
export function roomIn({ xs, gutters, cells }: Pick<Table, 'xs' | 'gutters' | 'cells'>): (cell: TableCell) => Room {
  const gaps = cells.flatMap(({ left, lines }) => lines.map(line => line.left - xs[left]!));
  const padding = Math.max(
    0,
    gaps.filter(gap => gap >= -1).reduce((a, b) => Math.min(a, b), mostPadding),
  );
  const columns = Map.groupBy(cells, ({ left, right }) => `${left} ${right}`);
  const edges = new Map(
    [...columns].map(([key, found]) => [key, (gutters ? outermost : wrappingEdge)(found)] as const),
  );
  return ({ left, right }) => {
    const edge = edges.get(`${left} ${right}`);
    return {
      left: edge?.left ?? xs[left]! + padding,
      right: Math.min(xs[right + 1]! - (gutters ? 0 : padding), edge?.right ?? Number.POSITIVE_INFINITY),
    };
  };
}

type Edges = Partial<Room>;

/** Where lines of a column were wrapped, when several end there. */
function wrappingEdge(cells: readonly TableCell[]): Edges {
  const lines = cells.flatMap(cell => cell.lines.slice(0, -1));
  const last = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const near = lines.filter(line => last - line.right <= 0.3 * line.size && last - line.left >= wideColumn * line.size);
  return near.length >= 4 && near.length >= lines.length * 0.25 ? { right: last + 0.3 * near[0]!.size } : {};
}

/** Where the lines of a column begin and the longest ends, which is all that tells its edges when none is drawn. */
function outermost(cells: readonly TableCell[]): Edges {
  const lines = cells.flatMap(cell => cell.lines);
  const [first] = lines;
  if (!first) return {};
  const left = lines.reduce((least, line) => Math.min(least, line.left), first.left);
  const right = lines.reduce((most, line) => Math.max(most, line.right), first.right);
  return right - left >= wideColumn * first.size ? { left, right } : { left };
}
