import { useQuery } from '@tanstack/react-query';
import { dashboard, type Round } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

/** How a round that was opened stands, inside the person's rights. */
export const useDashboardOf = (round: Round) =>
  useQuery({
    queryKey: ['dashboard', round.id],
    queryFn: async () =>
      dashboard.parse((await request(`/api/dashboard?roundId=${encodeURIComponent(round.id)}`)).json),
    enabled: round.state !== 'draft',
  });
