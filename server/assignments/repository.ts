import { unfinishedReportStates } from '../../sync/model/index.ts';
import type { Change } from '../records/change.ts';

/**
 * Hands the unfinished reports of assignments to their new case officer. The officer is carried along, not edited: no version
 * changes, so that nobody who is writing is interrupted.
 */
export async function carryOfficer(
  { tx, at }: Change,
  assignmentIds: readonly string[],
  officerId: string | null,
): Promise<void> {
  if (assignmentIds.length === 0) return;
  await tx
    .updateTable('reports')
    .set({ officerId, updatedAt: at })
    .where('assignmentId', 'in', assignmentIds)
    .where('state', 'in', unfinishedReportStates)
    .execute();
}
