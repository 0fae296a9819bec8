import { type Kysely, sql } from 'kysely';
import { type PlanItem, planItem, type ResolvedUnits, resolveUnits, type Unit } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf, fromRow } from '../listing/fields.ts';
import { units } from '../units/definition.ts';

/** A plan item as it is stored. What its printed units stand for is not: units are renamed and gain aliases at any time. */
export type PlanItemRow = Omit<PlanItem, 'unitIds' | 'unresolvedUnits'>;

const stored = {
  name: 'planItems',
  singular: 'planItem',
  table: 'planItems',
  fields: fieldsOf(planItem, ['unitIds', 'unresolvedUnits']),
  reach: {
    agency: 'planItems.agencyId',
    submitted: sql<boolean>`exists (select 1 from plans where plans.id = ${sql.ref('planItems.planId')} and plans.state <> 'draft')`,
  },
} satisfies Definition<PlanItemRow>;

/** For writing, which knows nothing of resolved units. */
export const planItemRows: Definition<PlanItemRow> = stored;

/** Resolves the printed units of plan items against their agencies' units, with one statement for all of them. */
export async function withUnits(db: Kysely<Database>, rows: readonly PlanItemRow[]): Promise<readonly PlanItem[]> {
  const named = rows.filter(row => row.units.length > 0);
  const agencyIds = [...new Set(named.map(row => row.agencyId))];
  const found =
    agencyIds.length > 0 ? await db.selectFrom('units').selectAll().where('agencyId', 'in', agencyIds).execute() : [];
  const byAgency = Map.groupBy(
    found.map(row => fromRow<Unit>(units.fields, row)),
    unit => unit.agencyId,
  );
  // Most steps of a plan print one of a few lists of names.
  const known = new Map<string, ResolvedUnits>();
  const resolve = (row: PlanItemRow): ResolvedUnits => {
    const key = JSON.stringify([row.agencyId, row.units]);
    const resolved = known.get(key) ?? resolveUnits(row.units, byAgency.get(row.agencyId) ?? []);
    known.set(key, resolved);
    return resolved;
  };
  return rows.map(row => {
    const { unitIds, unresolved } = resolve(row);
    return { ...row, unitIds: [...unitIds], unresolvedUnits: [...unresolved] };
  });
}

/** For reading. */
export const planItems: Definition<PlanItem> = { ...stored, complete: withUnits };
