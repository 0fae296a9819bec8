import { v7 as uuid } from 'uuid';
import { inPrintedOrder, type Plan, type PlanCarry, type PlanSections, withYear } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { fromRow } from '../listing/fields.ts';
import { type PlanItemRow, planItemRows } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { lockPlan } from '../plans/lock.ts';
import { createPlan } from '../plans/service.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { find, insertMany } from '../records/records.ts';

/**
 * Makes next year's draft of a plan: its tree with a link from each item to the one it goes on with, and what the plan says
 * around it. Document and dates are of the old plan alone.
 * @throws Refusal `plan_not_carried` for a draft, which may still change under what is made from it
 */
export async function carryForward(work: Change, scope: Scope, planId: string, wish: PlanCarry): Promise<Plan> {
  await lockPlan(work, planId);
  const plan = await find(work, plans, 'read', planId);
  mustReach(work.actor, scope, plan);
  if (plan.state === 'draft') throw new Refusal('plan_not_carried', {}, { state: plan.state });
  const rows = await work.tx.selectFrom('planItems').selectAll().where('planId', '=', planId).execute();
  const items = rows.map(row => fromRow<PlanItemRow>(planItemRows.fields, row));
  const renewed = new Set(wish.yearIn);
  const unknown = [...renewed].find(id => !items.some(item => item.id === id));
  if (unknown !== undefined)
    throw new Refusal(
      'foreign_reference',
      { field: '{assignment.field.planItemId}' },
      { field: 'yearIn', id: unknown },
    );
  const moved = (text: string): string => withYear(text, plan.year, wish.year);
  const { year, title, yearInSections = false } = wish;
  const next = await createPlan(work, {
    year,
    title,
    sections: yearInSections ? renewedSections(plan.sections, moved) : plan.sections,
  });
  const idOf = new Map(items.map(item => [item.id, uuid()]));
  await insertMany(
    work,
    planItemRows,
    inPrintedOrder(items).map(({ version: _v, createdAt: _c, updatedAt: _u, ...item }) => ({
      ...item,
      id: idOf.get(item.id)!,
      planId: next.id,
      parentId: item.parentId === null ? null : idOf.get(item.parentId)!,
      carriedFrom: item.id,
      ...(renewed.has(item.id) ? { text: moved(item.text), remarks: moved(item.remarks) } : {}),
    })),
  );
  work.record({
    action: 'plans.carryForward',
    resource: 'plans',
    recordId: next.id,
    agencyId: next.agencyId,
    after: { from: plan.id, year: plan.year, items: items.length },
  });
  return next;
}

const renewedSections = (sections: PlanSections, moved: (text: string) => string): PlanSections => ({
  ...sections,
  basis: sections.basis.map(moved),
  goals: sections.goals.map(moved),
  scope: moved(sections.scope),
  reviews: sections.reviews.map(review => ({ ...review, text: moved(review.text) })),
  closing: moved(sections.closing),
});
