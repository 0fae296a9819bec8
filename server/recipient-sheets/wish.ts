import { type Collection, type RecipientSheet, recipientSheetMachine } from '../../sync/model/index.ts';
import { mustTakeFiles } from '../collection-files/open.ts';
import { stale } from '../problems/refusal.ts';
import { linesOf } from '../recipients/chosen.ts';
import type { Change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { recipientSheets } from './definition.ts';

/**
 * Somebody wants a spreadsheet taken back now: the agency, because it is done, or the bureau, because it cannot wait. Whoever of the
 * bureau does so answers for it from then on. Wake `recipientSheets` once the change is made.
 * @throws Refusal `stale_version`, `illegal_transition`, `collection_closed`
 */
export async function takeNow(work: Change, id: string, version: number): Promise<RecipientSheet> {
  const sheet = await find(work, recipientSheets, 'take', id);
  if (sheet.version !== version) throw stale(sheet);
  await mustTakeFiles(work, sheet.collectionId);
  transition(recipientSheetMachine, 'recipientSheet', sheet.state, 'take');
  const owner = work.actor.agencyId === sheet.bureauId ? { createdBy: work.actor.id } : {};
  const next = await edit<RecipientSheet>(
    work,
    recipientSheets,
    sheet,
    version,
    { ...owner, takeNext: true, nextLookAt: work.at },
    'ask',
  );
  await work.tx.updateTable('recipientSheets').set({ takenBy: work.actor.id }).where('id', '=', id).execute();
  return next;
}

/**
 * The same for many of a collection: those named, else all in which somebody wrote.
 * @throws Refusal `collection_closed`, `foreign_reference`
 */
export async function takeMany(
  work: Change,
  { id }: Pick<Collection, 'id'>,
  recipientIds: readonly string[] | undefined,
): Promise<{ readonly queued: number }> {
  await mustTakeFiles(work, id);
  const ids = recipientIds && (await linesOf(work.tx, { id }, recipientIds)).map(line => line.id);
  if (ids?.length === 0) return { queued: 0 };
  const { tx, at, actor } = work;
  const rows = await tx
    .updateTable('recipientSheets')
    .set(eb => ({
      takeNext: true,
      takenBy: actor.id,
      createdBy: actor.id,
      nextLookAt: at,
      version: eb('version', '+', 1),
      updatedAt: at,
    }))
    .where('collectionId', '=', id)
    .where('state', 'in', ['active', 'failed'])
    .where('spreadsheetId', 'is not', null)
    .$if(ids !== undefined, query => query.where('recipientId', 'in', ids ?? []))
    .returning(['id', 'bureauId'])
    .execute();
  for (const { id: recordId, bureauId } of rows)
    work.record({
      action: 'recipientSheets.ask',
      resource: 'recipientSheets',
      recordId,
      agencyId: bureauId,
      after: { takeNext: true },
    });
  return { queued: rows.length };
}

/**
 * What the bureau says of the answers is to stand in the spreadsheet of the agency too, which may have no other place to see it. Wake
 * `recipientSheets` once the change is made.
 */
export async function showReview({ tx, at }: Change, recipientId: string): Promise<void> {
  await tx
    .updateTable('recipientSheets')
    .set(eb => ({ reviewNext: true, nextLookAt: at, version: eb('version', '+', 1), updatedAt: at }))
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'active')
    .execute();
}

/** Lets a spreadsheet go. It stays at Google as it is, and what was taken back stays here. @throws Refusal `stale_version`, `illegal_transition` */
export async function disconnect(work: Change, id: string, version: number): Promise<RecipientSheet> {
  const sheet = await find(work, recipientSheets, 'disconnect', id);
  const state = transition(recipientSheetMachine, 'recipientSheet', sheet.state, 'disconnect');
  const set = { state, takeNext: false, nextLookAt: null, problem: null } as const;
  return edit<RecipientSheet>(work, recipientSheets, sheet, version, set, 'disconnect');
}
