import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { RecipientSheet } from '../../../sync/model/index.ts';
import { readAll } from '../../plan-tree/read-all.ts';

/** Something is being done with it right now. */
export const isBusy = ({ state, takeNext, nextLookAt, problem }: RecipientSheet): boolean =>
  takeNext || (state === 'publishing' && problem === null && nextLookAt !== null);

const lookMs = { busy: 2000, calm: 60_000 };

/**
 * Spreadsheets that are handed out, by recipient: of a whole collection, or of one agency. Looks more often while something goes on;
 * what it ended with shows everywhere at once.
 */
export function useSheets(filter: { readonly collectionId: string } | { readonly recipientId: string }) {
  const queries = useQueryClient();
  const [name, id] = Object.entries(filter)[0]!;
  const { data } = useQuery({
    queryKey: ['recipientSheets', name, id],
    queryFn: () => readAll<RecipientSheet>('recipientSheets', { [name]: id, state_ne: 'disconnected' }),
    refetchInterval: ({ state }) => (state.data?.some(isBusy) ? lookMs.busy : lookMs.calm),
    staleTime: 5000,
    enabled: id !== '',
  });
  const busy = data?.some(isBusy) ?? false;
  const was = useRef(busy);
  useEffect(() => {
    if (was.current && !busy) void queries.invalidateQueries();
    was.current = busy;
  }, [busy, queries]);
  return useMemo(() => new Map(data?.map(sheet => [sheet.recipientId, sheet])), [data]);
}
