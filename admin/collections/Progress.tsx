import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import { type Collection, type Roster, rosterStates } from '../../sync/model/index.ts';
import { useRoster } from './use-roster.ts';

/** Recipients of whom something came, and those whose answers are in. */
export const came = ({ counts, total }: Pick<Roster, 'counts' | 'total'>) => ({
  total,
  returned: total - counts.notReturned - counts.overdue,
  consolidated: counts.consolidated,
  late: counts.overdue,
});

const colors = {
  consolidated: 'success.main',
  returned: 'info.main',
  doubtful: 'warning.main',
  otherEdition: 'warning.main',
  duplicate: 'warning.main',
  sentBack: 'warning.main',
  overdue: 'error.main',
  notReturned: 'transparent',
} as const;

const order = ['consolidated', 'returned', 'doubtful', 'otherEdition', 'duplicate', 'sentBack', 'overdue'] as const;

/** The roster as a bar; the words and numbers stand in its name and beside it. */
export const RosterBar = ({ roster }: { readonly roster: Pick<Roster, 'counts' | 'total'> }) => {
  const translate = useTranslate();
  const said = rosterStates
    .filter(state => roster.counts[state] > 0)
    .map(state => `${translate(`states.recipient.${state}`)} ${roster.counts[state]}`)
    .join(translate('report.and'));
  return (
    <Box
      role="img"
      aria-label={said === '' ? translate('collection.roster.nobody') : said}
      sx={{
        flex: 1,
        minWidth: 80,
        height: 12,
        display: 'flex',
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'sunken',
        border: 1,
        borderColor: 'divider',
      }}
    >
      {order.map(state => (
        <Box
          key={state}
          sx={{ width: `${(roster.counts[state] / Math.max(roster.total, 1)) * 100}%`, bgcolor: colors[state] }}
        />
      ))}
    </Box>
  );
};

/** How many of the agencies have answered. */
export const ProgressField = (_: { readonly source?: string; readonly label?: string }) => {
  const translate = useTranslate();
  const collection = useRecordContext<Collection>();
  const { data } = useRoster(collection && collection.state !== 'draft' ? String(collection.id) : '');
  if (!data) return null;
  const { returned, total } = came(data);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 160, fontVariantNumeric: 'tabular-nums' }}>
      <RosterBar roster={data} />
      <span>{translate('collection.progress', { returned, total })}</span>
    </Box>
  );
};
