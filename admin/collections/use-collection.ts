import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useGetOne } from 'react-admin';
import type { Agency, Collection, CollectionRow, Recipient } from '../../sync/model/index.ts';
import { readAll } from '../plan-tree/read-all.ts';

/** Everything below is asked once and kept a while: a clerk goes to and fro between the parts of a collection. */
const staleTime = 20_000;

export const useCollection = (id: string) => useGetOne<Collection>('collections', { id }, { enabled: id !== '' });

/** The whole roster: lists, counts and choices are made of it without asking again. */
export const useRecipients = (collectionId: string) =>
  useQuery({
    queryKey: ['recipients', 'of', collectionId],
    queryFn: () => readAll<Recipient>('recipients', { collectionId }),
    enabled: collectionId !== '',
    staleTime,
  });

/** The questions of a collection, in the order in which the form asks them. */
export const useQuestions = (collectionId: string) =>
  useQuery({
    queryKey: ['collectionRows', 'of', collectionId],
    queryFn: async () =>
      [...(await readAll<CollectionRow>('collectionRows', { collectionId }))].sort((a, b) => a.position - b.position),
    enabled: collectionId !== '',
    staleTime,
  });

/** Names of agencies by id; an id whose agency is out of sight has none. */
export function useAgencyNames(): { readonly nameOf: (agencyId: string) => string; readonly known: boolean } {
  const { data } = useQuery({
    queryKey: ['agencies', 'names'],
    queryFn: () => readAll<Agency>('agencies', {}),
    staleTime: 60_000,
  });
  const names = useMemo(() => new Map(data?.map(({ id, name }) => [id, name])), [data]);
  return { nameOf: agencyId => names.get(agencyId) ?? '', known: data !== undefined };
}

/** The question as it is printed, number and all. */
export const printedQuestion = ({ label, text }: Pick<CollectionRow, 'label' | 'text'>): string =>
  label === '' ? text : `${label}　${text}`;
