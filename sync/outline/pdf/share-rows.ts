import { parseMark } from '../../model/index.ts';
import type { PageCell } from './sketch.ts';
import type { TextLine } from './text-lines.ts';

/** Lines of one column that belong together. */
export interface Block {
  readonly column: number;
  readonly lines: readonly TextLine[];
  /** Baselines of its first and its last line. */
  readonly top: number;
  readonly bottom: number;
}

const cellOf = ({ column, lines }: Block, top: number, bottom: number): PageCell => ({
  top,
  bottom,
  left: column,
  right: column,
  lines,
});

const middle = ({ top, bottom }: Pick<Block, 'top' | 'bottom'>): number => (top + bottom) / 2;

/**
 * Texts at the top of the rows that they belong to: left of the rows' own text each reaches down to the next, right of it
 * each says something of one row only. Two that come to stand in one row are one.
 */
export function fromTop(blocks: readonly Block[], rows: readonly Block[], isLeft: boolean): readonly PageCell[] {
  const cells: PageCell[] = [];
  for (const block of blocks) {
    const tolerance = block.lines[0]!.size * 0.5;
    const row = Math.max(
      0,
      rows.findLastIndex(({ top }) => top <= block.top + tolerance),
    );
    const before = cells.at(-1);
    if (before?.top === row) cells[cells.length - 1] = { ...before, lines: [...before.lines, ...block.lines] };
    else cells.push(cellOf(block, row, row));
  }
  return isLeft ? cells.map((cell, i) => ({ ...cell, bottom: (cells[i + 1]?.top ?? rows.length) - 1 })) : cells;
}

/** Texts in the middle of the row or of the two rows that they say something of. */
export function nearest(blocks: readonly Block[], rows: readonly Block[]): readonly PageCell[] {
  const cells: PageCell[] = [];
  for (const block of blocks) {
    const at = middle(block);
    const half = block.lines[0]!.size * 0.7;
    const inside = rows.findIndex(({ top, bottom }) => top - half <= at && at <= bottom + half);
    const above = rows.findLastIndex(row => middle(row) <= at);
    const [from, to] = inside >= 0 ? [inside, inside] : [Math.max(0, above), Math.min(above + 1, rows.length - 1)];
    const before = cells.at(-1);
    if (before && before.bottom >= from)
      cells[cells.length - 1] = { ...before, lines: [...before.lines, ...block.lines] };
    else cells.push(cellOf(block, from, to));
  }
  return cells;
}

/** What is lost, as a square of points, when a text does not begin with the numbers of those beside it, or begins amid them. */
const outOfStep = 10_000;
/** How little it counts, of its height, that rows are left to a text overleaf, or stand overleaf themselves. */
const unseen = { above: 0.05, below: 0.2 } as const;

/**
 * For each row whether the numbers in it begin anew, so that a text on the left begins there too; null where nothing tells.
 * @param cells of the column that stands next on the right
 */
export function beginnings(cells: readonly PageCell[], rows: number): readonly (boolean | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const cell = cells.find(({ top, bottom }) => top <= row && row <= bottom);
    if (!cell) return null;
    if (cell.top < row) return false;
    const mark = parseMark(cell.lines[0]?.text ?? '');
    return mark && mark.ordinal === 1;
  });
}

/**
 * Shares all rows out among the texts, in order, so that each stands as near as can be to the middle of its rows and
 * begins where numbers beside it do.
 * @param goesOn rows above the first text may belong to one on the page before
 */
export function sharedOut(
  blocks: readonly Block[],
  rows: readonly Block[],
  begins: readonly (boolean | null)[],
  goesOn: boolean,
): readonly PageCell[] {
  const count = Math.min(blocks.length, rows.length);
  const height = (from: number, to: number): number => rows[to]!.bottom - rows[from]!.top + 1;
  const missed = (from: number, to: number): number =>
    begins.slice(from, to + 1).filter(beginsHere => beginsHere === true).length * outOfStep;
  // The last text of a page may belong to rows overleaf as well, and then stands below the middle of those seen here.
  const off = (block: number, from: number, to: number): number => {
    const below = middle(blocks[block]!) - (rows[from]!.top + rows[to]!.bottom) / 2;
    const isLast = block === count - 1 && to === rows.length - 1 && below > 0;
    return (
      (isLast ? unseen.below * below : below) ** 2 + (begins[from] === false ? outOfStep : 0) + missed(from + 1, to)
    );
  };
  const none = (): number[] => new Array<number>(rows.length + 1).fill(Number.POSITIVE_INFINITY);
  // best[k][r]: the least sum with k texts sharing the rows before r.
  const best = Array.from({ length: count + 1 }, none);
  const begin = Array.from({ length: count + 1 }, none);
  best[0]![0] = 0;
  for (let r = 1; goesOn && r <= rows.length; r++)
    best[0]![r] = (unseen.above * height(0, r - 1)) ** 2 + missed(0, r - 1);
  for (let k = 1; k <= count; k++) {
    for (let r = k; r <= rows.length; r++) {
      for (let from = k - 1; from < r; from++) {
        const sum = best[k - 1]![from]! + off(k - 1, from, r - 1);
        if (sum >= best[k]![r]!) continue;
        best[k]![r] = sum;
        begin[k]![r] = from;
      }
    }
  }
  const cells: PageCell[] = [];
  let end = rows.length;
  for (let k = count; k > 0; k--) {
    const from = begin[k]![end]!;
    cells.unshift(cellOf(blocks[k - 1]!, from, end - 1));
    end = from;
  }
  const rest = blocks.slice(count).flatMap(({ lines }) => lines);
  const last = cells.at(-1);
  return last && rest.length > 0 ? [...cells.slice(0, -1), { ...last, lines: [...last.lines, ...rest] }] : cells;
}
