import { sql } from 'kysely';
import { type Recipient, recipient } from '../../sync/model/index.ts';
import { ownRecipients } from '../collections/asked.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** The bureau has the roster; an agency sees its own line of it once the collection is open. */
export const recipients: Definition<Recipient> = {
  name: 'recipients',
  singular: 'recipient',
  table: 'recipients',
  fields: fieldsOf(recipient),
  reach: {
    agency: 'recipients.bureauId',
    asked: actor => sql<boolean>`${sql.ref('recipients.id')} in ${ownRecipients(actor)}`,
  },
};
