import type { Pairs } from './pair.ts';
import type { Spot } from './spot.ts';

/**
 * The spots of both plans that did not move: still under the same parent, and among as many siblings as possible that kept
 * their order. What stands below a moved node went along and stays in this sense.
 */
export function stayingOf<T>(spots: readonly Spot<T>[], pairs: Pairs<T>): ReadonlySet<Spot<T>> {
  const staying = new Set<Spot<T>>();
  for (const siblings of Map.groupBy(spots, spot => spot.parent).values()) {
    const home = siblings.flatMap(spot => {
      const other = pairs.get(spot)?.with;
      return other && sameParent(spot, other, pairs) ? [{ spot, other }] : [];
    });
    for (const { spot, other } of rising(home, ({ other: { position } }) => position)) staying.add(spot).add(other);
  }
  return staying;
}

const sameParent = <T>(a: Spot<T>, b: Spot<T>, pairs: Pairs<T>): boolean =>
  a.parent && b.parent ? pairs.get(a.parent)?.with === b.parent : a.parent === b.parent;

/** A longest part of the list whose numbers rise (patience sorting). */
function rising<X>(list: readonly X[], numberOf: (x: X) => number): readonly X[] {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [i, x] of list.entries()) {
    const value = numberOf(x);
    let at = 0;
    while (at < tails.length && numberOf(list[tails[at]!]!) < value) at++;
    previous[i] = tails[at - 1];
    tails[at] = i;
  }
  const found: X[] = [];
  for (let i = tails.at(-1); i !== undefined; i = previous[i]) found.push(list[i]!);
  return found.reverse();
}
