import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { unsent } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

export const fetchUnsent = async (): Promise<ReadonlyMap<string, number>> => {
  const lines = z.array(unsent).parse((await request('/api/recipients/unsent')).json);
  return new Map(lines.map(({ id, files }) => [id, files]));
};

/** How many of our files for bureaus of other systems are in no package yet, by line. */
export function useUnsent(): (recipientId: string) => number {
  const { data } = useQuery({ queryKey: ['recipients', 'unsent'], queryFn: fetchUnsent });
  return id => data?.get(id) ?? 0;
}
