import { sql } from 'kysely';
import { type Round, round } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** A round that was opened is how the agency told its bureau when it checks; a draft is its own affair. */
export const rounds: Definition<Round> = {
  name: 'rounds',
  singular: 'round',
  table: 'rounds',
  fields: fieldsOf(round),
  reach: { agency: 'rounds.agencyId', submitted: sql<boolean>`(${sql.ref('rounds.state')} <> 'draft')` },
};
