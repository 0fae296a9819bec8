import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Agency } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { readAll } from '../plan-tree/read-all.ts';

/** The agencies below `top`, however deep, that are in use. */
export function below(agencies: readonly Agency[], top: string): readonly Agency[] {
  const children = Map.groupBy(agencies, ({ parentId }) => parentId);
  const found: Agency[] = [];
  const seen = new Set([top]);
  const walk = (id: string): void => {
    for (const child of children.get(id) ?? []) {
      if (seen.has(child.id)) continue;
      seen.add(child.id);
      found.push(child);
      walk(child.id);
    }
  };
  walk(top);
  return found.filter(({ disabled }) => !disabled);
}

/** The agencies that the person's own may ask. */
export function useAgenciesBelow(): { readonly agencies: readonly Agency[]; readonly known: boolean } {
  const { user } = useSession();
  const { data } = useQuery({
    queryKey: ['agencies', 'all'],
    queryFn: () => readAll<Agency>('agencies', {}),
    staleTime: 60_000,
  });
  const agencies = useMemo(() => below(data ?? [], user.agencyId), [data, user.agencyId]);
  return { agencies, known: data !== undefined };
}
