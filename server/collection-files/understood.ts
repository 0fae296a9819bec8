import type { Returned } from '../../sync/collect/index.ts';
import { type CollectionFile, collectionFileMachine, type Issue } from '../../sync/model/index.ts';
import { fromRow } from '../listing/fields.ts';
import type { Change } from '../records/change.ts';
import { edit } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import { hold, look } from './held.ts';
import type { Read } from './kept.ts';
import { noCounts } from './preview.ts';
import { refreshRecipient } from './roster.ts';

/**
 * Writes down what was read from a file that waits: whose it is, what it changes, what is doubtful. A file that somebody else was
 * faster with, or that was rejected meanwhile, stays as it is.
 */
export async function writeUnderstood(work: Change, id: string, returned: Returned): Promise<void> {
  const row = await work.tx
    .selectFrom('collectionFiles')
    .selectAll()
    .where('id', '=', id)
    .$if(work.engine === 'postgres', query => query.forUpdate())
    .executeTakeFirst();
  if (row?.state !== 'waiting') return;
  const file = fromRow<CollectionFile>(collectionFiles.fields, row);
  const recipientId = returned.ok
    ? await writeRead(work, file, returned)
    : await writeUnreadable(work, file, returned.issue);
  if (recipientId !== null) await refreshRecipient(work, recipientId);
}

async function writeUnreadable(work: Change, file: CollectionFile, problem: Issue): Promise<string | null> {
  const state = transition(collectionFileMachine, 'collectionFile', file.state, 'fail');
  await work.tx
    .updateTable('collectionFiles')
    .set({ leaseUntil: null, returned: null })
    .where('id', '=', file.id)
    .execute();
  await edit<CollectionFile>(
    work,
    collectionFiles,
    file,
    file.version,
    { state, problem, counts: noCounts, doubts: [] },
    'read',
  );
  return file.recipientId;
}

async function writeRead(work: Change, file: CollectionFile, { ok: _ok, ...rest }: Read): Promise<string | null> {
  const read: Read = { ok: true, ...rest };
  const { recipient, edition, candidates } = read.recognised;
  // What a person said while it was read counts more than what was found.
  const said = file.recipientId === null ? recipient : { id: file.recipientId, by: 'person' as const };
  const held = said && (await hold(work, said.id));
  const recipientId = held?.recipient.id ?? null;
  const recognisedBy = recipientId === null ? null : said!.by;
  const told = { ...file, recipientId, recognisedBy, edition };
  const { counts, doubts } = look(told, { placements: {}, decisions: {}, seen: {} }, read, held);
  await work.tx
    .updateTable('collectionFiles')
    .set({
      leaseUntil: null,
      returned: JSON.stringify(read),
      candidates: JSON.stringify(candidates.map(({ id: recipientId, score }) => ({ recipientId, score }))),
    })
    .where('id', '=', file.id)
    .execute();
  const state = transition(collectionFileMachine, 'collectionFile', file.state, 'read');
  await edit<CollectionFile>(
    work,
    collectionFiles,
    file,
    file.version,
    { state, problem: null, recipientId, recognisedBy, edition, counts, doubts },
    'read',
  );
  return recipientId;
}
