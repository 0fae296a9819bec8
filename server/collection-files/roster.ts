import type { CollectionFile, Recipient, RosterState } from '../../sync/model/index.ts';
import { recipients } from '../recipients/definition.ts';
import type { Change } from '../records/change.ts';
import { edit } from '../records/records.ts';
import { type Held, heldOf, holdLine, look } from './held.ts';
import { keptOfMany } from './kept.ts';

type Pending = Pick<CollectionFile, 'id' | 'state' | 'doubts' | 'counts' | 'createdAt'>;

/** Where a recipient stands, by the files of it that wait for somebody. */
export function rosterStateOf(
  { fileId, stateReason }: Pick<Recipient, 'fileId' | 'stateReason'>,
  waiting: readonly Pending[],
): RosterState {
  const isBack = stateReason !== '';
  // A copy that somebody saved once more says nothing else.
  const pending = fileId === null || isBack ? waiting : waiting.filter(saysMore);
  const [first, ...more] = pending;
  if (!first) return isBack ? 'sentBack' : fileId === null ? 'notReturned' : 'consolidated';
  if (more.length > 0 || (fileId !== null && !isBack)) return 'duplicate';
  if (first.state === 'unreadable') return 'doubtful';
  if (first.doubts.includes('otherEdition')) return 'otherEdition';
  return first.doubts.length > 0 ? 'doubtful' : 'returned';
}

const saysMore = ({ state, counts }: Pick<Pending, 'state' | 'counts'>): boolean =>
  state !== 'read' || counts.changes + counts.conflicts + counts.strays > 0;

/** Whether a file may be taken in without a person, as far as what counts of its agency already goes. */
export const standsAlone = ({ fileId, stateReason }: Recipient, file: Pick<Pending, 'state' | 'counts'>): boolean =>
  fileId === null || stateReason !== '' || !saysMore(file);

/**
 * Brings the roster's line up to date with the files of a recipient, and the figures of those that wait, which are seen anew
 * against what is held now.
 */
export async function refreshRecipient(
  work: Change,
  recipientId: string,
  set: { readonly [K in 'fileId' | 'stateReason' | 'acceptedAt']?: Recipient[K] } = {},
): Promise<Recipient | null> {
  const line = await holdLine(work, recipientId);
  if (!line) return null;
  const { recipient } = line;
  const pending = await lookAgain(work, recipientId, () => heldOf(work.tx, line));
  const next = { ...recipient, ...set };
  const state = rosterStateOf(next, pending);
  const returnedAt = pending.map(({ createdAt }) => createdAt).toSorted()[0] ?? (await arrivalOf(work, next.fileId));
  return edit<Recipient>(work, recipients, recipient, recipient.version, { ...set, state, returnedAt }, 'roster');
}

async function arrivalOf({ tx }: Change, fileId: string | null): Promise<string | null> {
  if (fileId === null) return null;
  const row = await tx.selectFrom('collectionFiles').select('createdAt').where('id', '=', fileId).executeTakeFirst();
  return row?.createdAt ?? null;
}

const pendingStates = ['waiting', 'read', 'unreadable'] as const;

/** Files that wait for somebody, by recipient. */
export async function pendingOf(
  { tx }: Change,
  recipientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (recipientIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('collectionFiles')
    .select(['id', 'recipientId'])
    .where('recipientId', 'in', recipientIds)
    .where('state', 'in', pendingStates)
    .execute();
  const byRecipient = Map.groupBy(rows, ({ recipientId }) => recipientId!);
  return new Map([...byRecipient].map(([id, files]) => [id, files.map(file => file.id)]));
}

/**
 * The files of a recipient that wait for somebody, with their figures as of now.
 * @param hold what they are compared with, asked for only where there is something to compare
 */
async function lookAgain({ tx }: Change, recipientId: string, hold: () => Promise<Held>): Promise<readonly Pending[]> {
  const rows = await tx
    .selectFrom('collectionFiles')
    .select(['id', 'state', 'doubts', 'counts', 'createdAt', 'recipientId', 'recognisedBy', 'edition', 'fileName'])
    .where('recipientId', '=', recipientId)
    .where('state', 'in', pendingStates)
    .orderBy('id')
    .execute();
  const kept = new Map(
    await keptOfMany(
      tx,
      rows.filter(({ state }) => state === 'read').map(({ id }) => id),
    ),
  );
  const held = kept.size > 0 ? await hold() : null;
  const seen: Pending[] = [];
  for (const row of rows) {
    const { id, state, createdAt } = row;
    const said = {
      doubts: JSON.parse(row.doubts) as CollectionFile['doubts'],
      counts: JSON.parse(row.counts) as CollectionFile['counts'],
    };
    const of = kept.get(id);
    const now = of?.read && held ? look(row, of, of.read, held) : said;
    const [doubts, counts] = [JSON.stringify(now.doubts), JSON.stringify(now.counts)];
    if (doubts !== row.doubts || counts !== row.counts)
      await tx.updateTable('collectionFiles').set({ doubts, counts }).where('id', '=', id).execute();
    seen.push({ id, state, createdAt, doubts: now.doubts, counts: now.counts });
  }
  return seen;
}
