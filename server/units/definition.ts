import { sql } from 'kysely';
import { type Unit, unit } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

export const units: Definition<Unit> = {
  name: 'units',
  singular: 'unit',
  table: 'units',
  fields: fieldsOf(unit),
  reach: { agency: 'units.agencyId', unit: 'units.id', submitted: sql<boolean>`(1 = 1)` },
};
