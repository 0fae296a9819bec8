import type { Assignment } from '../../sync/model/index.ts';
import { mustReach, within } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { users } from '../users/definition.ts';
import { assignments } from './definition.ts';
import { mustFit } from './fit.ts';
import { carryOfficer } from './repository.ts';

/**
 * Hands everything that an officer still has in hand to a colleague, or leaves it without one. A few statements for any number
 * of assignments.
 * @returns how many assignments changed hands
 * @throws Refusal `officer_unfit` when the successor is not of the unit of every one of them; then none changes hands
 */
export async function transfer(
  work: Change,
  scope: Scope,
  fromOfficerId: string,
  toOfficerId: string | null,
): Promise<number> {
  const { tx, engine, at, actor } = work;
  const leaver = await find(work, users, 'read', fromOfficerId);
  mustReach(actor, scope, leaver);
  if (toOfficerId === fromOfficerId) throw new Refusal('same_officer');
  const inHand = tx
    .selectFrom('assignments')
    .where('officerId', '=', fromOfficerId)
    .where('state', 'in', ['open', 'releaseRequested'] satisfies Assignment['state'][])
    .where(within(assignments.reach, actor, scope));
  // A round that opens meanwhile must make its reports before or after this, not by half-changed assignments.
  await tx
    .selectFrom('plans')
    .select('id')
    .where('id', 'in', inHand.select('planId'))
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forNoKeyUpdate())
    .execute();
  const rows = await inHand
    .select(['id', 'agencyId', 'unitId', 'version'])
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  if (rows.length === 0) return 0;
  if (toOfficerId !== null)
    await mustFit(
      work,
      leaver.agencyId,
      rows.map(({ unitId }) => ({ unitId, officerId: toOfficerId })),
    );
  const ids = rows.map(row => row.id);
  await tx
    .updateTable('assignments')
    .set(eb => ({ officerId: toOfficerId, version: eb('version', '+', 1), updatedAt: at }))
    .where('id', 'in', ids)
    .execute();
  await carryOfficer(work, ids, toOfficerId);
  for (const { id, agencyId, unitId } of rows)
    work.record({
      action: 'assignments.transfer',
      resource: 'assignments',
      recordId: id,
      agencyId,
      unitId,
      before: { officerId: fromOfficerId },
      after: { officerId: toOfficerId },
    });
  return rows.length;
}
