import type { PackedResource, PacketRow } from '../../sync/model/index.ts';
import type { Known, PackageData } from '../../sync/package/index.ts';
import { keyOf } from './known.ts';

type Row<R extends PackedResource> = PackageData[R][number];
type Ground = readonly [PackedResource, string | null];

/** What a row stands on: without it, it cannot be made. */
const standsOn: { readonly [R in PackedResource]?: (row: Row<R>) => readonly Ground[] } = {
  planItems: ({ parentId }) => [['planItems', parentId]],
  rounds: ({ planId }) => [['plans', planId]],
  assignments: ({ planItemId, unitId }) => [
    ['planItems', planItemId],
    ['units', unitId],
  ],
  reports: ({ assignmentId }) => [['assignments', assignmentId]],
};

/** Marks new rows whose ground was deleted here, or cannot be made itself, as `blocked`, and so on up from there. */
export function withGround(
  data: PackageData,
  rows: readonly PacketRow[],
  known: ReadonlyMap<string, Known>,
): readonly PacketRow[] {
  const missing = new Set([...known].flatMap(([key, { ours }]) => (ours === null ? [key] : [])));
  for (const row of rows) if (row.status === 'blocked') missing.add(keyOf(row.resource, row.foreignId));
  if (missing.size === 0) return rows;
  const byKey = new Map(
    Object.entries(data).flatMap(([resource, list]) => list.map(one => [keyOf(resource, one.id), one] as const)),
  );
  return rows.map(row => {
    if (row.status !== 'new') return row;
    const key = keyOf(row.resource, row.foreignId);
    const grounds = standsOn[row.resource]?.(byKey.get(key) as never) ?? [];
    if (!grounds.some(([resource, id]) => id !== null && missing.has(keyOf(resource, id)))) return row;
    missing.add(key);
    return { ...row, status: 'blocked' };
  });
}
