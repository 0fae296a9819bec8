import { useQuery } from '@tanstack/react-query';
import { roster } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

const pollMs = 1500;

/** How the agencies stand in numbers; asked again and again while workbooks are being made. */
export const useRoster = (collectionId: string) =>
  useQuery({
    queryKey: ['collections', 'roster', collectionId],
    queryFn: async () =>
      roster.parse((await request(`/api/collections/${encodeURIComponent(collectionId)}/roster`)).json),
    enabled: collectionId !== '',
    refetchInterval: ({ state }) => ((state.data?.making ?? 0) > 0 ? pollMs : false),
  });
