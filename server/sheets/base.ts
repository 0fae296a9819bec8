import type { Kysely } from 'kysely';
import type { BaseAnswer, BaseRow, OursRow } from '../../sync/merge/index.ts';
import type { ChangePlan } from '../../sync/model/index.ts';
import { type Agreed, agreedBySettling } from '../../sync/sheet/google/index.ts';
import type { Database } from '../database/schema.ts';

/** What a spreadsheet and the reports last agreed on, by row id. */
export async function sheetBaseOf(db: Kysely<Database>, sheetId: string): Promise<ReadonlyMap<string, BaseRow>> {
  const rows = await db
    .selectFrom('sheetRows')
    .innerJoin('sheets', 'sheets.id', 'sheetRows.sheetId')
    .innerJoin('formRows', join =>
      join.onRef('formRows.formId', '=', 'sheets.formId').onRef('formRows.rowId', '=', 'sheetRows.rowId'),
    )
    .select(['sheetRows.rowId', 'sheetRows.reportId', 'sheetRows.answer'])
    .where('sheetRows.sheetId', '=', sheetId)
    .orderBy('formRows.position')
    .execute();
  return new Map(
    rows.map(row => [row.rowId, { reportId: row.reportId, answer: JSON.parse(row.answer) as BaseAnswer }]),
  );
}

/** What now stands in the reports of a spreadsheet, by row id. */
export async function sheetOursOf(db: Kysely<Database>, sheetId: string): Promise<ReadonlyMap<string, OursRow>> {
  const rows = await db
    .selectFrom('sheetRows')
    .innerJoin('reports', 'reports.id', 'sheetRows.reportId')
    .select(['rowId', 'reports.version', 'reports.state', 'result', 'narrative', 'remarks'])
    .where('sheetId', '=', sheetId)
    .execute();
  return new Map(
    rows.map(({ rowId, version, state, ...answer }) => [rowId, { answer, version, locked: state === 'accepted' }]),
  );
}

/** Keeps what both sides agree on from now. */
export async function agreeOn(db: Kysely<Database>, sheetId: string, agreed: Agreed): Promise<void> {
  if (agreed.size === 0) return;
  const base = await sheetBaseOf(db, sheetId);
  for (const [rowId, more] of agreed) {
    const row = base.get(rowId);
    if (!row || Object.keys(more).length === 0) continue;
    await db
      .updateTable('sheetRows')
      .set({ answer: JSON.stringify({ ...row.answer, ...more }) })
      .where('sheetId', '=', sheetId)
      .where('rowId', '=', rowId)
      .execute();
  }
}

/**
 * What came in from a spreadsheet was taken or turned down: from now on that is what it said, so that the next sync sends back what
 * was turned down instead of asking again.
 * @param next when the spreadsheet is to be looked at again
 */
export async function settleSheet(
  db: Kysely<Database>,
  sheetId: string,
  changes: ChangePlan,
  next: string,
): Promise<void> {
  await agreeOn(db, sheetId, agreedBySettling(changes));
  await db
    .updateTable('sheets')
    .set({ nextSyncAt: next, sendNext: true, waiting: 0, exchangeId: null })
    .where('id', '=', sheetId)
    .where('state', 'in', ['active', 'asking', 'failed'])
    .execute();
}
