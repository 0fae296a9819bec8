import type { Kysely } from 'kysely';
import type { Finding, TrustedKey } from '../../../sync/model/index.ts';
import { noData, type PackageData } from '../../../sync/package/index.ts';
import type { Database } from '../../database/schema.ts';
import { Refusal } from '../../problems/refusal.ts';
import { type Gathered, nothingLeftOut } from './gathered.ts';

type Packed = PackageData['findings'][number];

/** A finding without what its id here stands for. */
export const packedFinding = ({
  id,
  title,
  text,
  dueDate,
  state,
  stateReason,
  action,
  answeredAt,
}: Finding): Packed => ({
  id,
  title,
  text,
  dueDate,
  state,
  stateReason,
  action,
  answeredAt,
});

/** What the bureau found wanting in an agency's work, and how it took the answers. @throws Refusal `package_no_findings` */
export async function gatherReviews(db: Kysely<Database>, agencyId: string, recipient: TrustedKey): Promise<Gathered> {
  const rows = await db
    .selectFrom('findings')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('againstId', '=', recipient.peerAgencyId)
    .orderBy('id')
    .execute();
  if (rows.length === 0) throw new Refusal('package_no_findings');
  return {
    data: { ...noData, findings: rows.map(packedFinding) },
    title: `${recipient.name} 檢核結果`,
    planId: null,
    roundId: null,
    formIds: [],
    leftOut: nothingLeftOut,
  };
}

/** Our corrective actions to findings that came from an agency, by its own ids; all, or those about a collection. */
export async function answersFor(
  db: Kysely<Database>,
  agencyId: string,
  peerAgencyId: string,
  collectionId?: string,
): Promise<Packed[]> {
  const rows = await db
    .selectFrom('findings')
    .innerJoin('packageRows', join =>
      join.onRef('packageRows.localId', '=', 'findings.id').on('packageRows.resource', '=', 'findings'),
    )
    .selectAll('findings')
    .select('packageRows.foreignId')
    .where('findings.agencyId', '=', peerAgencyId)
    .where('findings.againstId', '=', agencyId)
    .where('packageRows.agencyId', '=', agencyId)
    .where('findings.answeredAt', 'is not', null)
    .$if(collectionId !== undefined, query => query.where('findings.collectionId', '=', collectionId!))
    .orderBy('findings.id')
    .execute();
  return rows.map(({ foreignId, ...finding }) => ({ ...packedFinding(finding), id: foreignId }));
}
