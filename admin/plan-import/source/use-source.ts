import { useMemo, useState } from 'react';
import type { PlanSource } from '../../../sync/model/index.ts';
import type { OutlineRow } from '../../plan-tree/outline/index.ts';
import { isOpen, type Review } from '../review.ts';
import { type Place, rowAt, rowsBySpot, spotsOf } from './spots.ts';

const none: PlanSource = { blocks: [], cut: false };

interface Given {
  readonly source: PlanSource | null;
  readonly review: Review;
  readonly active: OutlineRow | null;
  readonly goTo: (rowId: string) => void;
}

/** Which spot of the document belongs to the row in hand, and which row to the spot that is pointed at. */
export function useSource({ source, review, active, goTo }: Given) {
  const { rows, sources, issues } = review;
  const spots = useMemo(() => spotsOf(source ?? none), [source]);
  const bySpot = useMemo(() => rowsBySpot(rows, sources, spots), [rows, sources, spots]);
  /** A place that no row began at was asked for; it counts until another row is taken in hand. */
  const [asked, setAsked] = useState<{ readonly spot: string; readonly from: string | null } | null>(null);
  const doubtful = useMemo(
    () =>
      new Set(
        issues.filter(isOpen).flatMap(issue => {
          const place: Place | undefined = issue.rowId === null ? issue : sources[issue.rowId];
          return (place && spots.of(place)) ?? [];
        }),
      ),
    [issues, sources, spots],
  );
  const activeId = active?.id ?? null;
  const own = activeId === null ? undefined : sources[activeId];
  const pick = (spot: string) => {
    const id = rowAt(spot, spots, bySpot, activeId);
    setAsked({ spot, from: id ?? activeId });
    if (id !== null) goTo(id);
  };
  return {
    spot: asked && asked.from === activeId ? asked.spot : own ? spots.of(own) : null,
    doubtful,
    /** Shows a spot and the row that it became; the spot alone where none did. */
    pick,
    /** Shows a place of the document and the row that it was taken into; undefined where it has no such place. */
    showing: (place: Place): (() => void) | undefined => {
      const spot = spots.of(place);
      return spot === null ? undefined : () => pick(spot);
    },
  };
}
