import type { Kysely } from 'kysely';
import type { Collection } from '../../../sync/model/index.ts';
import { noData, type PackageData } from '../../../sync/package/index.ts';
import type { Database } from '../../database/schema.ts';
import { Refusal } from '../../problems/refusal.ts';
import { type Gathered, nothingLeftOut } from './gathered.ts';
import { answersFor } from './reviews.ts';

/**
 * What an agency hands in for a collection of its bureau that came by package: the files that the bureau has not judged yet, as
 * they are, and corrective actions.
 * @throws Refusal `package_collection_here`, `package_nothing_collected`
 */
export async function gatherCollected(
  db: Kysely<Database>,
  agencyId: string,
  { id: collectionId, name, agencyId: bureauId }: Collection,
): Promise<Gathered> {
  const line = await db
    .selectFrom('recipients')
    .select('id')
    .where('collectionId', '=', collectionId)
    .where('agencyId', '=', agencyId)
    .executeTakeFirst();
  const origin = await db
    .selectFrom('packageRows')
    .select(['resource', 'foreignId'])
    .where('agencyId', '=', agencyId)
    .where('peerAgencyId', '=', bureauId)
    .where(eb =>
      eb.or([
        eb.and({ resource: 'collections', localId: collectionId }),
        eb.and({ resource: 'recipients', localId: line?.id ?? '' }),
      ]),
    )
    .execute();
  const theirs = (resource: string) => origin.find(row => row.resource === resource)?.foreignId;
  const [collection, recipientId] = [theirs('collections'), theirs('recipients')];
  if (!line || collection === undefined || recipientId === undefined)
    throw new Refusal('package_collection_here', { name });
  const collectionFiles = await filesOf(db, line.id, recipientId);
  const findings = await answersFor(db, agencyId, bureauId, collectionId);
  if (collectionFiles.length + findings.length === 0) throw new Refusal('package_nothing_collected', { name });
  return {
    data: { ...noData, collectionFiles, findings },
    title: name,
    ...{ planId: null, roundId: null, formIds: [collection], collectionId },
    leftOut: nothingLeftOut,
  };
}

async function filesOf(
  db: Kysely<Database>,
  lineId: string,
  recipientId: string,
): Promise<PackageData['collectionFiles']> {
  const rows = await db
    .selectFrom('collectionFiles')
    .innerJoin('deliveries', 'deliveries.id', 'collectionFiles.deliveryId')
    .innerJoin('users', 'users.id', 'collectionFiles.receivedBy')
    .select(['collectionFiles.id', 'fileName', 'sha256', 'size', 'edition', 'state', 'users.name as receivedBy'])
    // When it was handed in last: a file that was turned down may have been handed in once more.
    .select('deliveries.createdAt as receivedAt')
    .where('recipientId', '=', lineId)
    .where('state', 'in', ['waiting', 'read', 'unreadable'])
    .orderBy('collectionFiles.id')
    .execute();
  return rows.map(row => ({ ...row, recipientId, stateReason: '' }));
}
