import { nearestIn } from '../../form/identify/index.ts';
import type { Pairs } from './pair.ts';
import type { Compared, Spot } from './spot.ts';

interface Edge {
  readonly row: number;
  readonly column: number;
}

/** More siblings than this on both sides together are looked up by text alone. */
const mostTogether = 2500;

/**
 * Which nodes may be the same, as places in the lists given: those of like text, those at the same place, those below nodes
 * that are one, and those above them. Comparing all with all would take minutes for the largest plans.
 */
export function candidates<T extends Compared<T>>(
  a: readonly Spot<T>[],
  b: readonly Spot<T>[],
  pairs: Pairs<T>,
): readonly Edge[] {
  const edges = new Map<number, Edge>();
  const rowOf = new Map(a.map((spot, row) => [spot, row]));
  const columnOf = new Map(b.map((spot, column) => [spot, column]));
  const add = (x: Spot<T>, y: Spot<T>): void => {
    const [row, column] = [rowOf.get(x), columnOf.get(y)];
    if (row !== undefined && column !== undefined) edges.set(row * b.length + column, { row, column });
  };
  const near = nearestIn(b);
  for (const spot of a) for (const { row } of near(spot.text)) add(spot, row);
  const atPlace = Map.groupBy(b, ({ path }) => path.join('/'));
  for (const spot of a) for (const other of (atPlace.get(spot.path.join('/')) ?? []).slice(0, 4)) add(spot, other);
  const below = Map.groupBy(b, ({ parent }) => parent);
  for (const [parent, children] of Map.groupBy(a, spot => spot.parent)) {
    const others = parent === null ? below.get(null) : below.get(pairs.get(parent)?.with ?? parent);
    if (!others || children.length * others.length > mostTogether) continue;
    for (const child of children) for (const other of others) add(child, other);
  }
  for (const [x, { with: y }] of pairs) if (x.parent && y.parent) add(x.parent, y.parent);
  return [...edges.values()];
}
