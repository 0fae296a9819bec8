import type { Placed } from '../../sync/model/index.ts';

/** Where a node of a plan's tree stands. */
export interface Stand extends Placed {
  readonly depth: number;
}

export type Tree = ReadonlyMap<string, Stand>;

/** More levels than any plan prints; it bounds what a hostile document can nest. */
export const deepest = 20;

/** As many as one list request can show. */
export const mostItems = 5000;

export type Misplaced = 'unknown_parent' | 'item_loop' | 'too_deep';

/** A place for a node: its parent, its position among the parent's children, and its depth. */
export type Place = Omit<Stand, 'id'>;

export const treeOf = (stands: readonly Stand[]): Tree => new Map(stands.map(stand => [stand.id, stand]));

const childrenOf = (tree: Tree): ReadonlyMap<string | null, readonly Stand[]> =>
  Map.groupBy(tree.values(), stand => stand.parentId);

/** The ids of a node and of all below it, parents before children. */
export function subtreeOf(tree: Tree, id: string): readonly string[] {
  const children = childrenOf(tree);
  const ids = [id];
  // The list grows while it is walked: each id brings its children.
  for (const at of ids) ids.push(...(children.get(at) ?? []).map(child => child.id));
  return ids;
}

/** Levels that a node and what is below it take: 1 for a leaf. */
function heightOf(tree: Tree, id: string): number {
  const top = tree.get(id)!.depth;
  return Math.max(...subtreeOf(tree, id).map(below => tree.get(below)!.depth)) - top + 1;
}

function placeUnder(tree: Tree, parentId: string | null, index: number, siblings: number, height: number) {
  const parent = parentId === null ? undefined : tree.get(parentId);
  if (parentId !== null && !parent) return 'unknown_parent';
  const depth = parent ? parent.depth + 1 : 0;
  if (depth + height > deepest) return 'too_deep';
  return { parentId, position: Math.min(index, siblings), depth };
}

/** The place of a new node at `index` under a parent; an index beyond the end means the end. */
export function placeOfNew(tree: Tree, parentId: string | null, index = Number.POSITIVE_INFINITY): Place | Misplaced {
  const siblings = childrenOf(tree).get(parentId)?.length ?? 0;
  return placeUnder(tree, parentId, index, siblings, 1);
}

/** The place of a node that moves with all below it. `index` counts among the children that the parent then has. */
export function placeOfMoved(tree: Tree, id: string, parentId: string | null, index: number): Place | Misplaced {
  if (parentId !== null && subtreeOf(tree, id).includes(parentId)) return 'item_loop';
  const siblings = (childrenOf(tree).get(parentId) ?? []).filter(stand => stand.id !== id).length;
  return placeUnder(tree, parentId, index, siblings, heightOf(tree, id));
}
