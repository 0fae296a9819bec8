import { matchRows, type RowMatches } from '../form/identify/index.ts';
import { type FormBook, type Side, sideOf } from '../merge/workbooks/index.ts';
import type { Edition } from './order.ts';

/** A returned workbook, read once for all that is asked of it. */
export interface Opened {
  readonly side: Side;
  /** Which question of an edition each of its rows is; worked out once an edition. */
  readonly matches: (edition: Edition) => RowMatches;
  /** 0–1: how much of the two is the same rows. */
  readonly likeness: (edition: Edition) => number;
}

export function openReturned(book: FormBook): Opened {
  const side = sideOf(book);
  const known = new Map<Edition, RowMatches>();
  const matches = (edition: Edition): RowMatches => {
    const found = known.get(edition) ?? matchRows(side.asked, edition.asked);
    known.set(edition, found);
    return found;
  };
  return {
    side,
    matches,
    likeness: edition => {
      const both = side.asked.length + edition.asked.length;
      return both === 0 ? 0 : (2 * (edition.asked.length - matches(edition).missing.length)) / both;
    },
  };
}
