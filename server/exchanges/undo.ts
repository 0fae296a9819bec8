import { undoNow } from '../../sync/merge/index.ts';
import { type Exchange, exchangeMachine, type Report } from '../../sync/model/index.ts';
import type { Change } from '../records/change.ts';
import { edit } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { reports } from '../reports/definition.ts';
import { reportsOf } from './apply.ts';
import { lockReports, oursOf } from './base.ts';
import { exchanges } from './definition.ts';
import { keptOf, type Undoing } from './stored.ts';

/**
 * Takes an applied exchange back, in one transaction. Later work is never lost: a field that somebody changed since, or whose
 * report was accepted, stays as it is and is named in `left`. A report nobody touched since also gets its state back.
 * @throws Refusal `stale_version`, `illegal_transition`
 */
export async function undoExchange(work: Change, exchange: Exchange, version: number): Promise<Exchange> {
  const state = transition(exchangeMachine, 'exchange', exchange.state, 'undo');
  const { applied } = await keptOf(work.tx, exchange.id);
  if (exchange.formId) await lockReports(work.tx, work.engine, exchange.formId);
  const ours = exchange.formId ? await oursOf(work.tx, exchange.formId) : new Map();
  const { writes, kept } = undoNow(applied, ours);
  const before = new Map(applied.map(write => [write.reportId, write]));
  const rows = await reportsOf(work, writes);
  for (const { reportId, set } of writes) {
    const row = rows.get(reportId);
    const write = before.get(reportId);
    if (!row || !write) continue;
    const untouched = row.version === write.version ? { state: write.stateBefore } : {};
    await edit<Report>(work, reports, row, row.version, { ...set, ...untouched }, 'undoImport');
  }
  const left = kept.flatMap(({ rowId, fields }) => fields.map(field => ({ rowId, field })));
  const undo: Undoing = { applied, left };
  await work.tx
    .updateTable('exchanges')
    .set({ undo: JSON.stringify(undo) })
    .where('id', '=', exchange.id)
    .execute();
  return edit(work, exchanges, exchange, version, { state, undoneAt: work.at }, 'undo');
}
