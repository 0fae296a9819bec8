import { type RawBuilder, sql } from 'kysely';
import { dayInTaipei, ownState, type Recipient, recipient } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { ownRecipients } from '../collections/asked.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import { unpacked } from './unsent.ts';

/** `ownStateOn` as the database says it. */
function standsIn(values: readonly string[], actor: Actor, now: Date): RawBuilder<boolean> {
  const unknown = values.find(value => !ownState.safeParse(value).success);
  if (unknown !== undefined) throw new Refusal('invalid_input', { field: 'ownState', problem: unknown });
  const state = sql.ref('recipients.state');
  const dueDate = sql`(
    select ${sql.ref('collections.dueDate')} from ${sql.table('collections')}
    where ${sql.ref('collections.id')} = ${sql.ref('recipients.collectionId')}
  )`;
  return sql<boolean>`case
    when ${sql.ref('recipients.id')} in ${unpacked(actor)} then 'unsent'
    when ${state} = 'notReturned' and ${dueDate} < ${dayInTaipei(now)} then 'overdue'
    else ${state}
  end in (${sql.join(values)})`;
}

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
  parameters: {
    /** Where a line stands today for the agency that is asked, which is more than what is stored. */
    ownState: standsIn,
  },
};
