import type { Kysely } from 'kysely';
import { type Branch, nest, type Plan, type PlanDocument, type PlanNode } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { fromRow } from '../listing/fields.ts';
import { type PlanItemRow, planItemRows } from '../plan-items/definition.ts';

const nodeOf = ({ label, text, units, checkMonths, cadence, remarks, children }: Branch<PlanItemRow>): PlanNode => ({
  label,
  text,
  units,
  checkMonths,
  cadence,
  remarks,
  children: children.map(nodeOf),
});

/** A stored plan with its whole tree as the document that it would be printed as. One statement, whatever its size. */
export async function documentOf(db: Kysely<Database>, plan: Plan, agencyName: string): Promise<PlanDocument> {
  const rows = await db.selectFrom('planItems').selectAll().where('planId', '=', plan.id).execute();
  const { documentDate: date, documentNumber: number } = plan;
  return {
    title: plan.title,
    agency: agencyName,
    year: plan.year,
    document: date === null && number === null ? null : { date, number },
    ...plan.sections,
    items: nest(rows.map(row => fromRow<PlanItemRow>(planItemRows.fields, row))).map(nodeOf),
  };
}
