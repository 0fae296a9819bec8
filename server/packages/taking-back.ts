import { sql } from 'kysely';
import type { PackedResource } from '../../sync/model/index.ts';
import { sameJson } from '../../sync/package/index.ts';
import type { Change } from '../records/change.ts';
import { isForeignKeyViolation } from '../records/records.ts';
import { definitionOf, rowsOf } from './resources.ts';
import { type Applied, resourcesOf, type Undoing } from './stored.ts';
import { toldOf } from './told.ts';

// Any table by name.
type AnyTable = 'reports';

/** Rows that name others go before them. */
const order: readonly PackedResource[] = [...new Set(Object.values(resourcesOf).flat())].toReversed();

/**
 * Removes the rows that a package made, all or none: none when any of them was edited since or is used by something else. A
 * savepoint takes back what a use that nobody foresaw refuses in the middle.
 * @returns whether they are gone; also when there were none
 */
export async function takeBack(work: Change, { applied, attached }: Undoing): Promise<boolean> {
  const made = applied.filter(({ created }) => created);
  if (await wereTouched(work, made)) return false;
  const { tx } = work;
  await sql`savepoint take_back`.execute(tx);
  try {
    await detach(work, attached);
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

async function wereTouched(work: Change, made: readonly Applied[]): Promise<boolean> {
  for (const [resource, list] of Map.groupBy(made, one => one.resource)) {
    const rows = await rowsOf(
      work,
      resource,
      list.map(({ localId }) => localId),
      true,
    );
    const changed = ({ localId, set }: Applied) => {
      const row = rows.get(localId);
      return !row || !sameJson(toldOf(resource, row), set);
    };
    if (list.some(changed)) return true;
  }
  const plans = made.filter(({ resource }) => resource === 'plans').map(({ localId }) => localId);
  const items = new Set(made.flatMap(({ resource, localId }) => (resource === 'planItems' ? [localId] : [])));
  return plans.length > 0 && (await areUsed(work, plans, items));
}

/** What people did with a plan goes with it without a word, so it is looked for first. */
async function areUsed({ tx }: Change, planIds: readonly string[], items: ReadonlySet<string>): Promise<boolean> {
  const standing = await tx.selectFrom('planItems').select('id').where('planId', 'in', planIds).execute();
  if (standing.some(({ id }) => !items.has(id))) return true;
  const links = await tx
    .selectFrom('crosswalkLinks')
    .select('id')
    .where(eb => eb.or([eb('planId', 'in', planIds), eb('superiorPlanId', 'in', planIds)]))
    .limit(1)
    .execute();
  const matched = await tx.selectFrom('templateRows').select('row').where('planId', 'in', planIds).limit(1).execute();
  return links.length + matched.length > 0;
}

async function detach({ tx }: Change, attached: Undoing['attached']): Promise<void> {
  for (const { reportId, evidenceId } of attached) {
    await tx
      .deleteFrom('reportEvidence')
      .where('reportId', '=', reportId)
      .where('evidenceId', '=', evidenceId)
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
  for (const { localId } of made.toReversed())
    await tx
      .deleteFrom(table as AnyTable)
      .where('id', '=', localId)
      .execute();
}
