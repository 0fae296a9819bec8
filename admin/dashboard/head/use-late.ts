import { useQuery } from '@tanstack/react-query';
import { dayInTaipei, type Report, type Round } from '../../../sync/model/index.ts';
import { readAll } from '../../plan-tree/read-all.ts';
import { useLimits } from '../../reports/use-limits.ts';
import { type Late, lateOf } from './late.ts';

/** What is late in a round, by the agency's thresholds; undefined until it is known. */
export function useLate(round: Round | undefined): readonly Late[] | undefined {
  const limits = useLimits();
  const { data } = useQuery({
    queryKey: ['reports', 'of round', round?.id],
    queryFn: () => readAll<Report>('reports', { roundId: round?.id ?? '' }),
    enabled: round !== undefined,
  });
  return data && lateOf(data, dayInTaipei(new Date()), limits);
}
