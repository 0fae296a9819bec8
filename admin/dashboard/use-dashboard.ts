import { useQuery } from '@tanstack/react-query';
import { type Dashboard, dashboard } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

/** How a round stands, or without one all that are open. */
export const useDashboard = (roundId: string | undefined, enabled: boolean) =>
  useQuery<Dashboard>({
    queryKey: ['dashboard', roundId ?? null],
    queryFn: async () => {
      const query = roundId === undefined ? '' : `?${new URLSearchParams({ roundId })}`;
      return dashboard.parse((await request(`/api/dashboard${query}`)).json);
    },
    enabled,
    placeholderData: previous => previous,
  });
