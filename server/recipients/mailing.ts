import type { Collection, Locale } from '../../sync/model/index.ts';
import { mustBeOpen } from '../collections/open-only.ts';
import { queueMails } from '../mail/index.ts';
import type { Change } from '../records/change.ts';
import { linesOf } from './chosen.ts';

/** Those to whom the newest edition was mailed or is about to be; a reminder carries it too, but asks for something else. */
async function haveIt({ tx }: Change, { id, edition }: Collection): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('outbox')
    .innerJoin('recipients', 'recipients.id', 'outbox.recipientId')
    .innerJoin('collectionEditions', 'collectionEditions.collectionId', 'recipients.collectionId')
    .select('recipients.id')
    .where('recipients.collectionId', '=', id)
    .where('collectionEditions.number', '=', edition)
    .where('outbox.kind', '=', 'issue')
    .where(eb =>
      eb.or([eb('outbox.state', '=', 'waiting'), eb('outbox.sentAt', '>=', eb.ref('collectionEditions.issuedAt'))]),
    )
    .execute();
  return new Set(rows.map(row => row.id));
}

/**
 * Mails workbooks to those named, again where they had one before; else to all that did not get the newest edition by mail yet.
 * @throws Refusal `collection_must_be_open`, `foreign_reference`
 */
export async function mailWorkbooks(
  work: Change,
  collection: Collection,
  recipientIds: readonly string[] | undefined,
  locale: Locale,
): Promise<{ readonly queued: number; readonly withoutAddress: number }> {
  mustBeOpen(collection, 'mail');
  const lines = await linesOf(work.tx, collection, recipientIds);
  const had = recipientIds ? new Set() : await haveIt(work, collection);
  const chosen = lines.filter(({ id }) => !had.has(id));
  const queued = await queueMails(work, 'issue', locale, chosen);
  const withoutAddress = chosen.filter(({ mailTo }) => mailTo === null).length;
  if (queued > 0)
    work.record({
      action: 'collections.mail',
      resource: 'collections',
      recordId: collection.id,
      agencyId: collection.agencyId,
      after: { queued, withoutAddress },
    });
  return { queued, withoutAddress };
}
