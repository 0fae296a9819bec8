import type { Collection, Locale } from '../../sync/model/index.ts';
import { mustBeOpen } from '../collections/open-only.ts';
import { queueMails } from '../mail/index.ts';
import type { Change } from '../records/change.ts';
import { linesOf } from './chosen.ts';

/**
 * Mails workbooks to those named, again where they had one before; else to all that got none by mail yet.
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
  const chosen = recipientIds ? lines : lines.filter(({ mailState }) => mailState === null || mailState === 'failed');
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
