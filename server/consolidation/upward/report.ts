import type { Edition } from '../../../sync/collect/index.ts';
import type { Collection, Locale, MergedField, Recipient, RowFill } from '../../../sync/model/index.ts';
import type { Context } from '../../context.ts';
import { withLocalCopy } from '../../files/local-copy.ts';
import { mediaTypes } from '../../forms/formats.ts';
import { Refusal } from '../../problems/refusal.ts';
import { mustNotBeBusy } from '../../reading/busy.ts';
import { type Log, reading } from '../../reading/run.ts';
import { sameQuestions } from '../earlier.ts';
import { withSource } from '../source.ts';
import { type Compiled, compiledFrom } from './compile.ts';

export interface UpwardBook {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * The workbook that a bureau was asked to fill in by the one above it, with what its own agencies answered to the same questions:
 * to be looked through, completed and handed in like any other return. Nothing is changed by making it.
 * @throws Refusal `upward_not_made`, `upward_nothing_alike`, `upward_unfillable`
 */
export async function upwardBook(
  context: Context,
  asked: Recipient,
  collection: Collection,
  log: Log,
  locale: Locale,
): Promise<UpwardBook> {
  const { sha256, fileName } = asked;
  const edition = await editionOf(context, asked);
  if (sha256 === null || fileName === null || !edition) throw new Refusal('upward_not_made');
  const compiled = await withSource(context, collection, locale, compiledFrom);
  const same = await sameQuestions(context.db, asked.collectionId, collection.id);
  const fills = fillsOf(edition, rowId => compiled.get(same.get(rowId) ?? ''));
  if (fills.length === 0) throw new Refusal('upward_nothing_alike', { name: collection.name });
  const made = await withLocalCopy(context, { sha256, name: fileName }, file =>
    reading.read('upward', file, log, { profile: edition.profile, sheets: fills }),
  );
  mustNotBeBusy(made);
  if (!made.ok) throw new Refusal('upward_unfillable', { why: made.issue.message }, { issue: made.issue });
  const format = fileName.slice(fileName.lastIndexOf('.') + 1) as keyof typeof mediaTypes;
  return { name: fileName, mediaType: mediaTypes[format], bytes: made.result };
}

async function editionOf({ db }: Context, { collectionId, edition }: Recipient): Promise<Edition | null> {
  if (edition === null) return null;
  const row = await db
    .selectFrom('collectionEditions')
    .select('issued')
    .where('collectionId', '=', collectionId)
    .where('number', '=', edition)
    .executeTakeFirst();
  return row ? (JSON.parse(row.issued) as Edition) : null;
}

/** What goes into which row, as far as the form has a cell for it. */
function fillsOf({ rows }: Edition, answerTo: (rowId: string) => Compiled | undefined) {
  const fills = rows.flatMap(
    ({ rowId, sheet, row, cells, computed }): { readonly sheet: string; readonly fill: RowFill }[] => {
      const answer = answerTo(rowId);
      if (!answer) return [];
      const isOurs = (field: MergedField) => cells[field] !== undefined && !computed.includes(field);
      const fill: RowFill = {
        row,
        ...(isOurs('result') && answer.result !== null ? { result: answer.result } : {}),
        ...(isOurs('narrative') ? { narrative: answer.narrative } : {}),
      };
      return Object.keys(fill).length > 1 ? [{ sheet, fill }] : [];
    },
  );
  return [...Map.groupBy(fills, ({ sheet }) => sheet)].map(([name, list]) => ({
    name,
    rows: list.map(({ fill }) => fill),
  }));
}
