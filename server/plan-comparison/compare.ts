import {
  type Plan,
  type PlanChoice,
  type PlanComparison,
  type PlanDiffSide,
  planSections,
} from '../../sync/model/index.ts';
import type { DiffSide } from '../../sync/outline/diff/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { PlanItemRow } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { Refusal } from '../problems/refusal.ts';
import { forEverybody } from '../publication/withhold.ts';
import { type Log, reading } from '../reading/run.ts';
import { planBeside } from './choices.ts';
import type { Differing } from './differ.ts';
import { treesOf } from './trees.ts';

export interface Compared extends Differing {
  readonly before: PlanChoice;
  readonly after: PlanChoice;
}

/**
 * Another plan beside a plan: the other is what was before. Worked out on another thread, within bounds: the largest plans take
 * seconds. @throws Refusal `not_found` for what may not be read or laid beside, `comparison_failed` for what takes too long
 */
export async function comparePlans(
  context: Context,
  actor: Actor,
  { planId, otherId }: { readonly planId: string; readonly otherId: string },
  log: Log,
): Promise<Compared> {
  const plan = await context.lister.read<Plan>(plans, actor, planId);
  const before = await planBeside(context, actor, plan, otherId);
  const { name: agencyName } = await context.db
    .selectFrom('agencies')
    .select('name')
    .where('id', '=', plan.agencyId)
    .executeTakeFirstOrThrow();
  const other = await context.db
    .selectFrom('plans')
    .select(['sections', 'membersPublic'])
    .where('id', '=', otherId)
    .executeTakeFirstOrThrow();
  const beside = planSections.parse(JSON.parse(other.sections));
  const { id, agencyId, year, title, state } = plan;
  const [old, now] = await treesOf(context.db, [otherId, planId]);
  const order = {
    // Of what others published no more is told than there.
    before: {
      items: old!,
      sections:
        before.relation === 'superior' ? forEverybody({ membersPublic: Boolean(other.membersPublic) }, beside) : beside,
    },
    after: { items: now!, sections: plan.sections },
  };
  const differing = await reading.read('differ', { bytes: new Uint8Array(), name: title }, log, order);
  if (!differing.ok) throw new Refusal('comparison_failed');
  return { before, after: { id, agencyId, year, title, state, agencyName, relation: 'own' }, ...differing.result };
}

const sideOf = (side: DiffSide<PlanItemRow> | null): PlanDiffSide | null => {
  if (!side) return null;
  const { id, version, carriedFrom, text, units, checkMonths, cadence, remarks } = side.node;
  return { id, version, carriedFrom, path: [...side.path], text, units, checkMonths, cadence, remarks };
};

/** A comparison as the API answers it. */
export const answerOf = ({ before, after, diff: { counts, rows }, sections }: Compared): PlanComparison => ({
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
  sections: [...sections],
});
