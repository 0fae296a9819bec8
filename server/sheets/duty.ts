import type { SheetConnection } from '../../sync/model/index.ts';
import type { Duty } from '../background/duties.ts';
import type { Context } from '../context.ts';
import { fromRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Log } from '../reading/run.ts';
import { sheets } from './definition.ts';
import { type GoogleDesk, googleDesk } from './google.ts';
import { ownerOf } from './owner.ts';
import { bringTogether } from './sync.ts';

/** Name of the duty, for waking it. */
export const sheetDutyName = 'sheets';

/** Keeps spreadsheets in step at the times that people chose. Several servers share it: each spreadsheet has one writer. */
export const sheetDuty = (context: Context, log: Log, desk: GoogleDesk = googleDesk(context)): Duty => ({
  name: sheetDutyName,
  run: async () => {
    const due = await nextDue(context);
    if (!due) return false;
    const { sheet, sendNext } = due;
    const actor = await ownerOf(context, sheet.createdBy, sheet.agencyId);
    if (!actor) await pauseOrphan(context, sheet);
    else
      await bringTogether(context, desk, actor, sheet, { scheduled: !sendNext }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        log.error({ sheet: sheet.id, code: error.code }, 'a spreadsheet could not be kept in step');
      });
    return true;
  },
});

async function nextDue({
  db,
  now,
}: Context): Promise<{ readonly sheet: SheetConnection; readonly sendNext: boolean } | null> {
  const at = now().toISOString();
  const row = await db
    .selectFrom('sheets')
    .selectAll()
    .where('state', 'in', ['active', 'asking', 'failed'])
    .where('nextSyncAt', '<=', at)
    .where(or => or.or([or('leaseUntil', 'is', null), or('leaseUntil', '<=', at)]))
    .orderBy('nextSyncAt')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  // Put off first: a spreadsheet that makes the work fail must not be taken up again at once.
  await db
    .updateTable('sheets')
    .set({ nextSyncAt: new Date(now().getTime() + 5 * 60_000).toISOString() })
    .where('id', '=', row.id)
    .execute();
  return { sheet: fromRow<SheetConnection>(sheets.fields, row), sendNext: Boolean(row.sendNext) };
}

const pauseOrphan = ({ db }: Context, { id }: SheetConnection) =>
  db.updateTable('sheets').set({ state: 'paused', nextSyncAt: null }).where('id', '=', id).execute();
