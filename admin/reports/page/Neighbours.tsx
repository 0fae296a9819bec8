import PreviousIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type Report, unfinishedReportStates } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { nearOf } from '../near.ts';
import { awaited } from '../rights.ts';

const longest = 500;

/** What waits for this person: a decision for those who decide, writing for those who write, within the round at hand. */
function useQueue(report: Report): readonly Report[] {
  const { user } = useSession();
  const decides = awaited(user);
  const filter = {
    state: decides ?? [...unfinishedReportStates],
    agencyId: user.agencyId,
    ...(user.role === 'officer' ? { officerId: user.id, roundId: report.roundId } : {}),
  };
  const { data } = useGetList<Report>(
    'reports',
    { filter, sort: { field: 'dueDate', order: 'ASC' }, pagination: { page: 1, perPage: longest } },
    { enabled: decides !== null || user.role === 'officer' },
  );
  return data ?? [];
}

/** On to the next report that waits, without going back to the list. */
export const Neighbours = ({ report }: { readonly report: Report }) => {
  const translate = useTranslate();
  const queue = useQueue(report);
  const { previous, next, place, total } = nearOf(report, queue);
  if (previous === null && next === null) return null;
  const step = (id: string | null, word: string, icon: 'startIcon' | 'endIcon') => {
    const Icon = icon === 'startIcon' ? PreviousIcon : NextIcon;
    return (
      <Button
        size="small"
        {...{ [icon]: <Icon /> }}
        {...(id === null ? { disabled: true } : { component: Link, to: `/reports/${encodeURIComponent(id)}/show` })}
      >
        {translate(word)}
      </Button>
    );
  };
  return (
    <Box
      component="nav"
      aria-label={translate('report.near.label')}
      sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
    >
      {step(previous, 'report.near.previous', 'startIcon')}
      {place === null ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {translate('report.near.place', { place, total })}
        </Typography>
      )}
      {step(next, 'report.near.next', 'endIcon')}
    </Box>
  );
};
