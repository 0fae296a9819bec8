import { useQuery } from '@tanstack/react-query';
import { type DataProvider, useDataProvider } from 'react-admin';
import type { PlanItem } from '../../sync/model/index.ts';
import { type Path, pathOf } from './paths.ts';

const minutes = 60_000;

/** The named items and all above them, one request a level. */
export async function withAncestors(
  provider: DataProvider,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PlanItem>> {
  const known = new Map<string, PlanItem>();
  let wanted = ids;
  while (wanted.length > 0) {
    const { data } = await provider.getMany<PlanItem>('planItems', { ids: [...wanted] });
    for (const item of data) known.set(item.id, item);
    wanted = [...new Set(data.flatMap(item => item.parentId ?? []))].filter(id => !known.has(id));
  }
  return known;
}

function useItemsAndAncestors(planItemIds: readonly string[]) {
  const provider = useDataProvider();
  const ids = [...new Set(planItemIds)].sort();
  return useQuery({
    queryKey: ['planItems', 'paths', ids],
    queryFn: () => withAncestors(provider, ids),
    enabled: ids.length > 0,
    staleTime: 5 * minutes,
    placeholderData: previous => previous,
  });
}

/** Whether these paths are still being looked for for the first time. */
export const usePathsPending = (planItemIds: readonly string[]): boolean => useItemsAndAncestors(planItemIds).isLoading;

/** Finds the path of each of these plan items; empty until it is known. */
export function usePaths(planItemIds: readonly string[]): (planItemId: string) => Path {
  const { data } = useItemsAndAncestors(planItemIds);
  return id => (data ? pathOf(id, data) : []);
}
