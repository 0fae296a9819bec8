import type { CrosswalkLink, Plan } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { findBeside } from '../plan-comparison/choices.ts';
import { plans } from '../plans/definition.ts';
import { lockPlan, lockPlanOf, mustNotBeClosed } from '../plans/lock.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insertMany, remove } from '../records/records.ts';
import { crosswalkLinks } from './definition.ts';

type Pair = Pick<CrosswalkLink, 'planItemId' | 'superiorItemId'>;

const foreign = (field: keyof Pair): Refusal =>
  new Refusal('foreign_reference', { field: `{crosswalkLink.field.${field}}` }, { field });

/** The plan that is worked on, locked, so that two people who confirm at once follow one another. */
async function planToLink(work: Change, scope: Scope, planId: string): Promise<Plan> {
  await lockPlan(work, planId);
  const plan = await find(work, plans, 'read', planId);
  mustReach(work.actor, scope, plan);
  mustNotBeClosed(plan);
  return plan;
}

/**
 * Links steps of a plan with items of a superior's plan, or of another plan of the agency. Pairs that are linked already are
 * left as they are. A few statements for any number of links.
 * @returns the links that are new
 * @throws Refusal `foreign_reference` for items of other plans, and for a superior's plan that is not published
 */
export async function linkPlans(
  work: Change,
  scope: Scope,
  planId: string,
  superiorPlanId: string,
  pairs: readonly Pair[],
): Promise<readonly CrosswalkLink[]> {
  const plan = await planToLink(work, scope, planId);
  const superior = await findBeside({ db: work.tx }, work.actor, plan, superiorPlanId);
  if (!superior || superior.relation === 'subordinate') throw foreign('superiorItemId');
  await mustBeOf(work, planId, pairs, 'planItemId');
  await mustBeOf(work, superiorPlanId, pairs, 'superiorItemId');
  const there = await work.tx
    .selectFrom('crosswalkLinks')
    .select(['planItemId', 'superiorItemId'])
    .where('planId', '=', planId)
    .where('superiorPlanId', '=', superiorPlanId)
    .execute();
  const keyOf = ({ planItemId, superiorItemId }: Pair): string => `${planItemId} ${superiorItemId}`;
  const known = new Set(there.map(keyOf));
  const fresh = new Map(pairs.filter(pair => !known.has(keyOf(pair))).map(pair => [keyOf(pair), pair]));
  if (fresh.size === 0) return [];
  return insertMany(
    work,
    crosswalkLinks,
    [...fresh.values()].map(({ planItemId, superiorItemId }) => ({
      agencyId: plan.agencyId,
      planId,
      planItemId,
      superiorPlanId,
      superiorItemId,
      note: '',
    })),
  );
}

async function mustBeOf({ tx }: Change, planId: string, pairs: readonly Pair[], field: keyof Pair): Promise<void> {
  const rows = await tx.selectFrom('planItems').select('id').where('planId', '=', planId).execute();
  const known = new Set(rows.map(({ id }) => id));
  if (pairs.some(pair => !known.has(pair[field]))) throw foreign(field);
}

/** Says of a link what must be said of it. */
export async function noteLink(work: Change, id: string, version: number, note: string): Promise<CrosswalkLink> {
  return edit(work, crosswalkLinks, await findToChange(work, 'update', id), version, { note });
}

export async function unlink(work: Change, id: string): Promise<void> {
  await remove(work, crosswalkLinks, await findToChange(work, 'delete', id));
}

async function findToChange(work: Change, action: 'update' | 'delete', id: string): Promise<CrosswalkLink> {
  const plan = await lockPlanOf(work, 'crosswalkLinks', id);
  const link = await find(work, crosswalkLinks, action, id);
  mustNotBeClosed(plan!);
  return link;
}
