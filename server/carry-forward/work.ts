import type { Kysely } from 'kysely';
import {
  assignmentMachine,
  type CarriedAssignmentResult,
  type CarriedItem,
  type CarriedWork,
  inPrintedOrder,
  type Plan,
  withYear,
} from '../../sync/model/index.ts';
import { saidDifferently } from '../../sync/outline/diff/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { assignments } from '../assignments/definition.ts';
import type { Database } from '../database/schema.ts';
import { fromRow } from '../listing/fields.ts';
import { type PlanItemRow, planItemRows } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { lockPlan, mustNotBeClosed } from '../plans/lock.ts';
import type { Change } from '../records/change.ts';
import { find, insertMany } from '../records/records.ts';
import { oweReports } from '../rounds/owing.ts';

/**
 * What last year's assignments propose for the items of a plan that go on: units that still are, officers who are still there.
 * Items that nobody had, or whose units all have them again, are left out. Five statements, whatever the size.
 */
export async function carriedWorkOf(db: Kysely<Database>, plan: Pick<Plan, 'id' | 'year'>): Promise<CarriedWork> {
  const now = await itemsOf(db, plan.id);
  const carried = now.filter(item => item.carriedFrom !== null);
  if (carried.length === 0) return { previousPlanId: null, previousYear: null, items: [] };
  const old = await db
    .selectFrom('planItems')
    .innerJoin('plans', 'plans.id', 'planItems.planId')
    .selectAll('planItems')
    .select('plans.year')
    .where('planItems.id', 'in', eb =>
      eb
        .selectFrom('planItems')
        .select('carriedFrom')
        .where('planId', '=', plan.id)
        .where('carriedFrom', 'is not', null),
    )
    .execute();
  const before = new Map(
    old.map(row => [row.id, { year: row.year, row: fromRow<PlanItemRow>(planItemRows.fields, row) }]),
  );
  const shares = Map.groupBy(await sharesOf(db, plan.id), share => share.planItemId);
  const taken = await db
    .selectFrom('assignments')
    .select(['planItemId', 'unitId'])
    .where('planId', '=', plan.id)
    .execute();
  const has = new Set(taken.map(({ planItemId, unitId }) => `${planItemId} ${unitId}`));
  const items = carried.flatMap((item): readonly CarriedItem[] => {
    const was = before.get(item.carriedFrom!);
    const had = shares.get(item.carriedFrom!) ?? [];
    const open = had.filter(({ unitGone, unitId }) => !unitGone && !has.has(`${item.id} ${unitId}`));
    const unitsGone = had.filter(({ unitGone }) => unitGone).length;
    if (!was || open.length + unitsGone === 0) return [];
    return [
      {
        planItemId: item.id,
        previousItemId: was.row.id,
        differs: [...differsBesideYear(was, item, plan.year)],
        shares: open.map(({ unitId, part, officerId, officerGone }) => ({ unitId, part, officerId, officerGone })),
        unitsGone,
      },
    ];
  });
  const [first] = before.values();
  return { previousPlanId: first?.row.planId ?? null, previousYear: first?.year ?? null, items };
}

/** The year in a text is not what makes it another: whether it was moved along or left, the step goes on. */
function differsBesideYear(was: { readonly row: PlanItemRow; readonly year: number }, item: PlanItemRow, year: number) {
  const moved = (text: string): string => withYear(text, was.year, year);
  const along = { ...was.row, text: moved(was.row.text), remarks: moved(was.row.remarks) };
  const still = saidDifferently(along, item);
  return saidDifferently(was.row, item).filter(field => still.includes(field));
}

/** The items of a plan as it is printed. */
async function itemsOf(db: Kysely<Database>, planId: string): Promise<readonly PlanItemRow[]> {
  const rows = await db.selectFrom('planItems').selectAll().where('planId', '=', planId).execute();
  return inPrintedOrder(rows.map(row => fromRow<PlanItemRow>(planItemRows.fields, row)));
}

/** Who had the items that a plan goes on with, and whether they still can. Withdrawn work does not come back by itself. */
async function sharesOf(db: Kysely<Database>, planId: string) {
  const rows = await db
    .selectFrom('planItems')
    .innerJoin('assignments', 'assignments.planItemId', 'planItems.carriedFrom')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .leftJoin('users', 'users.id', 'assignments.officerId')
    .select(['assignments.planItemId', 'assignments.unitId', 'assignments.part', 'assignments.officerId'])
    .select(['units.disabled as unitDisabled', 'units.position', 'users.disabled', 'users.unitId as officerUnit'])
    .where('planItems.planId', '=', planId)
    .where('assignments.state', '<>', 'withdrawn')
    .orderBy('units.position')
    .orderBy('assignments.id')
    .execute();
  return rows.map(row => {
    const gone = row.officerId !== null && (Boolean(row.disabled) || row.officerUnit !== row.unitId);
    return {
      planItemId: row.planItemId,
      unitId: row.unitId,
      part: row.part,
      officerId: gone ? null : row.officerId,
      officerGone: gone,
      unitGone: Boolean(row.unitDisabled),
    };
  });
}

/**
 * Assigns the chosen items as last year's work proposes at this moment. What is assigned already stays as it is.
 * @throws Refusal `plan_closed`
 */
export async function assignCarried(
  work: Change,
  scope: Scope,
  planId: string,
  chosen: readonly string[],
): Promise<CarriedAssignmentResult> {
  await lockPlan(work, planId);
  const plan = await find(work, plans, 'read', planId);
  mustReach(work.actor, scope, plan);
  mustNotBeClosed(plan);
  const wanted = new Set(chosen);
  const { items } = await carriedWorkOf(work.tx, plan);
  const rows = items
    .filter(({ planItemId }) => wanted.has(planItemId))
    .flatMap(({ planItemId, shares }) =>
      shares.map(({ unitId, part, officerId }) => ({
        agencyId: plan.agencyId,
        planId,
        planItemId,
        unitId,
        part,
        officerId,
        state: assignmentMachine.initial,
        stateReason: '',
      })),
    );
  if (rows.length > 0) {
    await insertMany(work, assignments, rows);
    await oweReports(work, planId);
  }
  return { created: rows.length, withoutOfficer: rows.filter(({ officerId }) => officerId === null).length };
}
