import type { Pairs } from './pair.ts';
import type { Spot } from './spot.ts';

export interface Aligned<T> {
  readonly before: Spot<T> | null;
  readonly after: Spot<T> | null;
  readonly depth: number;
}

/**
 * Both plans as one list: the later plan as it is printed, and what is gone where it stood: below its parent, after the last
 * sibling before it that is still there.
 */
export function alignRows<T>(old: readonly Spot<T>[], now: readonly Spot<T>[], pairs: Pairs<T>): readonly Aligned<T>[] {
  const belowOld = Map.groupBy(old, spot => spot.parent);
  const belowNow = Map.groupBy(now, spot => spot.parent);
  const rows: Aligned<T>[] = [];

  /** What is gone from below a parent, by the sibling of the later plan that it follows; null: first. */
  const goneBelow = (oldParent: Spot<T> | null, nowParent: Spot<T> | null) => {
    let last: Spot<T> | null = null;
    const gone = new Map<Spot<T> | null, Spot<T>[]>();
    for (const spot of belowOld.get(oldParent) ?? []) {
      const other: Spot<T> | undefined = pairs.get(spot)?.with;
      if (other?.parent === nowParent) last = other;
      if (!other) gone.set(last, [...(gone.get(last) ?? []), spot]);
    }
    return gone;
  };
  const addGone = (spot: Spot<T>, depth: number): void => {
    rows.push({ before: spot, after: null, depth });
    for (const child of belowOld.get(spot) ?? []) if (!pairs.has(child)) addGone(child, depth + 1);
  };
  const walk = (nowParent: Spot<T> | null, depth: number): void => {
    const oldParent = nowParent === null ? null : pairs.get(nowParent)?.with;
    const gone = oldParent === undefined ? new Map<Spot<T> | null, Spot<T>[]>() : goneBelow(oldParent, nowParent);
    for (const spot of gone.get(null) ?? []) addGone(spot, depth);
    for (const spot of belowNow.get(nowParent) ?? []) {
      rows.push({ before: pairs.get(spot)?.with ?? null, after: spot, depth });
      walk(spot, depth + 1);
      for (const lost of gone.get(spot) ?? []) addGone(lost, depth);
    }
  };
  walk(null, 0);
  return rows;
}
