import { type MarkKind, markRank, parseMark } from '../../model/index.ts';
import type { GridCell, GridRow } from '../../outline/grid.ts';
import { choicesIn } from './choices.ts';
import type { Layout } from './layout.ts';
import { isFootnote, isSignOff, isTotal } from './outside-rows.ts';
import { within } from './row-view.ts';

interface Entry {
  readonly row: number;
  readonly kind: MarkKind | null;
  /** The row prints choices to mark. */
  readonly offers: boolean;
  /** It does, or says something more that it asks. */
  readonly asks: boolean;
  /** A footnote, a sum or the row to sign: what stands below it is headed by nothing above. */
  readonly ends?: true;
}

/**
 * Where one column holds items, key points and steps one below the other: the rows that head what follows. A heading has a
 * mark of an outer kind, deeper marks right below, and nothing of its own to answer.
 */
export function stackedHeadings(layout: Layout, rows: readonly GridRow[]): ReadonlySet<number> {
  const [place] = (['step', 'keyPoint', 'item'] as const).flatMap(level => layout.fields.get(level) ?? []);
  if (!place || layout.fields.has('finding')) return new Set();
  const entries = rows.flatMap(({ row, cells }): readonly Entry[] => {
    const cell = cells.find(({ left }) => left >= place.left && left <= place.right);
    if (!cell) return [];
    if (isFootnote(cells) || isSignOff(cells) || isTotal(cells))
      return [{ row, kind: null, offers: false, asks: true, ends: true }];
    const offers = cells.some(({ text }) => choicesIn(text).length > 1);
    const asks = offers || asksMore(cells, layout, cell);
    return [{ row, kind: parseMark(cell.text)?.kind ?? null, offers, asks }];
  });
  const lines = entries.filter(({ ends }) => !ends).length;
  const prints = entries.filter(({ offers }) => offers).length;
  return new Set(
    entries.flatMap((entry, i) => (isHeading(entry, entries[i + 1], prints * 2 >= lines) ? [entry.row] : [])),
  );
}

/** @param printed most rows print choices, so that one which does not is a heading */
function isHeading({ kind, asks }: Entry, next: Entry | undefined, printed: boolean): boolean {
  if (asks || !next || next.ends) return false;
  return printed || (kind !== null && next.kind !== null && markRank(next.kind) > markRank(kind));
}

function asksMore(cells: readonly GridCell[], { fields, months }: Layout, text: GridCell): boolean {
  const places = [
    ...(['units', 'checkMonths', 'finding'] as const).flatMap(field => fields.get(field) ?? []),
    ...months.map(({ place }) => place),
  ];
  return cells.some(cell => cell !== text && places.some(place => within(cell, place)));
}
