import { useGetList } from 'react-admin';
import { type Report, type ReportState, type Round, reportStates } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';

const most = 2000;

export interface Board {
  /** Rounds that ever asked for reports, newest first. */
  readonly rounds: readonly Round[];
  /** Undefined until it is known. */
  readonly reports: readonly Report[] | undefined;
  readonly counts: Readonly<Record<ReportState, number>>;
  readonly known: boolean;
}

/** The rounds a board shows: the chosen one, else every open one, else the last. */
export function roundsShown(rounds: readonly Round[], chosen: string): readonly string[] {
  if (rounds.some(({ id }) => id === chosen)) return [chosen];
  const open = rounds.filter(({ state }) => state === 'open');
  return (open.length > 0 ? open : rounds.slice(0, 1)).map(({ id }) => id);
}

/** The section's reports of the rounds in question, counted by state. */
export function useBoard(chosenRound: string): Board {
  const { user } = useSession();
  const { data: rounds } = useGetList<Round>('rounds', {
    filter: { agencyId: user.agencyId, state_ne: 'draft' },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: most },
  });
  const shown = roundsShown(rounds ?? [], chosenRound);
  const { data: reports } = useGetList<Report>(
    'reports',
    {
      filter: { unitId: user.unitId, roundId: [...shown] },
      sort: { field: 'dueDate', order: 'ASC' },
      pagination: { page: 1, perPage: most },
    },
    { enabled: shown.length > 0 },
  );
  const counted = Map.groupBy(reports ?? [], ({ state }) => state);
  const counts = Object.fromEntries(reportStates.map(state => [state, counted.get(state)?.length ?? 0]));
  return {
    rounds: rounds ?? [],
    reports,
    counts: counts as Record<ReportState, number>,
    known: rounds !== undefined && (shown.length === 0 || reports !== undefined),
  };
}
