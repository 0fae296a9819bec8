import type { CollectedRow, CollectedValues, Locale, Recipient } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import { keptOf } from '../collection-files/kept.ts';
import { answersOnly, placed } from '../collection-files/preview.ts';
import { changedFields } from '../collection-files/rows.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { fileNameOf, mediaTypes } from '../forms/formats.ts';
import { Refusal } from '../problems/refusal.ts';
import { mustNotBeBusy } from '../reading/busy.ts';
import { type Log, reading } from '../reading/run.ts';
import { collectedRows } from './definition.ts';
import { type ReviewedRow, reviewLines } from './fill-review.ts';

export interface ReviewBook {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * The workbook that an agency returned, with what the bureau says of it: scores in the columns for reviews where the form has
 * them, remarks and reasons on a sheet of their own behind the others. Everything else stays as the agency sent it.
 * @throws Refusal `collection_nothing_applied`, `collection_review_unfillable`
 */
export async function reviewBook(
  context: Context,
  actor: Actor,
  { id, fileId, stateReason }: Recipient,
  log: Log,
  locale: Locale,
): Promise<ReviewBook> {
  if (fileId === null) throw new Refusal('collection_nothing_applied');
  const { sha256, fileName } = await context.db
    .selectFrom('collectionFiles')
    .select(['sha256', 'fileName'])
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow();
  const order = { locale, reason: stateReason, rows: await reviewsOf(context, actor, id, fileId) };
  const made = await withLocalCopy(context, { sha256, name: fileName }, file =>
    reading.read('review', file, log, order),
  );
  mustNotBeBusy(made);
  if (!made.ok) throw new Refusal('collection_review_unfillable', { why: made.issue.message }, { issue: made.issue });
  const { bytes, format } = made.result;
  return { name: nameOf(fileName, format), mediaType: mediaTypes[format], bytes };
}

/** The same as lines of text, where it is written into something that is no file. */
export async function reviewLinesOf(
  context: Context,
  actor: Actor,
  { id, fileId, stateReason }: Pick<Recipient, 'id' | 'fileId' | 'stateReason'>,
  locale: Locale,
): Promise<readonly string[]> {
  const rows = fileId === null ? [] : await reviewsOf(context, actor, id, fileId);
  return reviewLines({ locale, reason: stateReason, rows });
}

const nameOf = (fileName: string, format: string): string =>
  fileNameOf(`${fileName.replace(/\.\w{2,5}$/, '')}－審查結果`, format);

const parse = (text: string) => JSON.parse(text) as CollectedValues;

const correctedIn = (original: CollectedValues, accepted: CollectedValues): ReviewedRow['corrected'] =>
  changedFields(answersOnly(original), answersOnly(accepted)).map(field => ({
    field,
    value: String(accepted[field] ?? ''),
  }));

/** What this person may see of the reviews, at the rows of the file that counts. */
async function reviewsOf(
  { db }: Context,
  actor: Actor,
  recipientId: string,
  fileId: string,
): Promise<readonly ReviewedRow[]> {
  const { read, placements } = await keptOf(db, fileId);
  if (!read) return [];
  const rows = await db
    .selectFrom('collectedRows')
    .innerJoin('collectionRows', 'collectionRows.id', 'collectedRows.rowId')
    .select(['rowId', 'original', 'accepted', 'first', 'second', 'returnReason', 'label', 'text'])
    .where('recipientId', '=', recipientId)
    .where(within(collectedRows.reach, actor, scopeOf(actor.role, 'collectedRows', 'read')))
    .orderBy('collectionRows.position')
    .execute();
  const places = new Map(placed(read, placements).rows.map(({ rowId, sheet, row }) => [rowId, { sheet, row }]));
  return rows.map(({ rowId, original, accepted, first, second, returnReason, label, text }) => ({
    place: places.get(rowId) ?? null,
    question: [label, text].filter(Boolean).join(' '),
    corrected: correctedIn(parse(original), parse(accepted)),
    first: JSON.parse(first) as CollectedRow['first'],
    second: JSON.parse(second) as CollectedRow['second'],
    returnReason,
  }));
}
