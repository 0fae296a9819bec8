import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Edition, ValuesByRow } from '../../../sync/collect/index.ts';
import type { PackageData } from '../../../sync/package/index.ts';
import { collectionRows } from '../../collections/definition.ts';
import { withRowIds } from '../../collections/editions/read.ts';
import { toRow } from '../../listing/fields.ts';
import type { Change } from '../../records/change.ts';
import { correctedTemplates } from '../../templates/definition.ts';
import { localQuestion } from './questions.ts';

type Asked = PackageData['collections'][number];
type Packed = Asked['editions'][number];

/** What was there of a form before a package brought a newer edition of it. */
export interface FormBefore {
  readonly collectionId: string;
  readonly templateId: string;
  /** Numbers of the editions that the package brought. */
  readonly editions: readonly number[];
  /** As they were stored. */
  readonly questions: readonly Readonly<Record<string, unknown>>[];
}

/** The templates of a form, by the number of its edition: those of the bureau that lie here already, or new rows of its own. */
export async function templatesFor(
  { tx, at, record }: Change,
  bureauId: string,
  editions: readonly Packed[],
): Promise<ReadonlyMap<number, string>> {
  const ids = new Map<number, string>();
  for (const { template, issued } of editions) {
    const known = await tx
      .selectFrom('templates')
      .select('id')
      .where('agencyId', '=', bureauId)
      .where('sha256', '=', template.sha256)
      .orderBy('id')
      .executeTakeFirst();
    const id = known?.id ?? uuid();
    ids.set(issued.edition, id);
    if (known) continue;
    const row = { id, version: 1, createdAt: at, updatedAt: at, agencyId: bureauId, ...template };
    const profile = JSON.stringify(issued.profile);
    await tx
      .insertInto('templates')
      .values({
        ...toRow(correctedTemplates.fields, { ...row, corrections: issued.corrections }),
        ...{ sourceSha256: null, found: profile, profile, learnedFrom: null },
      } as never)
      .execute();
    record({ action: 'templates.import', resource: 'templates', recordId: id, agencyId: bureauId, after: row });
  }
  return ids;
}

const rowsPerStatement = 400;

/** Writes the questions of a collection as they are asked now, and the editions that are not here yet. */
export async function writeForm(
  work: Change,
  bureauId: string,
  collectionId: string,
  { questions, editions, edition }: Asked,
): Promise<FormBefore> {
  const { tx } = work;
  const before = await tx.selectFrom('collectionRows').selectAll().where('collectionId', '=', collectionId).execute();
  await putQuestions(
    work,
    questions.map(({ id, ...question }) =>
      toRow(collectionRows.fields, { ...question, id: localQuestion(collectionId, id), bureauId, collectionId }),
    ),
  );
  const there = await tx
    .selectFrom('collectionEditions')
    .select('number')
    .where('collectionId', '=', collectionId)
    .execute();
  const known = new Set(there.map(({ number }) => number));
  const fresh = editions.filter(({ issued }) => !known.has(issued.edition));
  const templates = await templatesFor(work, bureauId, fresh);
  for (const one of fresh) await keepEdition(work, collectionId, one, templates.get(one.issued.edition)!);
  const { templateId } = await tx
    .selectFrom('collections')
    .select('templateId')
    .where('id', '=', collectionId)
    .executeTakeFirstOrThrow();
  const newest = templates.get(edition);
  if (newest) await tx.updateTable('collections').set({ templateId: newest }).where('id', '=', collectionId).execute();
  return { collectionId, templateId, editions: [...templates.keys()], questions: before };
}

async function putQuestions({ tx }: Change, rows: readonly object[]): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsPerStatement)
    await tx
      .insertInto('collectionRows')
      .values(rows.slice(i, i + rowsPerStatement) as never)
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(eb => ({
          position: eb.ref('excluded.position'),
          label: eb.ref('excluded.label'),
          text: eb.ref('excluded.text'),
          path: eb.ref('excluded.path'),
          skeletonKey: eb.ref('excluded.skeletonKey'),
        })),
      )
      .execute();
}

async function keepEdition({ tx }: Change, collectionId: string, packed: Packed, templateId: string): Promise<void> {
  const issued = localEdition(collectionId, packed.issued);
  const { edition: number } = issued;
  await tx
    .insertInto('collectionEditions')
    .values({ collectionId, number, templateId, issued: JSON.stringify(issued), issuedAt: packed.issuedAt })
    .execute();
  const places = issued.rows.map(({ sheet, row, rowId }) => ({ collectionId, edition: number, sheet, row, rowId }));
  for (let i = 0; i < places.length; i += rowsPerStatement)
    await tx
      .insertInto('editionRows')
      .values(places.slice(i, i + rowsPerStatement))
      .execute();
}

const localEdition = (collectionId: string, issued: Packed['issued']): Edition =>
  withRowIds(issued, new Map(issued.rows.map(({ rowId }) => [rowId, localQuestion(collectionId, rowId)])));

/** What the workbook of an edition left with, by question: the base of every merge. */
export const issuedIn = (collectionId: string, { editions }: Asked, number: number | null): ValuesByRow =>
  Object.fromEntries(
    (editions.find(({ issued }) => issued.edition === number)?.issued.rows ?? []).map(({ rowId, values }) => [
      localQuestion(collectionId, rowId),
      values,
    ]),
  );

/** Puts a form back as it was. Questions that something was answered to stay. */
export async function putFormBack(
  { tx }: Change,
  { collectionId, templateId, editions, questions }: FormBefore,
): Promise<void> {
  if (editions.length > 0) {
    await tx
      .deleteFrom('editionRows')
      .where('collectionId', '=', collectionId)
      .where('edition', 'in', editions)
      .execute();
    await tx
      .deleteFrom('collectionEditions')
      .where('collectionId', '=', collectionId)
      .where('number', 'in', editions)
      .execute();
  }
  await tx
    .deleteFrom('collectionRows')
    .where('collectionId', '=', collectionId)
    .where(
      sql<boolean>`not exists (select 1 from edition_rows where edition_rows.row_id = collection_rows.id)
        and not exists (select 1 from collected_rows where collected_rows.row_id = collection_rows.id)`,
    )
    .execute();
  await putQuestions({ tx } as Change, questions);
  await tx.updateTable('collections').set({ templateId }).where('id', '=', collectionId).execute();
}
