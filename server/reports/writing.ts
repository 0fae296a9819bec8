import { type Report, type ReportState, reportMachine, writableReportStates } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { transition } from '../records/transition.ts';

/**
 * Refuses a change of what a report says unless the section may write it now: its state allows it, and its round is still
 * open or the report was handed back, which only the reviewers can do.
 * @throws Refusal `report_locked`, `round_closed`
 */
export async function mustBeWritable({ tx }: Pick<Change, 'tx'>, report: Report): Promise<void> {
  if (!writableReportStates.includes(report.state))
    throw new Refusal('report_locked', { state: `{report.state.${report.state}}` }, { state: report.state });
  const { state } = await tx
    .selectFrom('rounds')
    .select('state')
    .where('id', '=', report.roundId)
    .executeTakeFirstOrThrow();
  if (isShut(report, state === 'closed')) throw new Refusal('round_closed');
}

/** A report that was returned or reopened may be corrected after its round was closed; one that was never sent may not. */
export const isShut = (report: Pick<Report, 'stateReason'>, roundClosed: boolean): boolean =>
  roundClosed && report.stateReason === '';

/** Writing starts a pending report and revises a returned one. */
export function stateWhenWritten(state: ReportState): ReportState {
  if (state === 'pending') return transition(reportMachine, 'report', state, 'start');
  return state === 'returned' ? transition(reportMachine, 'report', state, 'revise') : state;
}
