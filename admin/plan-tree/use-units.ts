import { createContext, useContext, useMemo } from 'react';
import { useGetList } from 'react-admin';
import type { Unit } from '../../sync/model/index.ts';
import type { Meanings } from './unit-meanings.ts';

const MeaningsContext = createContext<Meanings>(() => ({ kind: 'unknown', unitIds: [] }));
export const MeaningsProvider = MeaningsContext.Provider;
export const useMeanings = (): Meanings => useContext(MeaningsContext);

const most = 500;

/** The enabled units of an agency in their order, and whether they are known yet. */
export function useUnitsOf(agencyId: string | undefined): { readonly units: readonly Unit[]; readonly ready: boolean } {
  const { data, isPending } = useGetList<Unit>(
    'units',
    {
      filter: { agencyId, disabled: false },
      sort: { field: 'position', order: 'ASC' },
      pagination: { page: 1, perPage: most },
    },
    { enabled: agencyId !== undefined },
  );
  return useMemo(() => ({ units: data ?? [], ready: !isPending }), [data, isPending]);
}
