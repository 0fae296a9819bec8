/** Anything that stands in a tree of siblings ordered by `position`. */
export interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
}

export type Branch<T> = T & { readonly children: readonly Branch<T>[] };

/** Nests flat rows; siblings are ordered by position. A row whose parent is absent stands at the top, so that no row is lost. */
export function nest<T extends Placed>(rows: readonly T[]): readonly Branch<T>[] {
  const ids = new Set(rows.map(row => row.id));
  const below = new Map<string | null, T[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && ids.has(row.parentId) ? row.parentId : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(row);
    else below.set(parent, [row]);
  }
  const grow = (parent: string | null): Branch<T>[] =>
    (below.get(parent) ?? []).sort((a, b) => a.position - b.position).map(row => ({ ...row, children: grow(row.id) }));
  return grow(null);
}

/** The rows of a tree from top to bottom as they are printed. */
export function inPrintedOrder<T extends Placed>(rows: readonly T[]): readonly T[] {
  const byId = new Map(rows.map(row => [row.id, row]));
  const walk = (branches: readonly Branch<T>[]): T[] =>
    branches.flatMap(branch => [byId.get(branch.id)!, ...walk(branch.children)]);
  return walk(nest(rows));
}
