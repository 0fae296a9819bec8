import { useDataProvider, useNotify } from 'react-admin';
import type { Round } from '../../sync/model/index.ts';

/** Says how many reports an opened round has asked for. */
export function useTellOpened(): (round: Round) => Promise<void> {
  const provider = useDataProvider();
  const notify = useNotify();
  return async ({ id }) => {
    const { total } = await provider.getList('reports', {
      filter: { roundId: id },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    });
    notify('rounds.opened', { type: 'success', messageArgs: { count: total ?? 0 } });
  };
}
