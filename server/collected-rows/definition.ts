import { sql } from 'kysely';
import { type CollectedRow, collectedRow } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** What a reviewer is still writing is not for the agency: it sees its rows when they come back to it, and when all is done. */
export const collectedRows: Definition<CollectedRow> = {
  name: 'collectedRows',
  singular: 'collectedRow',
  table: 'collectedRows',
  fields: fieldsOf(collectedRow),
  reach: {
    agency: 'collectedRows.bureauId',
    asked: actor => sql<boolean>`${sql.ref('collectedRows.recipientId')} in (
      select ${sql.ref('recipients.id')} from ${sql.table('recipients')}
      inner join ${sql.table('collections')} on ${sql.ref('collections.id')} = ${sql.ref('recipients.collectionId')}
      where ${sql.ref('recipients.agencyId')} = ${actor.agencyId}
        and (${sql.ref('recipients.stateReason')} <> '' or ${sql.ref('recipients.acceptedAt')} is not null
          or ${sql.ref('collections.state')} = 'closed')
    )`,
  },
};
