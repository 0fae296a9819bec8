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

/** Texts in the middle of the rows that they belong to. */
export function aroundMiddle(
  blocks: readonly Block[],
  rows: readonly Block[],
  isLeft: boolean,
  goesOn: boolean,
): readonly PageCell[] {
  return isLeft ? sharedOut(blocks, rows, goesOn) : nearest(blocks, rows);
}

function nearest(blocks: readonly Block[], rows: readonly Block[]): readonly PageCell[] {
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

/**
 * Shares all rows out among the texts, in order, so that each stands as near as can be to the middle of its rows. Rows
 * above the first text may belong to one on the page before.
 */
function sharedOut(blocks: readonly Block[], rows: readonly Block[], goesOn: boolean): readonly PageCell[] {
  const count = Math.min(blocks.length, rows.length);
  // The last text of a page may belong to rows overleaf as well, and then stands below the middle of those seen here.
  const off = (block: number, from: number, to: number): number => {
    const below = middle(blocks[block]!) - (rows[from]!.top + rows[to]!.bottom) / 2;
    return block === count - 1 && to === rows.length - 1 && below > 0 ? 0 : below ** 2;
  };
  // best[k][r]: the least sum with k texts sharing the rows before r.
  const best = Array.from({ length: count + 1 }, () =>
    new Array<number>(rows.length + 1).fill(Number.POSITIVE_INFINITY),
  );
  const begin = Array.from({ length: count + 1 }, () => new Array<number>(rows.length + 1).fill(0));
  best[0]![0] = 0;
  for (let r = 1; goesOn && r <= rows.length; r++) best[0]![r] = (rows[r - 1]!.bottom - rows[0]!.top + 1) ** 2;
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
