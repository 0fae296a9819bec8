import { useCallback, useState } from 'react';
import type { OutlineRow } from './outline/index.ts';

export interface Folding {
  readonly folded: ReadonlySet<string>;
  readonly fold: (id: string, fold: boolean) => void;
  /** Folds every row of a depth or deeper; nothing when no depth is given. */
  readonly foldFrom: (rows: readonly OutlineRow[], depth?: number) => void;
  /** Opens whatever stands above a row. */
  readonly reveal: (rows: readonly OutlineRow[], id: string) => void;
}

/** Which rows of a tree are folded. */
export function useFolding(): Folding {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback(
    (id: string, on: boolean) =>
      setFolded(before => (on ? new Set([...before, id]) : new Set([...before].filter(one => one !== id)))),
    [],
  );
  const foldFrom = useCallback((rows: readonly OutlineRow[], depth?: number) => {
    const parents = new Set(rows.map(row => row.parentId));
    setFolded(
      new Set(depth === undefined ? [] : rows.filter(r => r.depth >= depth && parents.has(r.id)).map(r => r.id)),
    );
  }, []);
  const reveal = useCallback((rows: readonly OutlineRow[], id: string) => {
    const parents = new Map(rows.map(row => [row.id, row.parentId]));
    const above = new Set<string>();
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) above.add(at);
    setFolded(before => (above.size === 0 ? before : new Set([...before].filter(one => !above.has(one)))));
  }, []);
  return { folded, fold, foldFrom, reveal };
}
