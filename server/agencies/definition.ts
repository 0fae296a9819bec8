import { sql } from 'kysely';
import { type Agency, agency } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

export const agencies: Definition<Agency> = {
  name: 'agencies',
  singular: 'agency',
  table: 'agencies',
  fields: fieldsOf(agency),
  reach: { agency: 'agencies.id', submitted: sql<boolean>`(1 = 1)` },
};
