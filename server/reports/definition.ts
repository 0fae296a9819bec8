import { sql } from 'kysely';
import { type Report, report } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';
import { subtreeOf } from '../plan-items/subtree.ts';

/** What the agency accepted is what it stands behind, and so what its bureau sees. */
export const reports: Definition<Report> = {
  name: 'reports',
  singular: 'report',
  table: 'reports',
  fields: fieldsOf(report),
  reach: {
    agency: 'reports.agencyId',
    unit: 'reports.unitId',
    owner: 'reports.officerId',
    submitted: sql<boolean>`(${sql.ref('reports.state')} = 'accepted')`,
  },
  parameters: {
    /** Where a piece of evidence is used; what an agency keeps to itself is not told to others by its place either. */
    evidenceId: (values, actor) => sql<boolean>`exists (
      select 1 from ${sql.table('reportEvidence')}
      inner join ${sql.table('evidence')} on ${sql.ref('evidence.id')} = ${sql.ref('reportEvidence.evidenceId')}
      where ${sql.ref('reportEvidence.reportId')} = ${sql.ref('reports.id')}
        and ${sql.ref('evidence.id')} in (${sql.join(values)})
        and (${sql.ref('evidence.agencyId')} = ${actor.agencyId} or not ${sql.ref('evidence.personalData')})
    )`,
    /** Reports of an item of the plan and of all below it. */
    itemId: values => sql<boolean>`${sql.ref('reports.planItemId')} in ${subtreeOf(values)}`,
  },
};
