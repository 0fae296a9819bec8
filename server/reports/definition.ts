import { sql } from 'kysely';
import { type Report, report } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

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
};
