import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'react-admin';
import type { SkeletonItem } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

/** What the plans of agencies have in common; it changes with the program alone. */
export const useSkeleton = () =>
  useQuery({
    queryKey: ['skeleton'],
    queryFn: async () => (await request('/api/skeleton')).json as readonly SkeletonItem[],
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How a part of the skeleton is called in the language of the page. */
export const useSkeletonName = (): ((part: Pick<SkeletonItem, 'text' | 'en'>) => string) => {
  const locale = useLocale();
  return ({ text, en }) => (locale === 'en' ? en : text);
};
