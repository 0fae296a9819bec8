import type { PlanChange, PlanDiffRow } from '../../sync/model/index.ts';

export interface VisibleRow {
  readonly row: PlanDiffRow;
  /** Its place in the whole comparison, which names it. */
  readonly index: number;
  /** It is shown for what stands below it. */
  readonly context: boolean;
}

/** The rows of the kinds that are asked for, each under all that stands above it; no kind asks for all. */
export function visibleRows(rows: readonly PlanDiffRow[], kinds: ReadonlySet<PlanChange>): readonly VisibleRow[] {
  if (kinds.size === 0) return rows.map((row, index) => ({ row, index, context: false }));
  const above: number[] = [];
  const shown = new Map<number, VisibleRow>();
  for (const [index, row] of rows.entries()) {
    above.length = Math.min(above.length, row.depth);
    if (kinds.has(row.kind)) {
      for (const place of above)
        if (!shown.has(place)) shown.set(place, { row: rows[place]!, index: place, context: true });
      shown.set(index, { row, index, context: false });
    }
    above.push(index);
  }
  return [...shown.values()];
}

/** The place of the next change from a row on, or of the one before; around the end. */
export function changeFrom(rows: readonly VisibleRow[], from: number | null, step: 1 | -1): number | null {
  const changes = rows.filter(({ row }) => row.kind !== 'same').map(({ index }) => index);
  if (changes.length === 0) return null;
  if (step === 1) return changes.find(index => from === null || index > from) ?? changes[0]!;
  return changes.findLast(index => from === null || index < from) ?? changes.at(-1)!;
}
