import { useGetList } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Round } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { chosenRound } from './chosen-round.ts';

export interface RoundChoice {
  /** Undefined until they are known. The agency's own, or where it has none, those of the agencies it looks down on. */
  readonly rounds: readonly Round[] | undefined;
  readonly round: Round | undefined;
  /** Whether they are the agency's own. */
  readonly own: boolean;
  readonly choose: (roundId: string) => void;
}

/** Which round the page is about. It stays in the URL, so that it can be sent to somebody. */
export function useRoundChoice(): RoundChoice {
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const { data } = useGetList<Round>('rounds', {
    filter: { state_ne: 'draft' },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: 500 },
  });
  const own = data?.filter(round => round.agencyId === user.agencyId) ?? [];
  const rounds = data && (own.length > 0 ? own : data);
  return {
    rounds,
    own: own.length > 0,
    round: rounds && chosenRound(rounds, search.get('round'), user.agencyId),
    choose: roundId =>
      setSearch(
        was => {
          was.set('round', roundId);
          return was;
        },
        { replace: true },
      ),
  };
}
