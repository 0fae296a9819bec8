import { sql } from 'kysely';
import { type Finding, finding } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** A finding belongs to the agency that made it, and is seen by the one that answers it. */
export const findings: Definition<Finding> = {
  name: 'findings',
  singular: 'finding',
  table: 'findings',
  fields: fieldsOf(finding),
  reach: {
    agency: 'findings.agencyId',
    asked: actor => sql<boolean>`${sql.ref('findings.againstId')} = ${actor.agencyId}`,
  },
};
