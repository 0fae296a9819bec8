import type { z } from 'zod';
import type { SheetConnection, sheetCreate } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { issueForm } from '../forms/issue.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Log } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { findMany, insert } from '../records/records.ts';
import { sheetAccounts, sheets } from './definition.ts';
import type { GoogleDesk } from './google.ts';
import { bringTogether } from './sync.ts';

const rowsPerStatement = 500;

/**
 * Publishes the form of a round as a spreadsheet. The form is issued as a file too, which is kept as what left the house. Where
 * Google refuses, the connection stays with the reason, and may be tried again or given up.
 */
export async function publishSheet(
  context: Context,
  desk: GoogleDesk,
  actor: Actor,
  wish: z.infer<typeof sheetCreate>,
  log: Log,
): Promise<string> {
  await change(context, actor, async work => {
    const [account] = await findMany(work, sheetAccounts, 'read', [wish.accountId]);
    if (!account) throw new Refusal('foreign_reference', { field: 'accountId' }, { field: 'accountId' });
  });
  const form = await issueForm(context, actor, { roundId: wish.roundId, unitIds: wish.unitIds }, log);
  const sheet = await change(context, actor, async work => {
    const row = await insert<SheetConnection>(work, sheets, {
      agencyId: form.agencyId,
      roundId: form.roundId,
      formId: form.id,
      accountId: wish.accountId,
      createdBy: actor.id,
      name: form.name.replace(/\.\w+$/, ''),
      spreadsheetId: null,
      url: null,
      folderId: wish.folderId || null,
      tabbing: wish.tabbing,
      mode: wish.mode ?? 'preview',
      everyMinutes: wish.everyMinutes ?? null,
      state: 'publishing',
      problem: null,
      question: null,
      lastSent: 0,
      lastTaken: 0,
      waiting: 0,
      exchangeId: null,
      lastSyncAt: null,
      nextSyncAt: null,
    });
    const rows = await work.tx
      .selectFrom('formRows')
      .select(['rowId', 'reportId', 'answer'])
      .where('formId', '=', form.id)
      .execute();
    const base = rows.map(each => ({ sheetId: row.id, ...each }));
    for (let i = 0; i < base.length; i += rowsPerStatement)
      await work.tx
        .insertInto('sheetRows')
        .values(base.slice(i, i + rowsPerStatement))
        .execute();
    return row;
  });
  await bringTogether(context, desk, actor, sheet).catch(error => {
    if (!(error instanceof Refusal)) throw error;
  });
  return sheet.id;
}
