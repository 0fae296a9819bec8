import { type Placed, type TextColumn, textColumns } from './cells.ts';
import { endsSentence } from './join.ts';
import type { Piece } from './pieces.ts';

/** How wide the lines of a column are where they are full: the first of a cell, and those below, which may hang. */
export interface Width {
  readonly first: number;
  readonly below: number;
  /** The share of its cells that end with a full stop. */
  readonly closed: number;
}
export type Widths = Readonly<Record<TextColumn, Width>>;

const free: Width = { first: Number.POSITIVE_INFINITY, below: Number.POSITIVE_INFINITY, closed: 0.5 };
const unwrapped: Widths = { item: free, keyPoint: free, step: free };

/** The width that most full lines reach; a few stick out where a comma hangs over the edge. */
function reached(widths: readonly number[], share: number): number | null {
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

/** A mark in half width leaves its line narrower than those below it. */
const markSlack = 3;

/** A first measure, at the lines that begin with a mark, because their column is known. */
export function firstWidths(pieces: readonly Piece[]): Widths {
  const texts = pieces.filter(({ kind }) => kind === 'text');
  const begun = texts.filter(({ level, cut }) => level !== null && level <= 2 && !cut);
  const of = (column: number): number | null =>
    reached(
      begun.filter(({ level }) => level === column).map(({ width }) => width),
      0.85,
    );
  const open = begun.filter(({ text }) => !endsSentence(text) && !/[：:]$/.test(text));
  const [item, keyPoint, step] = [of(0), of(1), of(2)];
  if (open.length * 3 < begun.length || Math.max(keyPoint ?? 0, step ?? 0) > 120) return unwrapped;
  const widest = reached(
    texts.map(({ width }) => width),
    0.9,
  );
  const both = (width: number | null): Width =>
    width === null ? free : { first: width, below: width + markSlack, closed: 0.5 };
  return { item: both(item), keyPoint: both(keyPoint), step: both(Math.max(step ?? 0, widest ?? 0)) };
}

/** A better measure once every line has its column: the last line of a cell tells nothing, all others were full. */
export function measuredWidths(placed: readonly Placed[], before: Widths): Widths {
  const of = (column: TextColumn): Width => {
    const own = placed.filter(other => other.column === column);
    const full = own.filter((_, i) => own[i + 1]?.begins === false && own[i + 1]!.piece.level === null);
    const first = full.filter(({ begins }) => begins).map(({ piece }) => piece.width);
    const below = full.filter(({ begins }) => !begins).map(({ piece }) => piece.width);
    const last = own.filter((_, i) => own[i + 1]?.begins !== false);
    const known = before[column];
    return {
      closed: last.filter(({ piece }) => endsSentence(piece.text)).length / Math.max(1, last.length),
      first: known.first < free.first && first.length > 2 ? reached(first, 0.8)! : known.first,
      below: known.below < free.below && below.length > 2 ? reached(below, 0.8)! : known.below,
    };
  };
  return { item: of('item'), keyPoint: of('keyPoint'), step: of('step') };
}

export const isTextColumn = (column: string): column is TextColumn =>
  (textColumns as readonly string[]).includes(column);
