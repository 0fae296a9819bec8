import { sql } from 'kysely';
import { type RecipientSheet, recipientSheet } from '../../sync/model/index.ts';
import { ownRecipients } from '../collections/asked.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** The bureau sees those of its collections, an agency its own. */
export const recipientSheets: Definition<RecipientSheet> = {
  name: 'recipientSheets',
  singular: 'recipientSheet',
  table: 'recipientSheets',
  fields: fieldsOf(recipientSheet),
  reach: {
    agency: 'recipientSheets.bureauId',
    asked: actor => sql<boolean>`${sql.ref('recipientSheets.recipientId')} in ${ownRecipients(actor)}`,
  },
};
