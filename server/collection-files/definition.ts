import { type RawBuilder, sql } from 'kysely';
import { type CollectionFile, collectionFile, type Delivery, delivery } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { ownRecipients } from '../collections/asked.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';
import { counted } from './progress.ts';

const byOwnPeople = (column: string, actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (select id from ${sql.table('users')} where ${sql.ref('users.agencyId')} = ${actor.agencyId})`;

/** How many of its files are read is counted from the files. */
export const deliveries: Definition<Delivery> = {
  name: 'deliveries',
  singular: 'delivery',
  table: 'deliveries',
  fields: fieldsOf(delivery, ['total', 'waiting', 'read', 'unreadable']),
  complete: counted,
  reach: { agency: 'deliveries.bureauId', asked: actor => byOwnPeople('deliveries.receivedBy', actor) },
};

/**
 * An agency sees the files that it handed in itself, and those that were taken over as its own; one that was merely thought to be
 * its own may be another's.
 */
export const collectionFiles: Definition<CollectionFile> = {
  name: 'collectionFiles',
  singular: 'file',
  table: 'collectionFiles',
  fields: fieldsOf(collectionFile),
  reach: {
    agency: 'collectionFiles.bureauId',
    asked: actor => sql<boolean>`(${byOwnPeople('collectionFiles.receivedBy', actor)} or (
      ${sql.ref('collectionFiles.state')} = 'applied' and ${sql.ref('collectionFiles.recipientId')} in ${ownRecipients(actor)}
    ))`,
  },
};
