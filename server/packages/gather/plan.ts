import type { Kysely } from 'kysely';
import { inPrintedOrder, type Plan } from '../../../sync/model/index.ts';
import type { PackageData } from '../../../sync/package/index.ts';
import type { Database } from '../../database/schema.ts';
import { fromRow } from '../../listing/fields.ts';
import { type PlanItemRow, planItemRows } from '../../plan-items/definition.ts';

/** A plan and its tree as a package carries them, parents before children. */
export async function packedPlan(
  db: Kysely<Database>,
  { id, year, title, sections, documentDate, documentNumber }: Plan,
): Promise<Pick<PackageData, 'plans' | 'planItems'>> {
  const stored = await db.selectFrom('planItems').selectAll().where('planId', '=', id).execute();
  const items = inPrintedOrder(stored.map(row => fromRow<PlanItemRow>(planItemRows.fields, row)));
  return {
    plans: [{ id, year, title, sections, documentDate, documentNumber }],
    planItems: items.map(
      ({ id: itemId, parentId, position, label, text, units, checkMonths, cadence, remarks, skeletonKey }) => ({
        id: itemId,
        parentId,
        position,
        label,
        text,
        units,
        checkMonths,
        cadence,
        remarks,
        skeletonKey,
      }),
    ),
  };
}
