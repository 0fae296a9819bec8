import { useQuery } from '@tanstack/react-query';
import type { Assignment, PlanItem, Round } from '../../sync/model/index.ts';
import { readAll } from '../plan-tree/index.ts';
import { owed } from './progress.ts';

/** What a round that is not open yet would ask for; undefined until it is known. */
export function useOwed(round: Round): { readonly reports: number; readonly units: number } | undefined {
  const { data } = useQuery({
    queryKey: ['rounds', 'owed', round.id, round.month],
    queryFn: async () => {
      const [items, assignments] = await Promise.all([
        readAll<PlanItem>('planItems', { planId: round.planId }),
        readAll<Assignment>('assignments', { planId: round.planId }),
      ]);
      return owed(items, assignments, round.month);
    },
    enabled: round.state === 'draft',
  });
  return data;
}
