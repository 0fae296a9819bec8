import type { Duty } from '../background/duties.ts';
import type { Context } from '../context.ts';
import type { Log } from '../reading/run.ts';
import { type GoogleDesk, googleDesk } from '../sheets/google.ts';
import { lookAfter } from './look-after.ts';

/** Name of the duty, for waking it. */
export const recipientSheetDutyName = 'recipientSheets';

/** Until a spreadsheet that made the work fail is taken up again. */
const putOffMs = 5 * 60_000;

/** Makes the spreadsheets of collections, looks whether somebody wrote in them, and takes them back. Several servers share it. */
export const recipientSheetDuty = (context: Context, log: Log, desk: GoogleDesk = googleDesk(context)): Duty => ({
  name: recipientSheetDutyName,
  run: async () => {
    const sheet = await nextDue(context);
    if (!sheet) return false;
    const code = await lookAfter(context, desk, sheet, log);
    if (code !== null) log.error({ sheet: sheet.id, code }, 'a spreadsheet of a collection could not be looked after');
    return true;
  },
});

/** What a person waits for comes first. */
async function nextDue({ db, now }: Context): Promise<{ readonly id: string } | null> {
  const at = now().toISOString();
  const row = await db
    .selectFrom('recipientSheets')
    .innerJoin('collections', 'collections.id', 'recipientSheets.collectionId')
    .select('recipientSheets.id')
    .where('collections.state', '=', 'open')
    .where('recipientSheets.state', '<>', 'disconnected')
    .where('recipientSheets.nextLookAt', '<=', at)
    .where(or => or.or([or('recipientSheets.leaseUntil', 'is', null), or('recipientSheets.leaseUntil', '<=', at)]))
    .orderBy('recipientSheets.takeNext', 'desc')
    .orderBy('recipientSheets.nextLookAt')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  // Put off first: a spreadsheet that makes the work fail must not be taken up again at once.
  const nextLookAt = new Date(now().getTime() + putOffMs).toISOString();
  await db.updateTable('recipientSheets').set({ nextLookAt }).where('id', '=', row.id).execute();
  return row;
}
