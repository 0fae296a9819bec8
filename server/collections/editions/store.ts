import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Edition, Question } from '../../../sync/collect/index.ts';
import { type Collection, type CollectionRow, rowKey } from '../../../sync/model/index.ts';
import { toRow } from '../../listing/fields.ts';
import type { Change } from '../../records/change.ts';
import { collectionRows } from '../definition.ts';
import { withRowIds } from './read.ts';

const rowsPerStatement = 1000;

type Asking = Pick<Collection, 'id' | 'agencyId'>;

/** Adds questions, in their order, behind those that are there. @returns their ids, by the place of each in its form */
export async function addQuestions(
  { tx }: Change,
  { id: collectionId, agencyId: bureauId }: Asking,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, string>> {
  const rows = questions.map(({ sheet, row, ...question }, position) => ({
    key: rowKey(sheet, row),
    stored: { id: uuid(), bureauId, collectionId, position, ...question } satisfies CollectionRow,
  }));
  for (let i = 0; i < rows.length; i += rowsPerStatement)
    await tx
      .insertInto('collectionRows')
      .values(rows.slice(i, i + rowsPerStatement).map(({ stored }) => toRow(collectionRows.fields, stored)) as never)
      .execute();
  return new Map(rows.map(({ key, stored }) => [key, stored.id]));
}

/** Takes the questions of a draft out again, to be asked as its form is now. */
export const dropQuestions = ({ tx }: Change, { id }: Asking) =>
  tx.deleteFrom('collectionRows').where('collectionId', '=', id).execute();

/** Puts questions in the order of the newest edition, in its words; those that it does not ask any more come last. */
export async function reorder(
  { tx }: Change,
  { id }: Asking,
  questions: readonly Question[],
  rowIds: ReadonlyMap<string, string>,
): Promise<void> {
  await tx
    .updateTable('collectionRows')
    .set({ position: sql<number>`position + ${questions.length}` })
    .where('collectionId', '=', id)
    .execute();
  const rows = questions.map(({ sheet, row, ...question }, position) => ({
    ...question,
    position,
    id: rowIds.get(rowKey(sheet, row))!,
  }));
  for (let i = 0; i < rows.length; i += rowsPerStatement) {
    const values = rows.slice(i, i + rowsPerStatement).map(
      ({ id, position, label, text, path, skeletonKey }) =>
        sql`(cast(${id} as text), cast(${position} as integer), cast(${label} as text), cast(${text} as text),
            cast(${JSON.stringify(path)} as text), cast(${skeletonKey} as text))`,
    );
    await sql`with newest (id, position, label, text, path, skeleton_key) as (values ${sql.join(values)})
      update collection_rows set (position, label, text, path, skeleton_key) =
        (select position, label, text, path, skeleton_key from newest where newest.id = collection_rows.id)
      where id in (select id from newest)`.execute(tx);
  }
}

/** Keeps an edition as it is issued: by it every file that comes back is read, whatever becomes of the template. */
export async function keepEdition(
  { tx, at }: Change,
  { id: collectionId }: Asking,
  edition: Edition,
  templateId: string,
  rowIds: ReadonlyMap<string, string>,
): Promise<void> {
  const issued = withRowIds(edition, rowIds);
  await tx
    .insertInto('collectionEditions')
    .values({ collectionId, number: edition.edition, templateId, issued: JSON.stringify(issued), issuedAt: at })
    .execute();
  const places = issued.rows.map(({ sheet, row, rowId }) => ({
    collectionId,
    edition: edition.edition,
    sheet,
    row,
    rowId,
  }));
  for (let i = 0; i < places.length; i += rowsPerStatement)
    await tx
      .insertInto('editionRows')
      .values(places.slice(i, i + rowsPerStatement))
      .execute();
}
