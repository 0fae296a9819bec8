import type { Plan, PlanNode } from '../../sync/model/index.ts';
import { planItemRows } from '../plan-items/definition.ts';
import { createPlan, type PlanDraft } from '../plans/service.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { insertMany } from '../records/records.ts';
import { flatten } from './flatten.ts';

type Import = PlanDraft & {
  readonly sourceSha256?: string | null | undefined;
  readonly items: readonly PlanNode[];
};

/** Creates a draft plan with its whole tree, as the clerk left it in the preview, or nothing of it. */
export async function importPlan(work: Change, { sourceSha256 = null, items, ...given }: Import): Promise<Plan> {
  if (sourceSha256 !== null) await mustBeKept(work, sourceSha256);
  const plan = await createPlan(work, given);
  const { id: planId, agencyId } = plan;
  const rows = flatten(items, { agencyId, planId });
  await insertMany(work, planItemRows, rows);
  work.record({
    action: 'plans.import',
    resource: 'plans',
    recordId: planId,
    agencyId,
    after: { sourceSha256, items: rows.length },
  });
  return plan;
}

async function mustBeKept({ tx }: Change, sha256: string): Promise<void> {
  const file = await tx.selectFrom('files').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  if (!file) throw new Refusal('foreign_reference', { field: '{plan.field.sourceSha256}' }, { field: 'sourceSha256' });
}
