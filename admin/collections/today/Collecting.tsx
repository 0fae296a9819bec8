import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { RocDate } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { came, RosterBar } from '../Progress.tsx';
import { line, lines } from './lines.ts';
import { type OpenCollection, useCollecting } from './use-today.ts';

const at = (id: string, search: Readonly<Record<string, string>> = {}): string =>
  `/collections/${id}/show${Object.keys(search).length > 0 ? `?${new URLSearchParams(search)}` : ''}`;

/** What is to be done in a collection, each a way to where it is done. */
const ToDo = ({ open: { collection, late, files, review } }: { readonly open: OpenCollection }) => {
  const translate = useTranslate();
  const all = [
    { key: 'late', count: late, to: at(collection.id, { state: 'overdue' }), color: 'error.main' },
    { key: 'files', count: files, to: at(collection.id, { tab: 'files' }), color: 'warning.main' },
    { key: 'review', count: review, to: at(collection.id, { tab: 'review' }), color: 'primary.main' },
  ].filter(({ count }) => count > 0);
  if (all.length === 0)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('collection.today.nothing')}
      </Box>
    );
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      {all.map(({ key, count, to, color }) => (
        <Link key={key} component={RouterLink} to={to} sx={{ color, fontWeight: 700 }}>
          {translate(`collection.today.${key}`, { smart_count: count })}
        </Link>
      ))}
    </Box>
  );
};

/** Our own open collections: how far each is, who is late, which files and which answers wait. Nothing while there is none. */
export const Collecting = () => {
  const translate = useTranslate();
  const { data } = useCollecting();
  if (!data || data.open.length + data.findings === 0) return null;
  return (
    <Box className="no-print" sx={{ mt: 1.5, mb: 2 }}>
      <Panel
        title={translate('collection.today.collecting')}
        aside={
          <Link component={RouterLink} to="/collections">
            {translate('collection.today.all', { smart_count: data.total })}
          </Link>
        }
      >
        <Box component="ul" sx={lines}>
          {data.open.map(open => (
            <Box component="li" key={open.collection.id} sx={line}>
              <Link
                component={RouterLink}
                to={at(open.collection.id)}
                sx={{ fontWeight: 700, flex: '2 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}
              >
                {open.collection.name}
              </Link>
              <span>
                {translate('resources.collections.fields.dueDate')} <RocDate value={open.collection.dueDate} />
              </span>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: '1 1 200px', maxWidth: 280 }}>
                <RosterBar roster={open.roster} />
                <Box component="span" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                  {translate('collection.progress', came(open.roster))}
                </Box>
              </Box>
              <Box sx={{ flex: '2 1 300px' }}>
                <ToDo open={open} />
              </Box>
            </Box>
          ))}
          {data.findings > 0 ? (
            <Box component="li" sx={line}>
              <Link
                component={RouterLink}
                to={`/findings?${new URLSearchParams({ filter: JSON.stringify({ state: 'answered' }) })}`}
                sx={{ fontWeight: 700 }}
              >
                {translate('collection.today.answered', { smart_count: data.findings })}
              </Link>
            </Box>
          ) : null}
        </Box>
      </Panel>
    </Box>
  );
};
