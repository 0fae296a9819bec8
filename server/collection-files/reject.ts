import {
  type CollectionFile,
  collectionFileMachine,
  type FilesReject,
  type FilesRejected,
} from '../../sync/model/index.ts';
import { updateMany } from '../database/update-many.ts';
import { stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { editMany, find, findMany } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import { holdOnlyMany, look } from './held.ts';
import { keptOfMany } from './kept.ts';
import { mustBeRunning } from './open.ts';
import { refreshRecipients } from './roster.ts';

/**
 * Turns a file down, which stays as it came. Its preview is kept for looking at it later.
 * @throws Refusal `illegal_transition`, `reason_required`, `stale_version`, `collection_ended`
 */
export async function rejectFile(work: Change, id: string, version: number, reason: string): Promise<CollectionFile> {
  const file = await find(work, collectionFiles, 'reject', id);
  transition(collectionFileMachine, 'collectionFile', file.state, 'reject', reason);
  if (file.version !== version) throw stale(file);
  await mustBeRunning(work, file.collectionId);
  const [next] = await turnDown(work, [file], reason);
  return next!;
}

/**
 * The same for several files of a collection in one change. Those that somebody else dealt with since they were seen stay as
 * they are and are named, and so are those that are none of it.
 * @throws Refusal `collection_ended`
 */
export async function rejectThoseSeen(
  work: Change,
  collectionId: string,
  { files: seen, reason }: FilesReject,
): Promise<FilesRejected> {
  const found = await findMany<CollectionFile>(
    work,
    collectionFiles,
    'reject',
    seen.map(({ id }) => id),
  );
  await mustBeRunning(work, collectionId);
  const own = found.filter(({ row, allowed }) => allowed && row.collectionId === collectionId);
  const files = new Map(own.map(({ row }) => [row.id, row]));
  const left: FilesRejected['left'] = [];
  const chosen: CollectionFile[] = [];
  for (const [id, version] of new Map(seen.map(each => [each.id, each.version]))) {
    const file = files.get(id);
    if (!file) left.push({ id, why: 'missing' });
    else if (!collectionFileMachine.verbs.reject.from.includes(file.state)) left.push({ id, why: 'state' });
    else if (file.version !== version) left.push({ id, why: 'conflict' });
    else chosen.push(file);
  }
  await turnDown(work, chosen, reason);
  return { rejected: chosen.length, left };
}

/** The number of statements does not grow with the files. @param files found and locked in this change */
async function turnDown(
  work: Change,
  files: readonly CollectionFile[],
  reason: string,
): Promise<readonly CollectionFile[]> {
  if (files.length === 0) return [];
  const kept = new Map(
    await keptOfMany(
      work.tx,
      files.map(({ id }) => id),
    ),
  );
  const asked = [...new Set(files.flatMap(({ recipientId }) => recipientId ?? []))];
  const held = await holdOnlyMany(work.tx, asked);
  const previewOf = (file: CollectionFile): string | null => {
    const of = kept.get(file.id)!;
    const merge = of.read ? look(file, of, of.read, held.get(file.recipientId ?? '') ?? null).merge : null;
    return merge && JSON.stringify(merge);
  };
  await updateMany(
    work.tx,
    { table: 'collectionFiles', columns: ['merge'], alike: { leaseUntil: null } },
    files.map(file => ({ id: file.id, merge: previewOf(file) })),
  );
  const next = await editMany<CollectionFile, 'state' | 'stateReason'>(
    work,
    collectionFiles,
    ['state', 'stateReason'],
    files.map(row => ({
      row,
      set: {
        state: transition(collectionFileMachine, 'collectionFile', row.state, 'reject', reason),
        stateReason: reason.trim(),
      },
    })),
    'reject',
    reason,
  );
  await refreshRecipients(work, asked);
  return next;
}
