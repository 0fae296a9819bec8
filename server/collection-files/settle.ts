import { notice } from '../../sync/form/notice.ts';
import {
  type CollectionFile,
  type CollectionFileSettle,
  type Issue,
  type Placements,
  rowKey,
} from '../../sync/model/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { recipients } from '../recipients/definition.ts';
import type { Change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { collectionFiles } from './definition.ts';
import { type Held, hold, look } from './held.ts';
import { type Kept, keptOf, type Read } from './kept.ts';
import { mustBeRunning } from './open.ts';
import { settle } from './preview.ts';
import { refreshRecipient } from './roster.ts';

/**
 * Keeps what a person said of a file: whose it is, which question a row is, and which side counts. Decisions on other fields
 * stay, and any may be decided anew until the file is applied. What cannot be decided so refuses the whole request.
 * @throws Refusal `decision_impossible`, `foreign_reference`, `stale_version`, `illegal_transition`
 */
export async function settleFile(work: Change, id: string, wish: CollectionFileSettle): Promise<CollectionFile> {
  const file = await find(work, collectionFiles, 'update', id);
  if (file.version !== wish.version) throw stale(file);
  mustWait(file);
  await mustBeRunning(work, file.collectionId);
  const before = await keptOf(work.tx, id);
  const moved = wish.recipientId !== undefined && wish.recipientId !== file.recipientId;
  const recipientId = wish.recipientId ?? file.recipientId;
  if (wish.recipientId !== undefined) await mustBeAsked(work, file, wish.recipientId);
  const held = recipientId === null ? null : await hold(work, recipientId);
  const said = wish.recipientId === undefined ? {} : { recipientId, recognisedBy: 'person' as const };
  const told = { ...file, ...said };
  // Decisions about another agency's rows say nothing about these; the event keeps them.
  const kept = moved ? { ...before, decisions: {}, seen: {} } : before;
  const next = kept.read
    ? decided(told, kept, kept.read, held, wish)
    : { decisions: {}, seen: {}, placements: {}, counts: file.counts, doubts: file.doubts };
  await work.tx
    .updateTable('collectionFiles')
    .set({
      decisions: JSON.stringify({ decisions: next.decisions, seen: next.seen }),
      placements: JSON.stringify(next.placements),
    })
    .where('id', '=', id)
    .execute();
  const { counts, doubts } = next;
  // Each settlement is a version of its own: two people who decide at the same time are told of each other.
  const row = await edit<CollectionFile>(
    work,
    collectionFiles,
    file,
    wish.version,
    { ...said, counts, doubts, version: wish.version + 1 },
    'settle',
  );
  work.record({
    action: 'collectionFiles.decide',
    resource: 'collectionFiles',
    recordId: id,
    agencyId: file.bureauId,
    before: { decisions: before.decisions, rows: before.placements },
    after: { decisions: next.decisions, rows: next.placements },
  });
  if (moved && file.recipientId !== null) await refreshRecipient(work, file.recipientId);
  if (recipientId !== null) await refreshRecipient(work, recipientId);
  return row;
}

function mustWait({ state }: CollectionFile): void {
  if (state === 'applied' || state === 'rejected')
    throw new Refusal('illegal_transition', {
      state: `{collectionFile.state.${state}}`,
      verb: '{collectionFile.verb.settle}',
    });
}

async function mustBeAsked(work: Change, { collectionId }: CollectionFile, recipientId: string): Promise<void> {
  const asked = await find(work, recipients, 'read', recipientId).catch(() => null);
  if (asked?.collectionId !== collectionId)
    throw new Refusal('foreign_reference', { field: 'recipientId' }, { field: 'recipientId' });
}

type Before = Pick<Kept, 'placements' | 'decisions' | 'seen'>;

function decided(file: CollectionFile, before: Before, read: Read, held: Held | null, wish: CollectionFileSettle) {
  const placements = { ...before.placements, ...wish.rows };
  const misplaced = misplacedIn(read, placements, wish.rows ?? {}, held, file);
  const now = look(file, { ...before, placements }, read, held);
  const settled = now.merge
    ? settle(now.merge, wish.decisions ?? {})
    : { decisions: {}, seen: {}, issues: Object.keys(wish.decisions ?? {}).map(unknown) };
  const issues = [...misplaced, ...settled.issues];
  if (issues.length > 0) throw new Refusal('decision_impossible', { count: issues.length }, { issues });
  const decisions = { ...now.decisions, ...settled.decisions };
  const seen = { ...before.seen, ...settled.seen };
  const { counts, doubts } = look(file, { placements, decisions, seen }, read, held);
  return { decisions, seen, placements, counts, doubts };
}

const unknown = (key: string): Issue => notice('form_decision_unknown', { key }, { field: key });

/** Only rows that no question certainly is can be placed, each at a question of its own that no other row is. */
function misplacedIn(
  { rows, strays, duplicates }: Read,
  placements: Placements,
  wished: Placements,
  held: Held | null,
  file: CollectionFile,
): readonly Issue[] {
  const placeable = new Set(strays.map(({ sheet, row }) => rowKey(sheet, row)));
  const asked = held?.editions.find(({ edition }) => edition === file.edition)?.rows.map(({ rowId }) => rowId) ?? [];
  const certain = new Set(rows.map(({ rowId }) => rowId));
  const free = new Set([...asked.filter(rowId => !certain.has(rowId)), ...duplicates]);
  const taken = Object.values(placements).filter(rowId => rowId !== null);
  const twice = (rowId: string) => taken.filter(other => other === rowId).length > 1;
  return Object.entries(wished)
    .filter(([key, rowId]) => !placeable.has(key) || (rowId !== null && (!free.has(rowId) || twice(rowId))))
    .map(([key]) => unknown(key));
}
