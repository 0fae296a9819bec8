import { type MarkKind, markRank, parseMark } from '../../model/index.ts';
import type { GridCell, GridRow } from '../../outline/grid.ts';
import { choicesIn } from './choices.ts';
import type { Layout } from './layout.ts';
import { isFootnote, isSignOff, isTotal } from './outside-rows.ts';

interface Entry {
  readonly row: number;
  readonly kind: MarkKind | null;
  /** The row prints something to answer, or something more that it asks. */
  readonly asks: boolean;
}

/**
 * Where one column holds items, key points and steps one below the other: the rows that head what follows. A heading has a
 * mark of an outer kind, deeper marks right below, and nothing of its own to answer.
 */
export function stackedHeadings(layout: Layout, rows: readonly GridRow[]): ReadonlySet<number> {
  const [place] = (['step', 'keyPoint', 'item'] as const).flatMap(level => layout.fields.get(level) ?? []);
  if (!place || layout.fields.has('finding')) return new Set();
  const entries = rows.flatMap(({ row, cells }) => {
    const cell = cells.find(({ left }) => left >= place.left && left <= place.right);
    if (!cell || isFootnote(cells) || isSignOff(cells) || isTotal(cells)) return [];
    return [{ row, kind: parseMark(cell.text)?.kind ?? null, asks: asksMore(cells, layout, cell) }];
  });
  const prints = entries.filter(({ asks }) => asks).length;
  return new Set(
    entries.flatMap((entry, i) => (isHeading(entry, entries[i + 1], prints * 2 >= entries.length) ? [entry.row] : [])),
  );
}

/** @param printed most rows print something to answer, so that one which does not is none */
function isHeading({ kind, asks }: Entry, next: Entry | undefined, printed: boolean): boolean {
  if (kind === null || asks || !next) return false;
  const headsNext = next.kind !== null && markRank(next.kind) > markRank(kind);
  return headsNext || (printed && next.asks && next.kind === null);
}

function asksMore(cells: readonly GridCell[], { fields }: Layout, text: GridCell): boolean {
  const places = (['units', 'checkMonths', 'finding'] as const).flatMap(field => fields.get(field) ?? []);
  return cells.some(
    cell =>
      cell !== text &&
      (choicesIn(cell.text).length > 1 || places.some(({ left, right }) => cell.left >= left && cell.right <= right)),
  );
}
