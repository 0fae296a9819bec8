import { sql } from 'kysely';
import type { Finding, Recipient } from '../../../sync/model/index.ts';
import { refreshRecipient } from '../../collection-files/roster.ts';
import { findings } from '../../findings/definition.ts';
import type { Change } from '../../records/change.ts';
import { edit } from '../../records/records.ts';
import { keyOf } from '../known.ts';
import type { Preview } from '../preview.ts';
import { rowsOf } from '../resources.ts';
import type { Making } from '../writing.ts';
import { type FormBefore, putFormBack, writeForm } from './form.ts';
import { collectionOf, keepIssued, placeOfFinding } from './makers.ts';

/** What a package of a collection did beside its rows. */
export interface CollectingUndo {
  /** Null where the form was new, or stayed as it was. */
  readonly form: FormBefore | null;
  /** The lines of agencies whose files came or were judged, with the file that counted before. */
  readonly lines: readonly {
    readonly recipientId: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Findings that were here already, and now name the answer that they are about. */
  readonly placed: readonly string[];
}

/** What follows from the rows of a package of a collection, once they are written. */
export async function settleCollecting(making: Making, preview: Preview): Promise<CollectingUndo> {
  const { data, packet, localId } = making;
  if (packet.kind !== 'collection') return { form: null, lines: await handedIn(making), placed: [] };
  const asked = data.collections[0]!;
  const known = preview.knowledge.known.has(keyOf('collections', asked.id));
  const form = known ? await writeForm(making.work, packet.peerAgencyId, collectionOf(making), asked) : null;
  const line = data.recipients[0]!;
  const recipientId = localId('recipients', line.id);
  const row = (await rowsOf(making.work, 'recipients', [recipientId])).get(recipientId) as unknown as Recipient;
  if (known) await keepIssued(making, recipientId, row.edition);
  const counts = line.fileId !== null && making.stands('collectionFiles', line.fileId);
  const after = counts ? localId('collectionFiles', line.fileId!) : null;
  await refreshRecipient(making.work, recipientId, { fileId: after });
  return { form, lines: [{ recipientId, before: row.fileId, after }], placed: await placeFindings(making) };
}

const handedIn = async ({ data }: Making): Promise<CollectingUndo['lines']> =>
  [...new Set(data.collectionFiles.map(({ recipientId }) => recipientId))].map(recipientId => ({
    recipientId,
    before: null,
    after: null,
  }));

/** Findings may have come by themselves before. */
async function placeFindings(making: Making): Promise<readonly string[]> {
  const { work, data, localId, stands } = making;
  const here = data.findings.filter(({ id }) => stands('findings', id));
  const rows = await rowsOf(
    work,
    'findings',
    here.map(({ id }) => localId('findings', id)),
    true,
  );
  const placed: string[] = [];
  for (const { id } of here) {
    const row = rows.get(localId('findings', id)) as unknown as Finding | undefined;
    const place = placeOfFinding(making, id);
    if (!row || row.collectedRowId !== null || (row.collectionId !== null && place.collectedRowId === null)) continue;
    await edit<Finding>(work, findings, row, row.version, place, 'import');
    placed.push(row.id);
  }
  return placed;
}

/** Before the rows that a package made are removed: what names them does so no more. */
export async function loosen({ tx }: Change, { placed }: CollectingUndo): Promise<void> {
  if (placed.length > 0)
    await tx
      .updateTable('findings')
      .set({ collectionId: null, collectedRowId: null })
      .where('id', 'in', placed)
      .execute();
}

/** After they are removed, or stay: the form and the roster as they were. */
export async function putBack(work: Change, { form, lines }: CollectingUndo): Promise<void> {
  const { tx } = work;
  if (form) await putFormBack(work, form);
  for (const { recipientId, before, after } of lines) {
    const row = (await rowsOf(work, 'recipients', [recipientId])).get(recipientId) as unknown as Recipient | undefined;
    if (row) await refreshRecipient(work, recipientId, row.fileId === after ? { fileId: before } : {});
  }
  // Nothing of these deliveries is left.
  await tx
    .deleteFrom('deliveries')
    .where('via', '=', 'package')
    .where(
      'collectionId',
      'in',
      lines.length === 0
        ? ['']
        : tx
            .selectFrom('recipients')
            .select('collectionId')
            .where(
              'id',
              'in',
              lines.map(({ recipientId }) => recipientId),
            ),
    )
    .where('repeated', '=', 0)
    .where(sql<boolean>`not exists (select 1 from collection_files where collection_files.delivery_id = deliveries.id)`)
    .execute();
}

/** Whether somebody worked on a file that a package brought. */
export async function areJudged({ tx }: Change, fileIds: readonly string[]): Promise<boolean> {
  if (fileIds.length === 0) return false;
  const row = await tx
    .selectFrom('collectionFiles')
    .select('id')
    .where('id', 'in', fileIds)
    .where(eb =>
      eb.or([
        eb('state', 'in', ['applied', 'rejected']),
        eb('placements', '<>', '{}'),
        eb('decisions', 'not in', ['{}', '{"decisions":{},"seen":{}}']),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}
