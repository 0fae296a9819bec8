import type { OutlineRow } from './row.ts';

/** One row as it stands on the screen. */
export interface Line<R extends OutlineRow> {
  readonly row: R;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly open: boolean;
  /** False for rows that are shown only because something below them matches. */
  readonly matches: boolean;
}

/** Rows that match, and the rows above them that say where they stand. */
export interface Shown {
  readonly matching: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
}

/**
 * What is on the screen: the rows in printed order without those below a folded one. While a filter is on, folding is
 * passed over, since a match that stays hidden would be no match.
 * @param rows in printed order
 */
export function linesOf<R extends OutlineRow>(
  rows: readonly R[],
  folded: ReadonlySet<string>,
  filter: Shown | null,
): readonly Line<R>[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(row.parentId, (counts.get(row.parentId) ?? 0) + 1);
  const hidden = new Set<string>();
  const lines: Line<R>[] = [];
  for (const row of rows) {
    const below = row.parentId !== null && hidden.has(row.parentId);
    const closed = filter === null && folded.has(row.id);
    if (below || closed) hidden.add(row.id);
    if (below || (filter !== null && !filter.shown.has(row.id))) continue;
    lines.push({
      row,
      siblings: counts.get(row.parentId) ?? 1,
      hasChildren: counts.has(row.id),
      open: !closed,
      matches: filter === null || filter.matching.has(row.id),
    });
  }
  return lines;
}

/** Which rows a test lets through, with the rows above each. @param rows in printed order */
export function shownBy<R extends OutlineRow>(rows: readonly R[], test: (row: R) => boolean): Shown {
  const parents = new Map(rows.map(row => [row.id, row.parentId]));
  const matching = new Set(rows.filter(test).map(row => row.id));
  const shown = new Set<string>();
  for (const id of matching)
    for (let at: string | null = id; at !== null && !shown.has(at); at = parents.get(at) ?? null) shown.add(at);
  return { matching, shown };
}

/** The row to go on with once one is taken out with all below it. */
export function rowAfter<R extends OutlineRow>(lines: readonly Line<R>[], id: string): R | null {
  const at = lines.findIndex(line => line.row.id === id);
  const depth = lines[at]?.row.depth ?? 0;
  return (lines.slice(at + 1).find(line => line.row.depth <= depth) ?? lines[at - 1])?.row ?? null;
}
