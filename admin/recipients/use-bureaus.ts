import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { asking } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

/** Who asks this agency, by id: an agency sees nothing else of those above it. */
export function useBureaus() {
  const { data, isPending } = useQuery({
    queryKey: ['recipients', 'bureaus'],
    queryFn: async () => z.array(asking).parse((await request('/api/recipients/bureaus')).json),
  });
  return { nameOf: (id: string) => data?.find(each => each.id === id)?.name ?? '', known: !isPending };
}
