import type { Plan, PlanChoice, PlanComparison, PlanDiffSide } from '../../sync/model/index.ts';
import { type DiffSide, diffPlans, type PlanDiff } from '../../sync/outline/diff/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { PlanItemRow } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { planBeside } from './choices.ts';
import { type PlanTree, treesOf } from './trees.ts';

export interface Compared {
  readonly before: PlanChoice;
  readonly after: PlanChoice;
  readonly diff: PlanDiff<PlanTree[number]>;
}

/** Another plan beside a plan: the other is what was before. @throws Refusal `not_found` for what may not be read or laid beside */
export async function comparePlans(context: Context, actor: Actor, planId: string, otherId: string): Promise<Compared> {
  const plan = await context.lister.read<Plan>(plans, actor, planId);
  const before = await planBeside(context, actor, plan, otherId);
  const { name: agencyName } = await context.db
    .selectFrom('agencies')
    .select('name')
    .where('id', '=', plan.agencyId)
    .executeTakeFirstOrThrow();
  const { id, agencyId, year, title, state } = plan;
  const [old, now] = await treesOf(context.db, [otherId, planId]);
  return {
    before,
    after: { id, agencyId, year, title, state, agencyName, relation: 'own' },
    diff: diffPlans(old!, now!),
  };
}

const sideOf = (side: DiffSide<PlanItemRow> | null): PlanDiffSide | null => {
  if (!side) return null;
  const { id, version, carriedFrom, text, units, checkMonths, cadence, remarks } = side.node;
  return { id, version, carriedFrom, path: [...side.path], text, units, checkMonths, cadence, remarks };
};

/** A comparison as the API answers it. */
export const answerOf = ({ before, after, diff: { counts, rows } }: Compared): PlanComparison => ({
  before,
  after,
  counts,
  rows: rows.map(row => ({
    ...row,
    differs: [...row.differs],
    words: [...row.words],
    before: sideOf(row.before),
    after: sideOf(row.after),
  })),
});
