import { type Round, unfinishedReportStates } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

/**
 * Reminds whoever still owes a report of the round: of all of them, or of those named. Finished ones among the named are
 * passed over. The reminder is no edit, so whoever is writing is not interrupted by a new version.
 * @returns how many were reminded
 * @throws Refusal `round_not_open`, `foreign_reference` when a named report is not of this round
 */
export async function chase(
  { tx, at, record }: Change,
  round: Round,
  reportIds: readonly string[] | undefined,
): Promise<number> {
  if (round.state !== 'open') throw new Refusal('round_not_open');
  const named = reportIds && [...new Set(reportIds)];
  if (named?.length === 0) return 0;
  if (named) {
    const { known } = await tx
      .selectFrom('reports')
      .select(eb => eb.fn.countAll<number>().as('known'))
      .where('roundId', '=', round.id)
      .where('id', 'in', named)
      .executeTakeFirstOrThrow();
    if (known < named.length) throw new Refusal('foreign_reference', { field: 'reportIds' });
  }
  const chased = await tx
    .updateTable('reports')
    .set({ chasedAt: at, updatedAt: at })
    .where('roundId', '=', round.id)
    .where('state', 'in', unfinishedReportStates)
    .$if(named !== undefined, query => query.where('id', 'in', named ?? []))
    .returning(['id', 'unitId', 'dueDate'])
    .execute();
  for (const { id, unitId, dueDate } of chased)
    record({
      action: 'reports.chase',
      resource: 'reports',
      recordId: id,
      agencyId: round.agencyId,
      unitId,
      after: { chasedAt: at, dueDate },
    });
  return chased.length;
}
