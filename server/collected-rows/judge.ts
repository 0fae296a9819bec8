import type { CollectedRow, Recipient } from '../../sync/model/index.ts';
import { mustBeRunning } from '../collection-files/open.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { showReview } from '../recipient-sheets/wish.ts';
import { recipients } from '../recipients/definition.ts';
import type { Change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';

/**
 * Sends what an agency answered back to it: it sees the reviews and the reasons, here and in its workbook, and answers anew.
 * @throws Refusal `collection_nothing_applied`, `collection_files_pending`, `stale_version`
 */
export async function sendBack(
  work: Change,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<Recipient> {
  const row = await judged(work, id, 'sendBack', version);
  const set = { state: 'sentBack', stateReason: reason.trim(), acceptedAt: null } as const;
  await showReview(work, id);
  return edit<Recipient>(work, recipients, row, version, set, 'sendBack');
}

/** Ends the reviewing of an agency: nothing goes back any more, and the agency sees what was said of its rows. */
export async function acceptRecipient(work: Change, id: string, version: number): Promise<Recipient> {
  const row = await judged(work, id, 'accept', version);
  await forgetReasons(work, row);
  const set = { state: 'consolidated', stateReason: '', acceptedAt: work.at } as const;
  await showReview(work, id);
  return edit<Recipient>(work, recipients, row, version, set, 'accept');
}

async function judged(work: Change, id: string, action: 'sendBack' | 'accept', version: number): Promise<Recipient> {
  const row = await find(work, recipients, action, id);
  if (row.version !== version) throw stale(row);
  await mustBeRunning(work, row.collectionId);
  if (row.fileId === null) throw new Refusal('collection_nothing_applied');
  const { count } = await work.tx
    .selectFrom('collectionFiles')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('recipientId', '=', id)
    .where('state', 'in', ['waiting', 'read', 'unreadable'])
    .executeTakeFirstOrThrow();
  if (count > 0) throw new Refusal('collection_files_pending', { count });
  return row;
}

/** Reasons were for sending back; the events keep them. */
async function forgetReasons({ tx, at, record }: Change, { id, bureauId }: Recipient): Promise<void> {
  const rows = await tx
    .updateTable('collectedRows')
    .set(eb => ({ returnReason: null, version: eb('version', '+', 1), updatedAt: at }))
    .where('recipientId', '=', id)
    .where('returnReason', 'is not', null)
    .returning(['id'])
    .execute();
  for (const { id: recordId } of rows as readonly Pick<CollectedRow, 'id'>[])
    record({
      action: 'collectedRows.settle',
      resource: 'collectedRows',
      recordId,
      agencyId: bureauId,
      after: { returnReason: null },
    });
}
