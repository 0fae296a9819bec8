import { subtreeIds } from './change.ts';
import type { OutlineRow } from './row.ts';

export type Check = 'on' | 'off' | 'mixed';

/**
 * How the box of each row stands: a row that can be chosen by its own choice, one that cannot by what is chosen below it.
 * @param rows in printed order
 * @param choosable rows that can be chosen themselves
 */
export function checksOf(
  rows: readonly OutlineRow[],
  choosable: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): ReadonlyMap<string, Check> {
  const all = new Map<string, number>();
  const on = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string, n: number) => counts.set(id, (counts.get(id) ?? 0) + n);
  for (const row of rows.toReversed()) {
    if (choosable.has(row.id)) {
      add(all, row.id, 1);
      if (chosen.has(row.id)) add(on, row.id, 1);
    }
    if (row.parentId !== null) {
      add(all, row.parentId, all.get(row.id) ?? 0);
      add(on, row.parentId, on.get(row.id) ?? 0);
    }
  }
  return new Map(
    rows.map(row => {
      const some = on.get(row.id) ?? 0;
      return [row.id, some === 0 ? 'off' : some === all.get(row.id) ? 'on' : 'mixed'] as const;
    }),
  );
}

/** Turns a row and everything below it on, or off when all of it is on. */
export function turned(
  rows: readonly OutlineRow[],
  choosable: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
  id: string,
): ReadonlySet<string> {
  const meant = [...subtreeIds(rows, id)].filter(one => choosable.has(one));
  const next = new Set(chosen);
  const allOn = meant.every(one => chosen.has(one));
  for (const one of meant) {
    if (allOn) next.delete(one);
    else next.add(one);
  }
  return next;
}
