import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';

/** Collections that ask an agency, as far as they were opened; a draft is the bureau's own affair. */
const opened = sql`${sql.ref('collections.state')} <> 'draft'`;

/** The recipients that the person's agency is, in collections that were opened. */
export const ownRecipients = (actor: Actor): RawBuilder<unknown> => sql`(
  select ${sql.ref('recipients.id')} from ${sql.table('recipients')}
  inner join ${sql.table('collections')} on ${sql.ref('collections.id')} = ${sql.ref('recipients.collectionId')}
  where ${sql.ref('recipients.agencyId')} = ${actor.agencyId} and ${opened}
)`;

/** Whether the collection that a column names asks the person's agency. */
export const askedIn = (column: string, actor: Actor): RawBuilder<boolean> => sql<boolean>`${sql.ref(column)} in (
  select ${sql.ref('recipients.collectionId')} from ${sql.table('recipients')}
  inner join ${sql.table('collections')} on ${sql.ref('collections.id')} = ${sql.ref('recipients.collectionId')}
  where ${sql.ref('recipients.agencyId')} = ${actor.agencyId} and ${opened}
)`;
