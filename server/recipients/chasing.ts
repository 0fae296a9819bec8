import { type Collection, dayInTaipei, type Locale, owesReturn } from '../../sync/model/index.ts';
import { mustBeOpen } from '../collections/open-only.ts';
import { queueMails } from '../mail/index.ts';
import type { Change } from '../records/change.ts';
import { linesOf } from './chosen.ts';

interface Wish {
  readonly recipientIds?: readonly string[] | undefined;
  readonly locale: Locale;
  /** Whether mails can be sent at all. */
  readonly canMail: boolean;
}

/**
 * Reminds agencies that still owe their return (稽催): those named, else all that are late. Each is marked on the roster, leaves an
 * event, and gets a mail where an address is known. The mark is no edit, so whoever is writing is not interrupted. The number of
 * statements does not grow with the agencies.
 * @throws Refusal `collection_must_be_open`, `foreign_reference`
 */
export async function chaseRecipients(
  work: Change,
  collection: Collection,
  { recipientIds, locale, canMail }: Wish,
): Promise<{ readonly chased: number; readonly mailed: number }> {
  mustBeOpen(collection, 'chase');
  const { tx, at, record } = work;
  const isLate = dayInTaipei(new Date(at)) > collection.dueDate;
  const lines = recipientIds || isLate ? await linesOf(work.tx, collection, recipientIds) : [];
  const owing = lines.filter(owesReturn);
  if (owing.length === 0) return { chased: 0, mailed: 0 };
  await tx
    .updateTable('recipients')
    .set(eb => ({ chasedAt: at, chases: eb('chases', '+', 1), updatedAt: at }))
    .where(
      'id',
      'in',
      owing.map(({ id }) => id),
    )
    .execute();
  for (const { id } of owing)
    record({
      action: 'recipients.chase',
      resource: 'recipients',
      recordId: id,
      agencyId: collection.agencyId,
      after: { chasedAt: at, dueDate: collection.dueDate },
    });
  return { chased: owing.length, mailed: canMail ? await queueMails(work, 'chase', locale, owing) : 0 };
}
