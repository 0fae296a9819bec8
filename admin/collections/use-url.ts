import { useSearchParams } from 'react-router-dom';

/** One value in the address, which stays when the page is read anew or its link is handed on. Blank leaves it out. */
export function useUrl(): readonly [
  read: (name: string) => string,
  write: (values: Readonly<Record<string, string>>) => void,
] {
  const [search, setSearch] = useSearchParams();
  return [
    name => search.get(name) ?? '',
    values =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
  ];
}
