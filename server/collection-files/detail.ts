import type { Kysely } from 'kysely';
import type { CollectionFile, CollectionFileDetail } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';
import { editionsOf } from './editions.ts';
import { holdOnly, look } from './held.ts';
import { keptOf } from './kept.ts';
import { issuesOf } from './preview.ts';

const nothingDecided = { merge: null, decisions: {}, placements: {}, candidates: [], left: [] };

/**
 * A file with its preview: made anew while it waits, as it was once it has been applied or rejected. What the bureau compares it
 * with, who else it may be from and what was decided are not for the agency that handed it in.
 */
export async function detailOf(
  { db }: Pick<Context, 'db'>,
  actor: Pick<Actor, 'agencyId'>,
  file: CollectionFile,
): Promise<CollectionFileDetail> {
  if (actor.agencyId !== file.bureauId) {
    const { read } = await keptOf(db, file.id);
    return { ...file, ...nothingDecided, questions: [], issues: read ? issuesOf(read, file) : [] };
  }
  const { read, merge, undo, placements, decisions, ...rest } = await keptOf(db, file.id);
  const shared = {
    ...file,
    placements,
    left: undo?.left ?? [],
    candidates: await candidatesOf(db, file),
    questions: await questionsOf(db, file),
  };
  if (!read) return { ...shared, merge: null, decisions: {}, issues: [] };
  if (file.state !== 'read') return { ...shared, merge, decisions, issues: issuesOf(read, file) };
  const held = file.recipientId === null ? null : await holdOnly(db, file.recipientId);
  const { counts, doubts, issues, ...now } = look(file, { placements, decisions, ...rest }, read, held);
  return { ...shared, counts, doubts, issues: [...issues], merge: now.merge, decisions: now.decisions };
}

/** Stored as they were found; agencies that are not asked any more are no candidates. */
async function candidatesOf(db: Kysely<Database>, file: CollectionFile): Promise<CollectionFileDetail['candidates']> {
  const { candidates } = await db
    .selectFrom('collectionFiles')
    .select('candidates')
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow();
  return JSON.parse(candidates) as CollectionFileDetail['candidates'];
}

async function questionsOf(
  db: Kysely<Database>,
  { collectionId, edition }: CollectionFile,
): Promise<CollectionFileDetail['questions']> {
  const asked = (await editionsOf(db, collectionId)).find(each => each.edition === edition);
  if (!asked) return [];
  const rows = await db
    .selectFrom('collectionRows')
    .select(['id', 'label', 'text'])
    .where('collectionId', '=', collectionId)
    .execute();
  const byId = new Map(rows.map(row => [row.id, row]));
  return asked.rows.map(({ rowId, sheet, row, text }) => {
    const known = byId.get(rowId);
    return { rowId, sheet, row, label: known?.label ?? '', text: known?.text ?? text };
  });
}
