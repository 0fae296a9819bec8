import { useGetList } from 'react-admin';
import { type Report, unfinishedReportStates } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { awaited } from '../rights.ts';
import { usePathsPending } from '../use-paths.ts';

/* What a report's page reads beside the report itself. */

const longest = 500;

/** What waits for this person: a decision for those who decide, writing for those who write, within the round at hand. */
export function useQueue(report: Report) {
  const { user } = useSession();
  const decides = awaited(user);
  const filter = {
    state: decides ?? [...unfinishedReportStates],
    agencyId: user.agencyId,
    ...(user.role === 'officer' ? { officerId: user.id, roundId: report.roundId } : {}),
  };
  return useGetList<Report>(
    'reports',
    { filter, sort: { field: 'dueDate', order: 'ASC' }, pagination: { page: 1, perPage: longest } },
    { enabled: decides !== null || user.role === 'officer' },
  );
}

/** The report before this one on the same assignment, if there is one. */
export const useLastReport = (report: Report) =>
  useGetList<Report>('reports', {
    filter: { assignmentId: report.assignmentId, dueDate_lte: report.dueDate, id_ne: report.id },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  });

/**
 * Whether something that stands above the answers is still on its way. The page waits for it: an answer that moves away from
 * under the finger is the wrong one chosen. What cannot be read, or not without a network, is not waited for.
 */
export function useBesidePending(report: Report): boolean {
  const path = usePathsPending([report.planItemId]);
  const queue = useQueue(report).isLoading;
  const last = useLastReport(report).isLoading;
  return path || queue || last;
}
