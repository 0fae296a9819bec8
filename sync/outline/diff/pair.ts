import { alike, assign } from '../../form/identify/index.ts';
import { candidates } from './candidates.ts';
import type { Compared, Spot } from './spot.ts';

export interface Match<T> {
  readonly with: Spot<T>;
  readonly certain: boolean;
}

/** Both spots of a pair name each other. */
export type Pairs<T> = ReadonlyMap<Spot<T>, Match<T>>;

/** How alike two texts are, 0–1; two empty ones are. */
export const likenessOf = <T>(a: Spot<T>, b: Spot<T>): number => (a.text === b.text ? 1 : alike(a.pairs, b.pairs));

type Key = <T>(spot: Spot<T>) => string | null;

/** Shorter texts come again and again and tell nothing by themselves. */
const tellingLength = 6;
const labels = ({ path }: { readonly path: readonly (string | null)[] }): string => path.join('/');

/** What makes two nodes surely the same one, in the order in which it is believed. */
const within: readonly Key[] = [
  spot => `${spot.trail}\n\n${spot.content}`,
  spot => `${spot.trail}\n\n${labels(spot)}`,
  spot => spot.trail,
];
/** The same for a node that went elsewhere: there may be only one such in either plan. */
const anywhere: readonly Key[] = [
  spot => (spot.content.length >= tellingLength ? spot.content : null),
  spot => (spot.text.length >= tellingLength ? spot.text : null),
];

/** Pairs the nodes of two plans, one to one. */
export function pairUp<T extends Compared<T>>(a: readonly Spot<T>[], b: readonly Spot<T>[]): Pairs<T> {
  const pairs = new Map<Spot<T>, Match<T>>();
  const marry = (x: Spot<T>, y: Spot<T>, certain: boolean): void => {
    pairs.set(x, { with: y, certain });
    pairs.set(y, { with: x, certain });
  };
  const open = (spots: readonly Spot<T>[]) => spots.filter(spot => !pairs.has(spot));
  const byKey = (key: Key, most: number): void => {
    const there = Map.groupBy(open(b), key);
    for (const [value, list] of Map.groupBy(open(a), key)) {
      const others = there.get(value) ?? [];
      if (value === null || list.length !== others.length || list.length > most) continue;
      for (const [i, spot] of list.entries()) marry(spot, others[i]!, true);
    }
  };
  for (const key of within) byKey(key, Number.POSITIVE_INFINITY);
  for (const key of anywhere) byKey(key, 1);
  // A pair speaks for what stands above and below it, so another look may find more.
  for (let round = 0; round < rounds; round++) {
    const found = best(open(a), open(b), pairs);
    for (const { x, y, certain } of found) marry(x, y, certain);
    if (found.length === 0) break;
  }
  return pairs;
}

const rounds = 3;
/** A pair that nobody need confirm is at least so alike, and by so much the best for both. */
const sure = 0.75;
const margin = 0.1;

function best<T extends Compared<T>>(a: readonly Spot<T>[], b: readonly Spot<T>[], pairs: Pairs<T>) {
  const edges = candidates(a, b, pairs)
    .map(({ row, column }) => ({ row, column, worth: worthOf(a[row]!, b[column]!, pairs) }))
    .filter(({ worth }) => worth > 0);
  const rivals = (at: 'row' | 'column') => Map.groupBy(edges, edge => edge[at]);
  const [inRow, inColumn] = [rivals('row'), rivals('column')];
  return assign(a.length, edges).flatMap((column, row) => {
    if (column === null) return [];
    const [x, y] = [a[row]!, b[column]!];
    const own = inRow.get(row)!.find(edge => edge.column === column)!.worth;
    const contested = [...inRow.get(row)!, ...inColumn.get(column)!].some(
      edge => (edge.row !== row || edge.column !== column) && edge.worth > own - margin,
    );
    return [{ x, y, certain: !contested && likenessOf(x, y) >= sure }];
  });
}

/** Texts this much alike may be one wherever they stand, and this much at the same place. */
const alikeAnywhere = 0.55;
const alikeInPlace = 0.3;

/** What it is worth to take two nodes for one; 0 when they are not to be. */
function worthOf<T extends Compared<T>>(a: Spot<T>, b: Spot<T>, pairs: Pairs<T>): number {
  const text = likenessOf(a, b);
  const around = surroundings(a.parent, b.parent, pairs);
  const place =
    labels(a) === labels(b) ? 1 : a.node.label === b.node.label && a.path.length === b.path.length ? 0.5 : 0;
  const below = sharedBelow(a, b, pairs);
  const inPlace = around >= 0.8 && place === 1;
  if (text < alikeAnywhere && !(text >= alikeInPlace && inPlace) && below < 0.5) return 0;
  return 0.6 * text + 0.15 * around + 0.1 * place + 0.1 * (below || text) + 0.05 * sameDuty(a.node, b.node);
}

function surroundings<T>(a: Spot<T> | null, b: Spot<T> | null, pairs: Pairs<T>): number {
  if (!a || !b) return a === b ? 1 : 0;
  const [toA, toB] = [pairs.get(a), pairs.get(b)];
  if (toA?.with === b) return 1;
  return toA || toB ? 0 : likenessOf(a, b);
}

/** The share of what stands right below two nodes that is the same. */
function sharedBelow<T>(a: Spot<T>, b: Spot<T>, pairs: Pairs<T>): number {
  const all = a.children.length + b.children.length;
  if (all === 0) return 0;
  return (2 * a.children.filter(child => pairs.get(child)?.with.parent === b).length) / all;
}

const sameDuty = <T extends Compared<T>>(a: T, b: T): number =>
  (a.units.join('\n') === b.units.join('\n') ? 0.6 : 0) + (a.checkMonths.join() === b.checkMonths.join() ? 0.4 : 0);
