import type { z } from 'zod';
import type { Collection, Recipient, RecipientSheet, sheetsHandedOut, sheetsHandOut } from '../../sync/model/index.ts';
import { mustBeOpen } from '../collections/open-only.ts';
import { fromRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, findMany, insertMany } from '../records/records.ts';
import { sheetAccounts } from '../sheets/definition.ts';
import { recipientSheets } from './definition.ts';

type Wish = z.infer<typeof sheetsHandOut>;
type Line = Pick<Recipient, 'id' | 'agencyId' | 'mailTo' | 'edition' | 'fileName' | 'sha256'>;

/**
 * Writes down that these recipients get their workbook as a spreadsheet, which is made in the background: those named, else all.
 * Who has one of the newest edition keeps it, and it is shared with the address that is known now; one of an earlier edition is let
 * go; one that could not be made is tried once more. Wake `recipientSheets` once the change is made.
 * @throws Refusal `collection_must_be_open`, `foreign_reference`, `workbooks_none`, `workbooks_not_made`, `sheet_format_foreign`
 */
export async function handOutSheets(
  work: Change,
  collection: Collection,
  { accountId, folderId = '', share, recipientIds }: Wish,
): Promise<z.infer<typeof sheetsHandedOut>> {
  mustBeOpen(collection, 'handOutSheets');
  const [account] = await findMany(work, sheetAccounts, 'read', [accountId]);
  if (!account) throw new Refusal('foreign_reference', { field: 'accountId' }, { field: 'accountId' });
  const lines = await linesOf(work, collection, recipientIds);
  const there = new Map((await sheetsOf(work, collection, lines)).map(sheet => [sheet.recipientId, sheet]));
  const place = { accountId, folderId: folderId || null, createdBy: work.actor.id };
  const fresh: Line[] = [];
  let had = 0;
  for (const line of lines) {
    const sheet = there.get(line.id);
    const shareWith = share ? line.mailTo : null;
    if (!sheet) fresh.push(line);
    else if (sheet.spreadsheetId === null) await again(work, sheet, { ...place, shareWith, problem: null });
    else if (sheet.edition === collection.edition) {
      had++;
      if (share && shareWith !== sheet.shareWith)
        await again(work, sheet, { shareWith, sharedAt: null, problem: null });
    } else {
      await edit(work, recipientSheets, sheet, sheet.version, gone, 'disconnect');
      fresh.push(line);
    }
  }
  await insertMany<RecipientSheet>(
    work,
    hidden,
    fresh.map(line => ({ ...blank, ...place, ...ofLine(collection, line, share), nextLookAt: work.at })),
  );
  const withoutAddress = share ? lines.filter(({ mailTo }) => mailTo === null).length : 0;
  return { queued: lines.length - had, withoutAddress, had };
}

const gone = { state: 'disconnected', takeNext: false, nextLookAt: null } as const;

/** An id that was used once stays: by it a spreadsheet is found that was made although no answer said so. */
const again = (work: Change, sheet: RecipientSheet, set: Partial<RecipientSheet>) =>
  edit(work, recipientSheets, sheet, sheet.version, {
    ...set,
    state: sheet.spreadsheetId === null ? 'publishing' : sheet.state,
    nextLookAt: work.at,
  });

/** Columns beside those that lists show have no default either. */
const hidden: typeof recipientSheets = {
  ...recipientSheets,
  fields: {
    ...recipientSheets.fields,
    sha256: { kind: 'text', nullable: false },
    reviewNext: { kind: 'boolean', nullable: false },
  },
};

const blank = {
  spreadsheetId: null,
  url: null,
  sharedAt: null,
  state: 'publishing',
  problem: null,
  editedAt: null,
  takeNext: false,
  takenAt: null,
  fileId: null,
  lookedAt: null,
} as const;

const ofLine = ({ id, agencyId: bureauId, edition }: Collection, line: Line, share: boolean) => ({
  bureauId,
  collectionId: id,
  recipientId: line.id,
  agencyId: line.agencyId,
  edition,
  name: line.fileName!.replace(/\.\w+$/, ''),
  shareWith: share ? line.mailTo : null,
  sha256: line.sha256!,
  reviewNext: false,
});

/** What Google converts. */
const convertible = /\.(xlsx|xlsm|ods)$/;

async function linesOf(
  { tx }: Change,
  { id, edition, name }: Collection,
  named: readonly string[] | undefined,
): Promise<readonly Line[]> {
  const ids = named && [...new Set(named)];
  if (ids?.length === 0) throw new Refusal('workbooks_none');
  const lines: readonly Line[] = await tx
    .selectFrom('recipients')
    .select(['id', 'agencyId', 'mailTo', 'edition', 'fileName', 'sha256'])
    .where('collectionId', '=', id)
    .$if(ids !== undefined, query => query.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute();
  if (ids && lines.length < ids.length) throw new Refusal('foreign_reference', { field: 'recipientIds' });
  if (lines.length === 0) throw new Refusal('workbooks_none');
  const unmade = lines.filter(line => line.edition !== edition || line.sha256 === null).length;
  if (unmade > 0) throw new Refusal('workbooks_not_made', { count: unmade }, { count: unmade });
  if (lines.some(({ fileName }) => !convertible.test(fileName ?? '')))
    throw new Refusal('sheet_format_foreign', { name });
  return lines;
}

async function sheetsOf({ tx, engine }: Change, { id }: Collection, lines: readonly Line[]) {
  const rows = await tx
    .selectFrom('recipientSheets')
    .selectAll()
    .where('collectionId', '=', id)
    .where('state', '<>', 'disconnected')
    .where(
      'recipientId',
      'in',
      lines.map(line => line.id),
    )
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  return rows.map(row => fromRow<RecipientSheet>(recipientSheets.fields, row));
}
