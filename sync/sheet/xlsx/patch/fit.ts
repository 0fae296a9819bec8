import type { CellPatch } from '../../patch.ts';
import { heightNeeded, widthOf } from '../../row-fit.ts';
import type { Writing } from './decide.ts';
import type { Target } from './target.ts';

export interface Fit {
  /** The row is taller than it was, and its height was not set by a person. */
  readonly releaseHeight: boolean;
  /** Cells whose text may be cut off. */
  readonly tight: ReadonlySet<CellPatch>;
}

const none: ReadonlySet<CellPatch> = new Set();

/** Whether the texts of a row fit into it. */
export function fitRow(writings: readonly Writing[], target: Target): Fit {
  let tight: Set<CellPatch> | null = null;
  let releaseHeight = false;
  for (const writing of writings) {
    const room = roomOf(writing, target);
    if (room === null || neededBy(writing, target) <= room.points) continue;
    if (!room.fixed) releaseHeight = true;
    else tight = (tight ?? new Set()).add(writing.patch);
  }
  return { releaseHeight, tight: tight ?? none };
}

function neededBy({ patch, content, format }: Writing, { map, mergeAt }: Target): number {
  if (content.kind !== 'text') return 0;
  const merge = mergeAt(patch.row, patch.column);
  const width = widthOf(patch.column, merge, map.frame.columns, map.frame.defaultWidth);
  return heightNeeded(content.text, width, format);
}

interface Room {
  readonly points: number;
  /** It does not grow by itself: a person set it, or the cell is merged. */
  readonly fixed: boolean;
}

const usualHeight = 15;
const mostRows = 100;

/** Null where the row has no height of its own and grows by itself. */
function roomOf({ patch, standing }: Writing, { map, mergeAt }: Target): Room | null {
  const { defaultHeight } = map.frame;
  const usual = defaultHeight?.points ?? usualHeight;
  const merge = mergeAt(patch.row, patch.column);
  if (merge) {
    const others = Math.min(mostRows, merge.bottom - merge.top);
    return { points: (standing.row?.height ?? usual) + others * usual, fixed: true };
  }
  const own = standing.row?.height ?? null;
  if (own !== null) return { points: own, fixed: standing.row?.customHeight ?? false };
  return defaultHeight?.fixed ? { points: usual, fixed: true } : null;
}
