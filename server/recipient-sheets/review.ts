import { say } from '../../sync/model/index.ts';
import { type FileStanding, linesTab } from '../../sync/sheet/google/index.ts';
import { reviewLinesOf } from '../collected-rows/review-book.ts';
import type { Stored } from '../database/schema.ts';
import type { InHand } from './look-after.ts';
import { isEdited } from './standing.ts';

/**
 * Writes what the bureau says of the answers onto a tab of the spreadsheet, where an agency sees it that has no account here. No answer
 * is touched, and the tab is none when the spreadsheet is taken back.
 * @throws GoogleFault
 */
export async function showReview({ context, google, kept, owner, keep }: InHand): Promise<Stored<'recipientSheets'>> {
  if (!kept.reviewNext) return kept;
  const recipient = await context.db
    .selectFrom('recipients')
    .select(['id', 'fileId', 'stateReason'])
    .where('id', '=', kept.recipientId)
    .executeTakeFirstOrThrow();
  const lines = await reviewLinesOf(context, owner, recipient, 'zh-TW');
  const spreadsheetId = kept.spreadsheetId!;
  const before = await google.standing(spreadsheetId);
  const title = say('review_sheet', 'zh-TW');
  await google.write(spreadsheetId, linesTab(await google.read(spreadsheetId), title, lines));
  const mark = kept.takenMark === null ? null : (JSON.parse(kept.takenMark) as FileStanding);
  // Our own writing is nobody's edit; what somebody wrote before it still is one.
  const ours = isEdited(mark, before) ? {} : { takenMark: JSON.stringify(await google.standing(spreadsheetId)) };
  const told = { ...ours, reviewNext: false };
  await keep(told, async ({ record }) =>
    record({
      action: 'recipientSheets.review',
      resource: 'recipientSheets',
      recordId: kept.id,
      agencyId: kept.bureauId,
      after: { lines: lines.length },
    }),
  );
  return { ...kept, ...told };
}
