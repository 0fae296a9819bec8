import { type RawBuilder, sql } from 'kysely';
import { type Evidence, evidence } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';
import { subtreeOf } from '../plan-items/subtree.ts';
import { reports } from '../reports/definition.ts';

/** Evidence of those of the person's reports that satisfy a condition. */
const atReports = (condition: RawBuilder<unknown>, actor: Actor): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from ${sql.table('reportEvidence')}
  inner join ${sql.table('reports')} on ${sql.ref('reports.id')} = ${sql.ref('reportEvidence.reportId')}
  where ${sql.ref('reportEvidence.evidenceId')} = ${sql.ref('evidence.id')}
    and ${condition}
    and ${within(reports.reach, actor, scopeOf(actor.role, 'reports', 'read'))}
)`;

/**
 * Evidence belongs to its reports: whoever reaches one of them reaches the evidence, and so does whoever uploaded it.
 * What holds personal data never leaves the agency.
 */
export const evidences: Definition<Evidence> = {
  name: 'evidence',
  singular: 'evidence',
  table: 'evidence',
  fields: fieldsOf(evidence),
  reach: {
    agency: 'evidence.agencyId',
    unit: 'evidence.unitId',
    owner: 'evidence.uploaderId',
    custom: (actor, scope) => sql<boolean>`(
      ${sql.ref('evidence.uploaderId')} = ${actor.id}
      or ((${sql.ref('evidence.agencyId')} = ${actor.agencyId} or not ${sql.ref('evidence.personalData')}) and exists (
        select 1 from ${sql.table('reportEvidence')}
        inner join ${sql.table('reports')} on ${sql.ref('reports.id')} = ${sql.ref('reportEvidence.reportId')}
        where ${sql.ref('reportEvidence.evidenceId')} = ${sql.ref('evidence.id')} and ${within(reports.reach, actor, scope)}
      ))
    )`,
  },
  parameters: {
    reportId: (values, actor) => atReports(sql`${sql.ref('reports.id')} in (${sql.join(values)})`, actor),
    /** Evidence for an item of the plan and for all below it. */
    itemId: (values, actor) => atReports(sql`${sql.ref('reports.planItemId')} in ${subtreeOf(values)}`, actor),
  },
};
