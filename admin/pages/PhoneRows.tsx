import Box from '@mui/material/Box';
import CardActionArea from '@mui/material/CardActionArea';
import type { ReactNode } from 'react';
import { type RaRecord, RecordContextProvider, useCreatePath, useListContext, useResourceContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { NothingMatches } from './EmptyList.tsx';

interface Props<T extends RaRecord> {
  readonly title: (row: T) => ReactNode;
  /** A second line: chips, dates. Fields work in it. */
  readonly children?: ReactNode;
  readonly to?: 'show' | 'edit';
}

/** The rows of a list as a narrow screen reads them: a title, a line of facts, the whole row a link. */
export function PhoneRows<T extends RaRecord>({ title, children, to = 'show' }: Props<T>) {
  const { data, isPending } = useListContext<T>();
  const resource = useResourceContext() ?? '';
  const path = useCreatePath();
  if (isPending) return null;
  if (data === undefined || data.length === 0) return <NothingMatches />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map(row => (
        <Box
          component="li"
          key={row.id}
          sx={{ borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}
        >
          <RecordContextProvider value={row}>
            <CardActionArea component={Link} to={path({ resource, type: to, id: row.id })} sx={{ px: 2, py: 1.25 }}>
              <Box sx={{ fontWeight: 600 }}>{title(row)}</Box>
              <Box
                sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center', color: 'text.secondary' }}
              >
                {children}
              </Box>
            </CardActionArea>
          </RecordContextProvider>
        </Box>
      ))}
    </Box>
  );
}
