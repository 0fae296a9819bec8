import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import { useRecordContext, useTranslate } from 'react-admin';
import { type Collection, type Roster, type RosterState, rosterStates } from '../../sync/model/index.ts';
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
} as const;

const order = ['consolidated', 'returned', 'doubtful', 'otherEdition', 'duplicate', 'sentBack'] as const;

/** What has not come is no progress: the late ones are hatched, the others blank. */
const late = ({ palette }: Theme) =>
  `repeating-linear-gradient(135deg, ${palette.error.main} 0 2px, transparent 2px 6px)`;

/** The roster as a bar; the words and numbers stand in its name and beside it. */
export const RosterBar = ({ roster }: { readonly roster: Pick<Roster, 'counts' | 'total'> }) => {
  const translate = useTranslate();
  const said = rosterStates
    .filter(state => roster.counts[state] > 0)
    .map(state => `${translate(`states.recipient.${state}`)} ${roster.counts[state]}`)
    .join(translate('report.and'));
  const name = said === '' ? translate('collection.roster.nobody') : said;
  const share = (state: RosterState) => `${(roster.counts[state] / Math.max(roster.total, 1)) * 100}%`;
  return (
    <Box
      role="img"
      aria-label={name}
      title={name}
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
        <Box key={state} sx={{ width: share(state), bgcolor: colors[state] }} />
      ))}
      <Box sx={{ width: share('overdue'), background: late }} />
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
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {translate('collection.progress', { returned, total })}
      </Box>
    </Box>
  );
};
