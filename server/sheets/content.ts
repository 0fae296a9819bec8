import { type Answer, answerFields, type Round, type SheetConnection } from '../../sync/model/index.ts';
import { type SheetContent, sheetContentOf } from '../../sync/sheet/google/index.ts';
import type { Context } from '../context.ts';
import { contentOf } from '../forms/content.ts';

/**
 * The form of a spreadsheet as it is to be laid out: its own row ids, and the answers that it left with, which are the base of
 * the first merge; everything else as it stands.
 */
export async function sheetContent(
  context: Pick<Context, 'db' | 'now' | 'config'>,
  sheet: Pick<SheetConnection, 'formId' | 'roundId'>,
): Promise<SheetContent> {
  const { db, now, config } = context;
  const round = (await db
    .selectFrom('rounds')
    .selectAll()
    .where('id', '=', sheet.roundId)
    .executeTakeFirstOrThrow()) as Round;
  const issued = await db
    .selectFrom('formRows')
    .select(['rowId', 'reportId', 'answer'])
    .where('formId', '=', sheet.formId)
    .orderBy('position')
    .execute();
  const { content, rows } = await contentOf(db, sheet.formId, round, [], { now: now(), publicUrl: config.publicUrl });
  const byReport = new Map(rows.map(({ reportId }, i) => [reportId, content.rows[i]]));
  return sheetContentOf({
    ...content,
    rows: issued.flatMap(({ rowId, reportId, answer }) => {
      const row = byReport.get(reportId);
      const left = JSON.parse(answer) as Answer;
      const kept = Object.fromEntries(answerFields.map(field => [field, left[field]])) as unknown as Answer;
      return row ? [{ ...row, rowId, answer: kept }] : [];
    }),
  });
}
