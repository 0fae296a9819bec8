import type { Plan, PlanState } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

type Locked = Pick<Plan, 'id' | 'agencyId' | 'state'>;

/**
 * Locks a plan until the change ends, so that changes of one plan's tree and work follow one another. Lock it before any
 * row that belongs to it. It grants no right: what is changed must still be found with one.
 */
export function lockPlan(work: Change, planId: string): Promise<Locked | undefined> {
  return work.tx
    .selectFrom('plans')
    .select(['id', 'agencyId', 'state'])
    .where('id', '=', planId)
    .$if(work.engine === 'postgres', query => query.forNoKeyUpdate())
    .executeTakeFirst();
}

/** Locks the plan that a row of `table` belongs to. */
export function lockPlanOf(
  work: Change,
  table: 'planItems' | 'assignments' | 'rounds' | 'crosswalkLinks',
  rowId: string,
): Promise<Locked | undefined> {
  return work.tx
    .selectFrom('plans')
    .select(['id', 'agencyId', 'state'])
    .where('id', '=', eb => eb.selectFrom(table).select('planId').where('id', '=', rowId))
    .$if(work.engine === 'postgres', query => query.forNoKeyUpdate())
    .executeTakeFirst();
}

const inState = (state: PlanState) => ({ state: `{plan.state.${state}}` });

/** What was approved does not change under those who approved it. @throws Refusal `plan_locked` */
export function mustBeDraft(plan: Pick<Plan, 'state'>): void {
  if (plan.state !== 'draft') throw new Refusal('plan_locked', inState(plan.state), { state: plan.state });
}

/** @throws Refusal `plan_closed` */
export function mustNotBeClosed(plan: Pick<Plan, 'state'>): void {
  if (plan.state === 'closed') throw new Refusal('plan_closed', {}, { state: plan.state });
}
