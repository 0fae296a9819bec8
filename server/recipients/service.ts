import type { Collection, Recipient } from '../../sync/model/index.ts';
import { mustNotHaveEnded } from '../collections/open-only.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, remove } from '../records/records.ts';
import { recipients } from './definition.ts';

/** Says where an agency is written to. What went wrong with the address before is forgotten. */
export async function editRecipient(
  work: Change,
  id: string,
  version: number,
  { mailTo }: { readonly mailTo?: string | null | undefined },
): Promise<Recipient> {
  const row = await find(work, recipients, 'update', id);
  const isOther = mailTo !== undefined && mailTo !== row.mailTo;
  const forgotten = isOther && row.mailState === 'failed' ? ({ mailState: null, mailProblem: null } as const) : {};
  return edit<Recipient>(work, recipients, row, version, { mailTo, ...forgotten });
}

/** Asks an agency no more. @throws Refusal `recipient_has_returned`, `collection_ended` */
export async function removeRecipient(work: Change, id: string): Promise<void> {
  const { tx } = work;
  // The collection first, as everybody does who adds to it or opens it.
  const collection = await collectionOf(work, id);
  const row = await find(work, recipients, 'delete', id);
  if (collection) mustNotHaveEnded(collection);
  const came = await tx.selectFrom('collectionFiles').select('id').where('recipientId', '=', id).executeTakeFirst();
  if (came || row.fileId !== null) {
    const { name } = await tx
      .selectFrom('agencies')
      .select('name')
      .where('id', '=', row.agencyId)
      .executeTakeFirstOrThrow();
    throw new Refusal('recipient_has_returned', { name });
  }
  await remove(work, recipients, row);
}

const collectionOf = (
  { tx, engine }: Change,
  recipientId: string,
): Promise<Pick<Collection, 'name' | 'state'> | undefined> =>
  tx
    .selectFrom('collections')
    .select(['name', 'state'])
    .where('id', '=', eb => eb.selectFrom('recipients').select('collectionId').where('recipients.id', '=', recipientId))
    .$if(engine === 'postgres', query => query.forUpdate())
    .executeTakeFirst();
