import type { PlanLinks } from '../../sync/model/index.ts';
import { type PlanItemRow, planItemRows } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { lockPlan, mustNotBeClosed } from '../plans/lock.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, findMany } from '../records/records.ts';

const foreign = (id: string): Refusal =>
  new Refusal('foreign_reference', { field: '{assignment.field.planItemId}' }, { field: 'links', id });

/**
 * Says which items of an earlier plan of the agency those of a plan go on with: what carrying forward does by itself, for a
 * plan that came from a document. Each earlier item goes on in one item at most.
 * @returns how many links changed
 */
export async function linkToPrevious(
  work: Change,
  planId: string,
  { previousPlanId, links }: PlanLinks,
): Promise<number> {
  await lockPlan(work, planId);
  const plan = await find(work, plans, 'update', planId);
  mustNotBeClosed(plan);
  const previous = await find(work, plans, 'read', previousPlanId);
  if (previous.agencyId !== plan.agencyId || previous.id === plan.id) throw foreign(previousPlanId);
  const found = await findMany(
    work,
    planItemRows,
    'update',
    links.map(({ planItemId }) => planItemId),
  );
  const items = new Map(found.map(({ row }) => [row.id, row]));
  const earlier = await work.tx.selectFrom('planItems').select('id').where('planId', '=', previousPlanId).execute();
  const known = new Set(earlier.map(({ id }) => id));
  const taken = await takenOf(work, planId, new Set(links.map(({ planItemId }) => planItemId)));
  let changed = 0;
  for (const { planItemId, version, previousItemId } of links) {
    const item = items.get(planItemId);
    if (item?.planId !== planId) throw foreign(planItemId);
    if (item.version !== version) throw stale(item);
    if (previousItemId !== null) {
      if (!known.has(previousItemId)) throw foreign(previousItemId);
      if (taken.has(previousItemId)) throw new Refusal('item_already_carried', {}, { id: previousItemId });
      taken.add(previousItemId);
    }
    const next = await edit<PlanItemRow>(work, planItemRows, item, version, { carriedFrom: previousItemId }, 'link');
    if (next !== item) changed++;
  }
  return changed;
}

/** Earlier items that go on in items of the plan which this change leaves alone. */
async function takenOf({ tx }: Change, planId: string, touched: ReadonlySet<string>): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('planItems')
    .select(['id', 'carriedFrom'])
    .where('planId', '=', planId)
    .where('carriedFrom', 'is not', null)
    .execute();
  return new Set(rows.filter(({ id }) => !touched.has(id)).map(({ carriedFrom }) => carriedFrom!));
}
