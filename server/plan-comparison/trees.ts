import type { Kysely } from 'kysely';
import { type Branch, nest } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { fromRow } from '../listing/fields.ts';
import { type PlanItemRow, planItemRows } from '../plan-items/definition.ts';

export type PlanTree = readonly Branch<PlanItemRow>[];

/** The trees of plans whose right to be read was checked before, with one statement. */
export async function treesOf(db: Kysely<Database>, planIds: readonly string[]): Promise<readonly PlanTree[]> {
  const rows = await db.selectFrom('planItems').selectAll().where('planId', 'in', planIds).execute();
  const byPlan = Map.groupBy(
    rows.map(row => fromRow<PlanItemRow>(planItemRows.fields, row)),
    row => row.planId,
  );
  return planIds.map(id => nest(byPlan.get(id) ?? []));
}
