import type { Edition } from '../../../sync/collect/index.ts';
import { type Collection, type EditionAnswer, type EditionMapping, rowKey } from '../../../sync/model/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { Refusal, stale } from '../../problems/refusal.ts';
import type { Log } from '../../reading/run.ts';
import { type Change, change } from '../../records/change.ts';
import { edit, find } from '../../records/records.ts';
import { collections } from '../definition.ts';
import { mustBeOpen } from '../open-only.ts';
import { mustBeAsRead, type ReadForm, readForm } from './form.ts';
import { type Known, type Mapped, mapEdition, type Said } from './mapping.ts';
import { addQuestions, dropQuestions, keepEdition, reorder } from './store.ts';

/** A newer edition as it is asked for. */
export interface EditionWish {
  readonly version: number;
  readonly templateId: string;
  readonly rows?:
    | readonly { readonly sheet: string; readonly row: number; readonly rowId: string | null }[]
    | undefined;
}

interface Seen {
  readonly row: Collection;
  readonly form: ReadForm;
}

/** How the rows of a newer edition would go with the questions so far; nothing is changed. */
export async function previewEdition(
  context: Context,
  actor: Actor,
  id: string,
  wish: EditionWish,
  log: Log,
): Promise<EditionMapping> {
  const { row, form } = await seen(context, actor, id, wish, log);
  return (await change(context, actor, work => mapped(work, row, form, wish))).mapping;
}

/**
 * Issues a newer edition of the form of an open collection. In a draft, which nobody was asked by yet, the form is exchanged.
 * @throws Refusal `stale_version`, `collection_must_be_open`, `collection_form_unusable`, `collection_form_changed`,
 * `collection_row_unknown`
 */
export async function issueEdition(
  context: Context,
  actor: Actor,
  id: string,
  wish: EditionWish,
  log: Log,
): Promise<EditionAnswer> {
  const { form } = await seen(context, actor, id, wish, log);
  const { templateId } = wish;
  const answer = await change(context, actor, async work => {
    const now = await find(work, collections, 'issueEdition', id);
    if (now.version !== wish.version) throw stale(now);
    mustTakeEdition(now);
    await mustBeAsRead(work, form);
    const { rowIds, mapping } = await mapped(work, now, form, wish);
    const number = form.edition.edition;
    const collection = await edit(
      work,
      collections,
      now,
      wish.version,
      { templateId, edition: number },
      'issueEdition',
    );
    if (now.state === 'draft') {
      await dropQuestions(work, now);
      await addQuestions(work, now, form.questions);
      return { collection, mapping };
    }
    const fresh = form.questions.filter(({ sheet, row }) => !rowIds.has(rowKey(sheet, row)));
    const all = new Map([...rowIds, ...(await addQuestions(work, now, fresh))]);
    await reorder(work, now, form.questions, all);
    await keepEdition(work, now, form.edition, templateId, all);
    return { collection, mapping };
  });
  context.background.wake('workbooks');
  return answer;
}

/** The collection and the form, looked at before anything is locked: reading a workbook takes its time. */
async function seen(context: Context, actor: Actor, id: string, wish: EditionWish, log: Log): Promise<Seen> {
  const row = await change(context, actor, work => find(work, collections, 'issueEdition', id));
  if (row.version !== wish.version) throw stale(row);
  mustTakeEdition(row);
  const number = row.state === 'draft' ? 1 : row.edition + 1;
  return { row, form: await readForm(context, actor, id, { templateId: wish.templateId, number }, log) };
}

const mustTakeEdition = (row: Collection): void => {
  if (row.state !== 'draft') mustBeOpen(row, 'issueEdition');
};

async function mapped({ tx }: Change, { id, state }: Collection, form: ReadForm, wish: EditionWish): Promise<Mapped> {
  if (state === 'draft') return mapEdition([], [], form.edition, form.questions, new Map());
  const known = await tx
    .selectFrom('collectionRows')
    .select(['id', 'label', 'text'])
    .where('collectionId', '=', id)
    .orderBy('position')
    .execute();
  const editions = await tx
    .selectFrom('collectionEditions')
    .select('issued')
    .where('collectionId', '=', id)
    .orderBy('number', 'desc')
    .execute();
  const earlier = editions.map(({ issued }) => JSON.parse(issued) as Edition);
  return mapEdition(earlier, known, form.edition, form.questions, saidOf(form, known, wish));
}

/** What the person said of rows. @throws Refusal `collection_row_unknown` where it cannot be */
function saidOf({ questions }: ReadForm, known: readonly Known[], { rows = [] }: EditionWish): Said {
  const places = new Set(questions.map(({ sheet, row }) => rowKey(sheet, row)));
  const ids = new Set(known.map(({ id }) => id));
  const said = new Map<string, string | null>();
  const named = new Set<string>();
  for (const { sheet, row, rowId } of rows) {
    const key = rowKey(sheet, row);
    const isKnown = rowId === null || (ids.has(rowId) && !named.has(rowId));
    if (!places.has(key) || said.has(key) || !isKnown) throw new Refusal('collection_row_unknown', { sheet, row });
    said.set(key, rowId);
    if (rowId !== null) named.add(rowId);
  }
  return said;
}
