import { type CollectionFile, collectionFileMachine } from '../../sync/model/index.ts';
import { stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import { holdOnly, look } from './held.ts';
import { keptOf } from './kept.ts';
import { mustBeRunning } from './open.ts';
import { refreshRecipient } from './roster.ts';

/** Turns a file down, which stays as it came. Its preview is kept for looking at it later. */
export async function rejectFile(work: Change, id: string, version: number, reason: string): Promise<CollectionFile> {
  const file = await find(work, collectionFiles, 'reject', id);
  const state = transition(collectionFileMachine, 'collectionFile', file.state, 'reject', reason);
  if (file.version !== version) throw stale(file);
  await mustBeRunning(work, file.collectionId);
  const kept = await keptOf(work.tx, id);
  const held = file.recipientId === null ? null : await holdOnly(work.tx, file.recipientId);
  const merge = kept.read ? look(file, kept, kept.read, held).merge : null;
  await work.tx
    .updateTable('collectionFiles')
    .set({ merge: merge && JSON.stringify(merge), leaseUntil: null })
    .where('id', '=', id)
    .execute();
  const next = await edit(
    work,
    collectionFiles,
    file,
    version,
    { state, stateReason: reason.trim() },
    'reject',
    reason,
  );
  if (file.recipientId !== null) await refreshRecipient(work, file.recipientId);
  return next;
}
