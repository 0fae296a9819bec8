import { useGetList, useGetMany } from 'react-admin';
import { dayInTaipei, type Report, type Round, unfinishedReportStates } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { useLimits } from '../../reports/use-limits.ts';
import { type Whose, type Work, workOf } from './work.ts';

const most = 1000;
const lastSent = 10;

interface OwnWork {
  /** Undefined until it is known. */
  readonly work: Work | undefined;
  readonly sent: readonly Report[];
  readonly rounds: readonly Round[];
  readonly soonDays: number;
  readonly error: Error | null;
  readonly again: () => void;
}

/** What the section owes, what it sent last, and the rounds that all of it belongs to. */
export function useWork(whose: Whose): OwnWork {
  const { user } = useSession();
  const limits = useLimits();
  const own = { agencyId: user.agencyId, unitId: user.unitId };
  const open = useGetList<Report>('reports', {
    filter: { ...own, state: [...unfinishedReportStates] },
    sort: { field: 'dueDate', order: 'ASC' },
    pagination: { page: 1, perPage: most },
  });
  const sent = useGetList<Report>('reports', {
    filter: {
      ...own,
      ...(whose === 'mine' ? { officerId: user.id } : {}),
      state: ['submitted', 'endorsed', 'accepted'],
    },
    sort: { field: 'submittedAt', order: 'DESC' },
    pagination: { page: 1, perPage: lastSent },
  });
  const roundIds = [...new Set([...(open.data ?? []), ...(sent.data ?? [])].map(({ roundId }) => roundId))];
  const { data: rounds, isPending } = useGetMany<Round>('rounds', { ids: roundIds });
  const closed = new Set((rounds ?? []).filter(({ state }) => state === 'closed').map(({ id }) => id));
  const ready = open.data !== undefined && (roundIds.length === 0 || !isPending);
  return {
    work: ready ? workOf(open.data ?? [], closed, user, whose, dayInTaipei(new Date()), limits.dueSoonDays) : undefined,
    sent: sent.data ?? [],
    rounds: rounds ?? [],
    soonDays: limits.dueSoonDays,
    error: open.error,
    again: () => void open.refetch(),
  };
}
