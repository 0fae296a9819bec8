import { questionsOf } from '../../sync/collect/index.ts';
import { type Collection, collectionMachine } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Log } from '../reading/run.ts';
import { addRecipients } from '../recipients/add.ts';
import { type Change, change } from '../records/change.ts';
import { edit, find, findMany, insert, remove } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collections } from './definition.ts';
import { mustBeAsRead, readForm, templateFor } from './editions/form.ts';
import { addQuestions, dropQuestions, keepEdition } from './editions/store.ts';
import { mustNotHaveEnded } from './open-only.ts';

type Written = Pick<Collection, 'name' | 'templateId' | 'dueDate' | 'instructions' | 'previousId'>;
type Editable = { readonly [K in Exclude<keyof Written, 'templateId'>]?: Collection[K] | undefined };

/**
 * Prepares a collection with the agencies that it will ask.
 * @throws Refusal `not_found` for a template that is not the agency's, `foreign_reference`, `recipient_not_below`
 */
export async function createCollection(
  context: Context,
  actor: Actor,
  { agencyIds, ...written }: Written & { readonly agencyIds: readonly string[] },
): Promise<Collection> {
  const { profile } = await templateFor(context, actor, written.templateId);
  return change(context, actor, async work => {
    await mustBeOwn(work, written.previousId);
    const collection = await insert<Collection>(work, collections, {
      ...written,
      agencyId: actor.agencyId,
      edition: 1,
      state: 'draft',
    });
    await addQuestions(work, collection, questionsOf(profile));
    await addRecipients(work, collection, agencyIds);
    return collection;
  });
}

/** Changes what a collection says; its form is exchanged by an edition. */
export async function editCollection(work: Change, id: string, version: number, set: Editable): Promise<Collection> {
  const row = await find(work, collections, 'update', id);
  if (row.version !== version) throw stale(row);
  mustNotHaveEnded(row);
  if (set.previousId === id) throw new Refusal('foreign_reference', { field: 'previousId' });
  await mustBeOwn(work, set.previousId ?? null);
  return edit(work, collections, row, version, set);
}

export async function deleteCollection(work: Change, id: string): Promise<void> {
  const row = await find(work, collections, 'delete', id);
  if (row.state !== 'draft') throw new Refusal('collection_not_draft', { name: row.name }, { state: row.state });
  await remove(work, collections, row);
}

/**
 * Opens a collection: its form is kept as it is now, and the workbooks for the agencies are made in the background.
 * @throws Refusal `stale_version`, `illegal_transition`, `collection_form_unusable`, `collection_form_changed`
 */
export async function openCollection(
  context: Context,
  actor: Actor,
  id: string,
  version: number,
  log: Log,
): Promise<Collection> {
  const mayOpen = async (work: Change) => {
    const row = await find(work, collections, 'open', id);
    if (row.version !== version) throw stale(row);
    return { row, state: transition(collectionMachine, 'collection', row.state, 'open') };
  };
  const { row } = await change(context, actor, mayOpen);
  const { templateId } = row;
  const form = await readForm(context, actor, id, { templateId, number: 1 }, log);
  const opened = await change(context, actor, async work => {
    const { row: now, state } = await mayOpen(work);
    await mustBeAsRead(work, form);
    // The template may have been corrected since the draft was made.
    await dropQuestions(work, now);
    const rowIds = await addQuestions(work, now, form.questions);
    await keepEdition(work, now, form.edition, templateId, rowIds);
    return edit(work, collections, now, version, { state }, 'open');
  });
  context.background.wake('workbooks');
  return opened;
}

/** Ends a collection, or takes it up again. */
export async function moveCollection(
  work: Change,
  verb: 'close' | 'reopen',
  id: string,
  version: number,
  reason?: string,
): Promise<Collection> {
  const row = await find(work, collections, verb, id);
  if (row.version !== version) throw stale(row);
  const state = transition(collectionMachine, 'collection', row.state, verb, reason);
  return edit(work, collections, row, version, { state }, verb, reason);
}

/** The collection before must be one that the same agency made. */
async function mustBeOwn(work: Change, previousId: string | null): Promise<void> {
  if (previousId === null) return;
  const [found] = await findMany(work, collections, 'update', [previousId]);
  if (!found?.allowed) throw new Refusal('foreign_reference', { field: 'previousId' });
}
