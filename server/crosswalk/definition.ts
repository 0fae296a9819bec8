import { sql } from 'kysely';
import { type CrosswalkLink, crosswalkLink } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** The bureau sees what serves its plan once the plan that serves is approved. */
export const crosswalkLinks: Definition<CrosswalkLink> = {
  name: 'crosswalkLinks',
  singular: 'crosswalkLink',
  table: 'crosswalkLinks',
  fields: fieldsOf(crosswalkLink),
  reach: {
    agency: 'crosswalkLinks.agencyId',
    submitted: sql<boolean>`exists (select 1 from plans where plans.id = ${sql.ref('crosswalkLinks.planId')} and plans.state <> 'draft')`,
  },
};
