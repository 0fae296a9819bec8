/** Where an item of a plan stands. */
export interface Stand {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly depth: number;
}

/**
 * A plan's tree as an outline wants it: its items in its order and nesting. Items that the outline does not name stay under
 * their parent, behind those that it names. Positions count from 0 without gaps.
 */
export function placed(
  standing: readonly Stand[],
  outline: readonly (readonly [id: string, parentId: string | null])[],
): readonly Stand[] {
  const known = new Set(standing.map(({ id }) => id));
  const wished = outline.filter(([id, parentId]) => known.has(id) && (parentId === null || known.has(parentId)));
  const named = new Set(wished.map(([id]) => id));
  const others = standing
    .filter(({ id }) => !named.has(id))
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, parentId }) => [id, parentId] as const);
  const children = Map.groupBy([...wished, ...others], ([, parentId]) => parentId);
  const walk = (parentId: string | null, depth: number): readonly Stand[] =>
    (children.get(parentId) ?? []).flatMap(([id], position) => [
      { id, parentId, position, depth },
      ...walk(id, depth + 1),
    ]);
  return walk(null, 0);
}
