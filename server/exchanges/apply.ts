import { countsOf, unsettled, writesOf } from '../../sync/merge/index.ts';
import { type AnswerWrite, type Exchange, exchangeMachine, type Report } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, findMany } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { reports } from '../reports/definition.ts';
import { settleSheet } from '../sheets/base.ts';
import { lockReports } from './base.ts';
import { exchanges } from './definition.ts';
import { type Applied, keptOf, type Undoing, waitingPreview } from './stored.ts';

/**
 * Writes what a returned file changes, all of it or nothing. The preview is made once more under lock, so that nothing is
 * written over what somebody changed since it was looked at: a new conflict refuses the whole.
 * @throws Refusal `conflicts_unsettled`, `stale_version`, `illegal_transition`
 */
export async function applyExchange(work: Change, exchange: Exchange, version: number): Promise<Exchange> {
  const state = transition(exchangeMachine, 'exchange', exchange.state, 'apply');
  if (exchange.formId) await lockReports(work.tx, work.engine, exchange.formId);
  const { changes, decisions } = await waitingPreview(work.tx, exchange);
  const open = unsettled(changes, decisions);
  if (open.length > 0) throw new Refusal('conflicts_unsettled', { count: open.length });

  const undo: Undoing = { applied: await writeAll(work, writesOf(changes, decisions)), left: [] };
  await work.tx
    .updateTable('exchanges')
    .set({ changes: JSON.stringify(changes), undo: JSON.stringify(undo) })
    .where('id', '=', exchange.id)
    .execute();
  const { returned } = await keptOf(work.tx, exchange.id);
  if (returned && 'google' in returned) await settleSheet(work.tx, returned.google.sheetId, changes, work.at);
  const counts = countsOf(changes, decisions);
  return edit(work, exchanges, exchange, version, { state, counts, appliedAt: work.at }, 'apply');
}

/** A report that had not been begun, or was returned, is being drafted once something is written into it. */
const begun = (row: Report): Report['state'] =>
  row.state === 'pending' || row.state === 'returned' ? 'drafting' : row.state;

async function writeAll(work: Change, writes: readonly AnswerWrite[]): Promise<readonly Applied[]> {
  const rows = await reportsOf(work, writes);
  const applied: Applied[] = [];
  for (const write of writes) {
    const row = rows.get(write.reportId);
    if (!row) throw new Refusal('not_found');
    const next = await edit<Report>(work, reports, row, row.version, { ...write.set, state: begun(row) }, 'import');
    applied.push({ ...write, stateBefore: row.state, version: next.version });
  }
  return applied;
}

/** The reports of writes by id, locked. Whoever may apply an exchange of the agency may write its reports. */
export async function reportsOf(
  work: Change,
  writes: readonly Pick<AnswerWrite, 'reportId'>[],
): Promise<ReadonlyMap<string, Report>> {
  const ids = writes.map(write => write.reportId);
  const found = await findMany(work, reports, 'read', ids);
  return new Map(found.map(({ row }) => [row.id, row]));
}
