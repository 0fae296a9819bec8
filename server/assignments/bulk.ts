import {
  assignmentMachine,
  type BulkAssignment,
  type BulkAssignmentResult,
  type PlanItem,
  type Unit,
} from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { fromRow } from '../listing/fields.ts';
import { planItemRows } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { lockPlan, mustNotBeClosed } from '../plans/lock.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { find, insertMany } from '../records/records.ts';
import { oweReports } from '../rounds/owing.ts';
import { units } from '../units/definition.ts';
import { assignments } from './definition.ts';
import { fanOut } from './fan-out.ts';
import { mustFit } from './fit.ts';

/** Many times the largest office's plan; it bounds how long one request keeps others waiting. */
const mostAtOnce = 20_000;

/**
 * Works out a bulk assignment against what is there now, with a number of statements that depends on nothing.
 * @throws Refusal `foreign_reference` for items that are not of the plan, `plan_closed`, and what `mustFit` throws
 */
export async function previewBulk(work: Change, scope: Scope, wish: BulkAssignment): Promise<BulkAssignmentResult> {
  return (await workOut(work, scope, wish)).result;
}

async function workOut(work: Change, scope: Scope, wish: BulkAssignment) {
  // Two runs at once follow one another, so that the second finds what the first created.
  await lockPlan(work, wish.planId);
  const plan = await find(work, plans, 'read', wish.planId);
  mustReach(work.actor, scope, plan);
  mustNotBeClosed(plan);
  const items = await chosenItems(work, wish);
  const { leadUnitIds = [], assistUnitIds = [], officers = {} } = wish;
  await mustFit(work, plan.agencyId, [
    ...[...leadUnitIds, ...assistUnitIds].map(unitId => ({ unitId, officerId: null })),
    ...Object.entries(officers).map(([unitId, officerId]) => ({ unitId, officerId })),
  ]);
  const office = await work.tx.selectFrom('units').selectAll().where('agencyId', '=', plan.agencyId).execute();
  const existing = await work.tx
    .selectFrom('assignments')
    .select(['id', 'planItemId', 'unitId'])
    .where('planId', '=', plan.id)
    .orderBy('id')
    .execute();
  const result = fanOut(
    items,
    office.map(row => fromRow<Unit>(units.fields, row)),
    existing,
    wish,
  );
  if (result.create.length > mostAtOnce) throw new Refusal('too_many_assignments', { limit: mostAtOnce });
  return { agencyId: plan.agencyId, result };
}

/** Does what the preview says. Doing it again adds nothing. */
export async function createBulk(work: Change, scope: Scope, wish: BulkAssignment): Promise<BulkAssignmentResult> {
  const { agencyId, result } = await workOut(work, scope, wish);
  if (result.create.length === 0) return result;
  await insertMany(
    work,
    assignments,
    result.create.map(share => ({
      ...share,
      agencyId,
      planId: wish.planId,
      state: assignmentMachine.initial,
      stateReason: '',
    })),
  );
  await oweReports(work, wish.planId);
  return result;
}

/** The chosen items in the order in which they were chosen, each once. */
async function chosenItems({ tx }: Change, wish: BulkAssignment): Promise<readonly Pick<PlanItem, 'id' | 'units'>[]> {
  const ids = [...new Set(wish.planItemIds)];
  const rows = await tx
    .selectFrom('planItems')
    .select(['id', 'units'])
    .where('planId', '=', wish.planId)
    .where('id', 'in', ids)
    .execute();
  const { id, units: printed } = planItemRows.fields;
  const byId = new Map(
    rows.map(row => [row.id, fromRow<Pick<PlanItem, 'id' | 'units'>>({ id: id!, units: printed! }, row)]),
  );
  return ids.map(wanted => {
    const item = byId.get(wanted);
    if (!item)
      throw new Refusal(
        'foreign_reference',
        { field: '{assignment.field.planItemId}' },
        { field: 'planItemIds', id: wanted },
      );
    return item;
  });
}
