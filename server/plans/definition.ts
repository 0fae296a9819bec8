import { sql } from 'kysely';
import { type Plan, plan } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** The bureau sees a plan once it is approved. */
export const plans: Definition<Plan> = {
  name: 'plans',
  singular: 'plan',
  table: 'plans',
  fields: fieldsOf(plan),
  reach: { agency: 'plans.agencyId', submitted: sql<boolean>`plans.state <> 'draft'` },
};
