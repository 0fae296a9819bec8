import type { PackageKind } from '../../../sync/model/index.ts';
import type { Incoming, Known, PackageData } from '../../../sync/package/index.ts';
import type { Change } from '../../records/change.ts';
import { isUpward } from '../incoming.ts';
import { type AnyRow, rowsOf } from '../resources.ts';

type Packed = PackageData['collectionFiles'][number];
type Where = Pick<Change, 'tx' | 'engine'>;

const keyOf = (id: string): string => `collectionFiles/${id}`;

/** The lines of our collections that stand for the sender of a package, by id: what it hands in belongs to one of them. */
export async function linesOf(
  { tx }: Where,
  { agencyId, peerAgencyId }: { readonly agencyId: string; readonly peerAgencyId: string },
  { collectionFiles }: PackageData,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(collectionFiles.map(({ recipientId }) => recipientId))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('recipients')
    .select(['id', 'collectionId'])
    .where('id', 'in', ids)
    .where('bureauId', '=', agencyId)
    .where('agencyId', '=', peerAgencyId)
    .execute();
  return new Map(rows.map(({ id, collectionId }) => [id, collectionId]));
}

/**
 * Finds the files of a package among those of a collection, by their bytes: however they came, they are one. What was turned down
 * or could not be read here and was handed in once more there since is looked at anew, and so is none of them.
 */
export async function findFiles(
  where: Where,
  kind: PackageKind,
  collectionId: string | undefined,
  files: readonly Packed[],
  known: Map<string, Known>,
  rows: Map<string, AnyRow>,
): Promise<void> {
  if (collectionId === undefined || files.length === 0) return;
  const bySha = new Map(files.map(file => [file.sha256, file]));
  const found = await where.tx
    .selectFrom('collectionFiles')
    .select('id')
    .where('collectionId', '=', collectionId)
    .where('sha256', 'in', [...bySha.keys()])
    .execute();
  const here = await rowsOf(
    where,
    'collectionFiles',
    found.map(({ id }) => id),
    true,
  );
  for (const row of here.values()) {
    const file = bySha.get(row.sha256 as string)!;
    const key = keyOf(file.id);
    if (isUpward(kind) && isHandedInAgain(row, file)) {
      known.delete(key);
      continue;
    }
    if (known.has(key)) continue;
    const { state, stateReason } = row as unknown as Packed;
    const ours = isUpward(kind) ? {} : { state, stateReason };
    rows.set(key, row);
    known.set(key, { localId: row.id, base: ours, ours, locked: false, theirWord: Object.keys(ours) });
  }
}

const isHandedInAgain = ({ state, updatedAt }: AnyRow, { receivedAt }: Packed): boolean =>
  (state === 'rejected' || state === 'unreadable') && (updatedAt as string) < receivedAt;

/** Rows that something can be done with: what became of a file that never was here is nobody's news. */
export const ofUse = (incoming: readonly Incoming[], kind: PackageKind, known: ReadonlyMap<string, Known>) =>
  incoming.filter(
    ({ resource, foreignId, values }) =>
      kind !== 'collection' ||
      resource !== 'collectionFiles' ||
      values.state !== 'rejected' ||
      known.has(keyOf(foreignId)),
  );
