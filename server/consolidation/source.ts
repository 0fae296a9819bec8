import type { ConsolidatedAgency, ConsolidatedItem, ConsolidationSource } from '../../sync/collect/index.ts';
import {
  type Collection,
  dayInTaipei,
  type Locale,
  type MergedField,
  mergedFields,
  names,
  rosterStateOn,
} from '../../sync/model/index.ts';
import { skeleton } from '../../sync/outline/skeleton/index.ts';
import { editionsOf } from '../collection-files/editions.ts';
import type { Context } from '../context.ts';
import { earlierOf } from './earlier.ts';
import { byAgency, byItem, type Extent, rowsIn } from './pages.ts';

const skeletonTexts = new Map(
  skeleton.flatMap(({ key, text, keyPoints }) => [
    [key, text] as const,
    ...keyPoints.map(point => [point.key, point.text] as const),
  ]),
);

/** What is read from: a snapshot, where what is read at several times is to agree. */
type Where = Pick<Context, 'db' | 'engine' | 'now'>;

/**
 * Everything that was collected, as it is at one moment, to be read page by page as often as it is asked for: whatever agencies
 * return and reviewers write meanwhile, all that is made of it agrees.
 * @param use the source is there until this is done
 */
export const withSource = <T>(
  { snapshot, engine, now }: Pick<Context, 'snapshot' | 'engine' | 'now'>,
  collection: Collection,
  locale: Locale,
  use: (source: ConsolidationSource) => Promise<T>,
): Promise<T> => snapshot(async db => use(await sourceOf({ db, engine, now }, collection, locale)));

async function sourceOf(context: Where, collection: Collection, locale: Locale): Promise<ConsolidationSource> {
  const { db, engine, now } = context;
  const { id, agencyId, name, previousId } = collection;
  const earlier = await earlierOf(db, engine, { id, previousId });
  const bureau = await db.selectFrom('agencies').select('name').where('id', '=', agencyId).executeTakeFirstOrThrow();
  const items = await itemsOf(context, id);
  const asked = await agenciesOf(context, collection, locale);
  const extent: Extent = {
    recipients: new Map(asked.map(({ id, agencyId }) => [id, agencyId])),
    rowIds: items.map(({ rowId }) => rowId),
  };
  return {
    title: name,
    agencyName: bureau.name,
    madeAt: now().toISOString(),
    locale,
    items,
    agencies: asked.map(({ agencyId: _agencyId, ...agency }) => agency),
    fields: await fieldsOf(context, id),
    hasPrevious: earlier !== null,
    byAgency: () => rowsIn(db, extent, byAgency(extent), earlier),
    byItem: () => rowsIn(db, extent, byItem(extent), earlier),
  };
}

async function itemsOf({ db }: Where, collectionId: string): Promise<readonly ConsolidatedItem[]> {
  const rows = await db
    .selectFrom('collectionRows')
    .select(['id', 'label', 'text', 'path', 'skeletonKey'])
    .where('collectionId', '=', collectionId)
    .orderBy('position')
    .execute();
  return rows.map(({ id: rowId, label, text, path, skeletonKey }) => ({
    rowId,
    label,
    text,
    path: JSON.parse(path) as string[],
    skeletonKey,
    skeletonText: skeletonKey === null ? null : (skeletonTexts.get(skeletonKey) ?? null),
  }));
}

async function agenciesOf(
  { db, now }: Where,
  { id, dueDate }: Collection,
  locale: Locale,
): Promise<readonly (ConsolidatedAgency & { readonly agencyId: string })[]> {
  const today = dayInTaipei(now());
  const rows = await db
    .selectFrom('recipients')
    .innerJoin('agencies', 'agencies.id', 'recipients.agencyId')
    .leftJoin('collectionFiles', 'collectionFiles.id', 'recipients.fileId')
    .select(['recipients.id', 'recipients.agencyId', 'agencies.name', 'recipients.state'])
    .select(['returnedAt', 'collectionFiles.fileName as file'])
    .where('recipients.collectionId', '=', id)
    .orderBy('agencies.name')
    .orderBy('recipients.id')
    .execute();
  return rows.map(({ id: recipientId, agencyId, name, state, returnedAt, file }) => ({
    id: recipientId,
    agencyId,
    name,
    state: names[`recipient.state.${rosterStateOn({ state }, { dueDate }, today)}`]![locale === 'en' ? 'en' : 'zh'],
    files: file === null ? [] : [file],
    returnedAt,
  }));
}

/** Fields that an edition of the form has a place for. */
async function fieldsOf({ db }: Where, collectionId: string): Promise<readonly MergedField[]> {
  const editions = await editionsOf(db, collectionId);
  const has = (field: MergedField) => editions.some(({ rows }) => rows.some(({ cells }) => cells[field] !== undefined));
  return mergedFields.filter(has);
}
