import type { CollectionFile, Recipient, RosterState } from '../../sync/model/index.ts';
import { updateMany } from '../database/update-many.ts';
import { recipients } from '../recipients/definition.ts';
import type { Change } from '../records/change.ts';
import { editMany } from '../records/records.ts';
import { heldOfMany, holdLines, type Line, look } from './held.ts';
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

/** What a change of its files sets in a recipient, beside where it stands. */
type Standing = { readonly [K in 'fileId' | 'stateReason' | 'acceptedAt']?: Recipient[K] };

/** Figures of files that were looked at in this very change, by id, so that they need not be looked at again. */
type Figures = ReadonlyMap<string, Pick<CollectionFile, 'counts' | 'doubts'>>;

/** The line of one recipient, see {@link refreshRecipients}. */
export const refreshRecipient = (work: Change, recipientId: string, set: Standing = {}): Promise<void> =>
  refreshRecipients(work, [recipientId], { set });

/**
 * Brings the roster's lines up to date with the files of recipients, and the figures of those that wait, which are seen anew
 * against what is held now. The number of statements does not grow with the recipients.
 */
export async function refreshRecipients(
  work: Change,
  recipientIds: readonly string[],
  { set = {}, looked = new Map() }: { readonly set?: Standing; readonly looked?: Figures } = {},
): Promise<void> {
  const lines = await holdLines(work, [...new Set(recipientIds)]);
  const pending = await lookAgain(work, lines, looked);
  const next = lines.map(({ recipient }) => ({ ...recipient, ...set }));
  const arrivals = await arrivalsOf(
    work,
    next.flatMap(({ id, fileId }) => (pending.has(id) ? [] : (fileId ?? []))),
  );
  const edits = lines.flatMap(({ recipient }, i) => {
    const { id, fileId, stateReason, acceptedAt } = next[i]!;
    const waiting = pending.get(id) ?? [];
    const first = waiting.map(({ createdAt }) => createdAt).toSorted()[0];
    const returnedAt = first ?? (fileId === null ? null : (arrivals.get(fileId) ?? null));
    const now = { fileId, stateReason, acceptedAt, state: rosterStateOf(next[i]!, waiting), returnedAt };
    return written.some(field => now[field] !== recipient[field]) ? [{ row: recipient, set: now }] : [];
  });
  await editMany(work, recipients, written, edits, 'roster');
}

const written = ['fileId', 'stateReason', 'acceptedAt', 'state', 'returnedAt'] as const;

async function arrivalsOf({ tx }: Change, fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (fileIds.length === 0) return new Map();
  const rows = await tx.selectFrom('collectionFiles').select(['id', 'createdAt']).where('id', 'in', fileIds).execute();
  return new Map(rows.map(({ id, createdAt }) => [id, createdAt]));
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

/** The files of recipients that wait for somebody, with their figures as of now, by recipient. */
async function lookAgain(
  { tx }: Change,
  lines: readonly Line[],
  looked: Figures,
): Promise<ReadonlyMap<string, readonly Pending[]>> {
  if (lines.length === 0) return new Map();
  const rows = await tx
    .selectFrom('collectionFiles')
    .select(['id', 'state', 'doubts', 'counts', 'createdAt', 'recipientId', 'recognisedBy', 'edition', 'fileName'])
    .where(
      'recipientId',
      'in',
      lines.map(({ recipient }) => recipient.id),
    )
    .where('state', 'in', pendingStates)
    .orderBy('id')
    .execute();
  const unseen = rows.filter(({ id, state }) => state === 'read' && !looked.has(id));
  const kept = new Map(
    await keptOfMany(
      tx,
      unseen.map(({ id }) => id),
    ),
  );
  const compared = new Set(unseen.map(({ recipientId }) => recipientId));
  const held = await heldOfMany(
    tx,
    lines.filter(({ recipient }) => compared.has(recipient.id)),
  );
  const seen = rows.map(row => {
    const { id, state, createdAt } = row;
    const recipientId = row.recipientId!;
    const of = kept.get(id);
    const now = of?.read ? look(row, of, of.read, held.get(recipientId) ?? null) : looked.get(id);
    if (!now) return { recipientId, file: { id, state, createdAt, ...figuresOf(row) }, isOther: false };
    const { doubts, counts } = now;
    const isOther = JSON.stringify(doubts) !== row.doubts || JSON.stringify(counts) !== row.counts;
    return { recipientId, file: { id, state, createdAt, doubts, counts }, isOther };
  });
  await updateMany(
    tx,
    { table: 'collectionFiles', columns: ['doubts', 'counts'], alike: {} },
    seen
      .filter(({ isOther }) => isOther)
      .map(({ file: { id, doubts, counts } }) => ({
        id,
        doubts: JSON.stringify(doubts),
        counts: JSON.stringify(counts),
      })),
  );
  const byRecipient = Map.groupBy(seen, ({ recipientId }) => recipientId);
  return new Map([...byRecipient].map(([id, files]) => [id, files.map(({ file }) => file)]));
}

const figuresOf = ({ doubts, counts }: Readonly<Record<'doubts' | 'counts', string>>) => ({
  doubts: JSON.parse(doubts) as CollectionFile['doubts'],
  counts: JSON.parse(counts) as CollectionFile['counts'],
});
