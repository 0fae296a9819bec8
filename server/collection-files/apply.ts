import { type CollectionFile, collectionFileMachine, type FilesApplied } from '../../sync/model/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { recipients } from '../recipients/definition.ts';
import type { Change } from '../records/change.ts';
import { editMany, findMany } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import { type Held, hold, holdMany, look } from './held.ts';
import { type Kept, keptOf, keptOfMany } from './kept.ts';
import { mustBeRunning } from './open.ts';
import { unsettled } from './preview.ts';
import { pendingOf, refreshRecipient, rosterStateOf, standsAlone } from './roster.ts';
import { type Taking, takeIn } from './taking.ts';

/**
 * Takes a file in, all of it or nothing. The preview is made once more under lock, so that nothing is written over what somebody
 * changed since it was looked at: a new conflict refuses the whole.
 * @param file found and locked in this change
 * @throws Refusal `conflicts_unsettled`, `collection_file_unrecognised`, `illegal_transition`, `stale_version`
 */
export async function applyFile(work: Change, file: CollectionFile, version: number): Promise<CollectionFile> {
  transition(collectionFileMachine, 'collectionFile', file.state, 'apply');
  if (file.version !== version) throw stale(file);
  await mustBeRunning(work, file.collectionId);
  const held = file.recipientId === null ? null : await hold(work, file.recipientId);
  const taking = takingOf(file, held, await keptOf(work.tx, file.id));
  if (!taking) throw new Refusal('collection_file_unrecognised');
  const open = unsettled(taking.now.merge, taking.now.decisions);
  if (open > 0) throw new Refusal('conflicts_unsettled', { count: open });
  const [next] = await takeIn(work, [taking]);
  await refreshRecipient(work, taking.held.recipient.id, { fileId: file.id, stateReason: '', acceptedAt: null });
  return next!;
}

/** Null where nobody knows what the file changes. */
function takingOf(file: CollectionFile, held: Held | null, kept: Kept | undefined): Taking | null {
  if (!held || !kept?.read) return null;
  const { read, placements } = kept;
  const now = look(file, kept, read, held);
  const { merge, edition } = now;
  return merge && edition ? { file, held, now: { ...now, merge, edition }, read, placements } : null;
}

type Why = FilesApplied['left'][number]['why'];

/**
 * The same for files that nobody looked at: those of them that are clean, and alone at their agency, in one change.
 * @throws Refusal `collection_ended`
 */
export async function applyThoseClean(
  work: Change,
  collectionId: string,
  fileIds: readonly string[],
): Promise<FilesApplied> {
  const found = await findMany<CollectionFile>(work, collectionFiles, 'apply', fileIds);
  await mustBeRunning(work, collectionId);
  const files = new Map(found.filter(({ allowed }) => allowed).map(({ row }) => [row.id, row]));
  const asked = [...new Set([...files.values()].flatMap(({ recipientId }) => recipientId ?? []))].toSorted();
  const held = await holdMany(work, asked);
  const pending = await pendingOf(work, asked);
  const kept = new Map(await keptOfMany(work.tx, [...files.keys()]));
  const left: FilesApplied['left'] = [];
  const takings: Taking[] = [];
  for (const id of fileIds) {
    const judged = judge(files.get(id), held, kept.get(id), pending);
    if (typeof judged === 'string') left.push({ id, why: judged });
    else takings.push(judged);
  }
  if (takings.length === 0) return { applied: 0, left };
  await takeIn(work, takings);
  await editMany(
    work,
    recipients,
    ['fileId', 'state', 'stateReason', 'acceptedAt', 'returnedAt'],
    takings.map(({ file: { id: fileId, createdAt: returnedAt }, held: { recipient } }) => {
      const set = { fileId, stateReason: '', acceptedAt: null, returnedAt };
      return { row: recipient, set: { ...set, state: rosterStateOf(set, []) } };
    }),
    'roster',
  );
  return { applied: takings.length, left };
}

function judge(
  file: CollectionFile | undefined,
  held: ReadonlyMap<string, Held>,
  kept: Kept | undefined,
  pending: ReadonlyMap<string, readonly string[]>,
): Taking | Why {
  if (!file) return 'conflict';
  if (file.state !== 'read') return 'state';
  if (file.recipientId === null) return 'unrecognised';
  const taking = takingOf(file, held.get(file.recipientId) ?? null, kept);
  if (!taking) return 'conflict';
  const { now } = taking;
  const [doubt] = now.doubts;
  if (doubt) return doubt;
  const isAlone = (pending.get(file.recipientId) ?? []).every(id => id === file.id);
  return isAlone && standsAlone(taking.held.recipient, { state: file.state, counts: now.counts })
    ? taking
    : 'duplicate';
}
