import type { Returned } from '../../sync/collect/index.ts';
import { type CollectionFile, collectionFileMachine, type Issue } from '../../sync/model/index.ts';
import { updateMany } from '../database/update-many.ts';
import { fromRow } from '../listing/fields.ts';
import type { Change } from '../records/change.ts';
import { editMany } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import { type Held, holdMany, look } from './held.ts';
import type { Read } from './kept.ts';
import { noCounts } from './preview.ts';
import { refreshRecipients } from './roster.ts';

/** What was read from a file, or why nothing was. */
export interface Understood {
  readonly id: string;
  readonly returned: Returned;
}

/**
 * Writes down what was read from files that wait: whose each is, what it changes, what is doubtful. A file that somebody else was
 * faster with, or that was rejected meanwhile, stays as it is. The number of statements does not grow with the files.
 */
export async function writeUnderstood(work: Change, found: readonly Understood[]): Promise<void> {
  const returned = new Map(found.map(each => [each.id, each.returned]));
  const files = await stillWaiting(work, [...returned.keys()]);
  const asked = files.flatMap(file => saidOf(file, returned.get(file.id)!)?.id ?? []);
  const held = await holdMany(work, [...new Set(asked)].toSorted());
  const news = files.map(file => {
    const of = returned.get(file.id)!;
    return of.ok ? readNews(file, of, held) : unreadableNews(file, of.issue);
  });
  await updateMany(
    work.tx,
    { table: 'collectionFiles', columns: ['returned', 'candidates'], alike: { leaseUntil: null } },
    news.map(({ file: { id }, beside }) => ({ id, ...beside })),
  );
  await editMany(
    work,
    collectionFiles,
    ['state', 'problem', 'recipientId', 'recognisedBy', 'edition', 'counts', 'doubts'],
    news.map(({ file, set }) => ({ row: file, set })),
    'read',
  );
  await refreshRecipients(
    work,
    news.flatMap(({ set }) => set.recipientId ?? []),
    { looked: new Map(news.map(({ file: { id }, set }) => [id, set])) },
  );
}

async function stillWaiting({ tx, engine }: Change, ids: readonly string[]): Promise<readonly CollectionFile[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('collectionFiles')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  return rows.map(row => fromRow<CollectionFile>(collectionFiles.fields, row));
}

/** What a person said while it was read counts more than what was found. */
function saidOf({ recipientId }: CollectionFile, returned: Returned) {
  if (recipientId !== null) return { id: recipientId, by: 'person' as const };
  return returned.ok ? returned.recognised.recipient : null;
}

interface News {
  readonly file: CollectionFile;
  readonly set: Pick<
    CollectionFile,
    'state' | 'problem' | 'recipientId' | 'recognisedBy' | 'edition' | 'counts' | 'doubts'
  >;
  /** What is kept beside what lists show. */
  readonly beside: { readonly returned: string | null; readonly candidates: string };
}

function unreadableNews(file: CollectionFile, problem: Issue): News {
  const { recipientId, recognisedBy, edition } = file;
  const state = transition(collectionFileMachine, 'collectionFile', file.state, 'fail');
  return {
    file,
    set: { state, problem, recipientId, recognisedBy, edition, counts: noCounts, doubts: [] },
    beside: { returned: null, candidates: '[]' },
  };
}

function readNews(file: CollectionFile, read: Read, heldBy: ReadonlyMap<string, Held>): News {
  const { edition, candidates } = read.recognised;
  const said = saidOf(file, read);
  const held = said && (heldBy.get(said.id) ?? null);
  const recipientId = held?.recipient.id ?? null;
  const recognisedBy = held ? said!.by : null;
  const told = { ...file, recipientId, recognisedBy, edition };
  const { counts, doubts } = look(told, { placements: {}, decisions: {}, seen: {} }, read, held);
  return {
    file,
    set: {
      state: transition(collectionFileMachine, 'collectionFile', file.state, 'read'),
      problem: null,
      recipientId,
      recognisedBy,
      edition,
      counts,
      doubts,
    },
    beside: {
      returned: JSON.stringify(read),
      candidates: JSON.stringify(candidates.map(({ id, score }) => ({ recipientId: id, score }))),
    },
  };
}
