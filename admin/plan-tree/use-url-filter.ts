import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { noFilter, type TreeFilter } from './outline/index.ts';

const names = Object.keys(noFilter) as readonly (keyof TreeFilter)[];

/** The filter of a tree, kept in the page's address, so that it survives a reload and can be sent to a colleague. */
export function useUrlFilter(): readonly [TreeFilter, (change: Partial<TreeFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(
    () => Object.fromEntries(names.map(name => [name, search.get(name) ?? ''])) as unknown as TreeFilter,
    [search],
  );
  const narrow = useCallback(
    (change: Partial<TreeFilter>) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [filter, narrow];
}
