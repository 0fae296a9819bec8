import { sql } from 'kysely';
import { type PackageKind, type PackedResource, packedResources } from '../../sync/model/index.ts';
import { sameJson } from '../../sync/package/index.ts';
import type { Change } from '../records/change.ts';
import { isForeignKeyViolation } from '../records/records.ts';
import { areJudged, loosen } from './collecting/undo.ts';
import { definitionOf, inStatements, rowsOf } from './resources.ts';
import type { Applied, Undoing } from './stored.ts';
import { toldOf } from './told.ts';

// Any table by name.
type AnyTable = 'reports';

/** Rows that name others go before them. */
const order: readonly PackedResource[] = packedResources.toReversed();

/**
 * Removes the rows that a package made, all or none: none when any of them was edited since or is used by something else. A
 * savepoint takes back what a use that nobody foresaw refuses in the middle.
 * @returns whether they are gone; also when there were none
 */
export async function takeBack(
  work: Change,
  kind: PackageKind,
  { applied, attached, collecting }: Undoing,
): Promise<boolean> {
  const made = applied.filter(({ created }) => created);
  if (await wereTouched(work, kind, made)) return false;
  const { tx } = work;
  await sql`savepoint take_back`.execute(tx);
  try {
    await detach(work, attached);
    if (collecting) await loosen(work, collecting);
    for (const resource of order)
      await removeAll(
        work,
        resource,
        made.filter(one => one.resource === resource),
      );
    await sql`release savepoint take_back`.execute(tx);
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    await sql`rollback to savepoint take_back`.execute(tx);
    return false;
  }
  for (const { resource, localId } of made)
    work.record({ action: `${resource}.undoImport`, resource, recordId: localId, agencyId: work.actor.agencyId });
  return true;
}

async function wereTouched(work: Change, kind: PackageKind, made: readonly Applied[]): Promise<boolean> {
  for (const [resource, list] of Map.groupBy(made, one => one.resource)) {
    const rows = await rowsOf(
      work,
      resource,
      list.map(({ localId }) => localId),
      true,
    );
    const changed = ({ localId, set }: Applied) => {
      const row = rows.get(localId);
      return !row || !sameJson(toldOf(resource, row, kind), set);
    };
    if (list.some(changed)) return true;
  }
  const files = made.filter(({ resource }) => kind === 'collected' && resource === 'collectionFiles');
  if (
    await areJudged(
      work,
      files.map(({ localId }) => localId),
    )
  )
    return true;
  return areUsed(work, made);
}

/** What goes with a row without a word when that is removed: what people did with it. */
const silent = [
  ['plans', 'planItems', 'planId'],
  ['plans', 'crosswalkLinks', 'planId'],
  ['plans', 'crosswalkLinks', 'superiorPlanId'],
  ['plans', 'templateRows', 'planId'],
  ['planItems', 'planItems', 'parentId'],
  ['planItems', 'crosswalkLinks', 'planItemId'],
  ['planItems', 'crosswalkLinks', 'superiorItemId'],
  ['planItems', 'templateRows', 'planItemId'],
  ['templates', 'templateRows', 'templateId'],
  ['recipients', 'outbox', 'recipientId'],
] as const;

async function areUsed({ tx }: Change, made: readonly Applied[]): Promise<boolean> {
  const idsOf = Map.groupBy(made, one => one.resource);
  const items = new Set(idsOf.get('planItems')?.map(({ localId }) => localId));
  for (const [resource, table, column] of silent)
    for (const ids of inStatements((idsOf.get(resource) ?? []).map(({ localId }) => localId))) {
      const users = await tx
        .selectFrom(table as 'planItems')
        .$if(table === 'planItems', query => query.select('id'))
        .select(sql.ref<string>(column).as('used'))
        .where(sql.ref<string>(column), 'in', ids)
        .execute();
      if (users.some(({ id }) => id === undefined || !items.has(id))) return true;
    }
  return false;
}

async function detach({ tx }: Change, attached: Undoing['attached']): Promise<void> {
  for (const [reportId, pairs] of Map.groupBy(attached, pair => pair.reportId)) {
    await tx
      .deleteFrom('reportEvidence')
      .where('reportId', '=', reportId)
      .where(
        'evidenceId',
        'in',
        pairs.map(({ evidenceId }) => evidenceId),
      )
      .execute();
    await tx
      .updateTable('reports')
      .set({ evidenceCount: sql<number>`(select count(*) from report_evidence where report_id = ${reportId})` })
      .where('id', '=', reportId)
      .execute();
  }
}

async function removeAll({ tx }: Change, resource: PackedResource, made: readonly Applied[]): Promise<void> {
  const { table } = definitionOf[resource];
  // Children were made after their parents.
  for (const ids of inStatements(made.toReversed().map(({ localId }) => localId)))
    await tx
      .deleteFrom(table as AnyTable)
      .where('id', 'in', ids)
      .execute();
}
