import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { CollectionFile } from '../../../sync/model/index.ts';
import { readAll } from '../../plan-tree/read-all.ts';
import { type Sending, sendingTo, subscribe } from './sending.ts';

const pollMs = 1200;

export const filesKey = (collectionId: string) => ['collectionFiles', 'of', collectionId] as const;

/** Every file that came in a collection. */
export const useFiles = (collectionId: string) =>
  useQuery({
    queryKey: filesKey(collectionId),
    queryFn: () => readAll<CollectionFile>('collectionFiles', { collectionId }),
    enabled: collectionId !== '',
    staleTime: 10_000,
    // Workers read in the background, whoever started them.
    refetchInterval: ({ state }) => (state.data?.some(file => file.state === 'waiting') ? pollMs : false),
  });

/** The files of one recipient. */
export const useFilesOf = (recipientId: string) =>
  useQuery({
    queryKey: ['collectionFiles', 'from', recipientId],
    queryFn: () => readAll<CollectionFile>('collectionFiles', { recipientId }),
    enabled: recipientId !== '',
  });

/** How far the servers are with reading; asked only while something waits. When it is done the page is read anew. */
export function useReading(files: readonly CollectionFile[] | undefined): number {
  const queries = useQueryClient();
  const waiting = files?.filter(({ state }) => state === 'waiting').length ?? 0;
  const before = useRef(0);
  useEffect(() => {
    if (waiting < before.current) void queries.invalidateQueries({ queryKey: ['recipients'] });
    if (waiting < before.current) void queries.invalidateQueries({ queryKey: ['collections', 'roster'] });
    before.current = waiting;
  }, [waiting, queries]);
  return waiting;
}

export const useSending = (path: string): Sending => useSyncExternalStore(subscribe, () => sendingTo(path));
