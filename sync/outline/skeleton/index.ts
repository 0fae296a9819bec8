/** What the plans of agencies have in common, and which part of it each item of a plan is. */

import { alike, assign, pairsOf, plainOf } from '../../form/identify/index.ts';
import type { PlanNode, SkeletonItem, SkeletonKeyPoint } from '../../model/index.ts';
import { skeleton } from './items.ts';

export { skeleton } from './items.ts';

type Textual = Pick<PlanNode, 'text'>;

export interface SkeletonMatch<T> {
  readonly node: T;
  readonly key: string;
  /** 0–1: how much speaks for it. */
  readonly confidence: number;
}

/** From here on a match may be stored without asking: it is shown, and can be put right. */
export const believed = 0.5;

/** Less than this is no likeness. */
const least = 0.3;
/** So many of its words in a text name a matter beyond doubt. */
const enough = 2;

const entries: readonly SkeletonKeyPoint[] = skeleton.flatMap(item => [item, ...item.keyPoints]);
const known = new Map(
  entries.map(({ key, text, words }) => [key, { pairs: pairsOf(plainOf(text)), words: words.map(plainOf) }]),
);

function likeness(node: Textual, { key }: Pick<SkeletonItem, 'key'>): number {
  const { pairs, words } = known.get(key)!;
  const text = plainOf(node.text);
  const named = Math.min(enough, words.filter(word => text.includes(word)).length) / enough;
  return Math.max(named * 0.75 + alike(pairsOf(text), pairs) * 0.25, alike(pairsOf(text), pairs));
}

/** What standing under the right item, or at the right number, adds: titles of plans are shorter than what they mean. */
const besides = { item: 0.1, position: 0.05, shape: 0.3 };
/** In a plan of the skeleton's very shape a text needs to say no more than this to be what stands at its place. */
const leastInShape = 0.08;

/**
 * Which item or key point of the skeleton each of the two upper levels of a plan is, by what it says and where it stands. A key
 * of the skeleton is given once where the plan has one node for it, and to several where a plan splits the matter.
 * @param items the plan's items; nodes may carry more than is looked at and come back as they are
 */
export function matchSkeleton<T extends Textual & { readonly children: readonly T[] }>(
  items: readonly T[],
): readonly SkeletonMatch<T>[] {
  const shaped = hasItsShape(items);
  const ofItems = best(
    shaped,
    items.map((node, position) => ({ node, position, under: null })),
    skeleton.map((item, position) => ({ key: item.key, position, under: null })),
  );
  const keyOf = new Map(ofItems.map(({ node, key }) => [node, key]));
  const ofKeyPoints = best(
    shaped,
    items.flatMap(item => item.children.map((node, position) => ({ node, position, under: keyOf.get(item) ?? '' }))),
    skeleton.flatMap(({ key: under, keyPoints }) => keyPoints.map(({ key }, position) => ({ key, position, under }))),
  );
  return [...ofItems, ...ofKeyPoints];
}

/** Six items with as many key points as the skeleton's: whoever wrote the plan followed the same model, in words of their own. */
const hasItsShape = (items: readonly { readonly children: readonly unknown[] }[]): boolean =>
  items.length === skeleton.length &&
  items.every(({ children }, i) => children.length === skeleton[i]!.keyPoints.length);

interface Place {
  readonly position: number;
  readonly under: string | null;
}

function best<T extends Textual>(
  shaped: boolean,
  nodes: readonly (Place & { readonly node: T })[],
  parts: readonly (Place & { readonly key: string })[],
): readonly SkeletonMatch<T>[] {
  const edges = nodes.flatMap((node, row) =>
    parts.flatMap((part, column) => {
      const said = likeness(node.node, part);
      const here = node.under === part.under && node.position === part.position;
      const worth =
        said +
        (node.under === part.under && part.under !== null ? besides.item : 0) +
        (here ? besides.position + (shaped ? besides.shape : 0) : 0);
      return said < (shaped && here ? leastInShape : least) ? [] : [{ row, column, worth: Math.min(1, worth) }];
    }),
  );
  const inRow = Map.groupBy(edges, ({ row }) => row);
  return assign(nodes.length, edges).flatMap((column, row) => {
    const list = inRow.get(row) ?? [];
    // What is left over once each key has its best node may still be a second node of a matter that the plan splits.
    const edge =
      column === null
        ? list.toSorted((a, b) => b.worth - a.worth).find(({ worth }) => worth >= 0.6)
        : list.find(each => each.column === column);
    return edge
      ? [{ node: nodes[row]!.node, key: parts[edge.column]!.key, confidence: Math.round(100 * edge.worth) / 100 }]
      : [];
  });
}
