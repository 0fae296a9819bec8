import ExchangeIcon from '@mui/icons-material/MoveToInboxOutlined';
import ReleaseIcon from '@mui/icons-material/PushPinOutlined';
import ReviewIcon from '@mui/icons-material/RateReviewOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Dashboard } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { useTotal } from '../../home/use-total.ts';
import { reportsAt } from '../links.ts';

interface Props extends Pick<Dashboard, 'totals'> {
  readonly roundId: string | undefined;
}

const listAt = (resource: string, filter: Readonly<Record<string, string>>): string =>
  `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

/** What waits for this person to act, each with the way there; nothing is shown where nothing waits. */
export const Waiting = ({ totals, roundId }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const exchanges = useTotal('exchanges', { state: 'previewed' }) ?? 0;
  const releases = useTotal('assignments', { state: 'releaseRequested' }) ?? 0;
  const entries = [
    {
      key: 'review',
      icon: ReviewIcon,
      count: totals.endorsed,
      to: mayUse(user.role, 'reports', 'accept') ? '/review' : reportsAt({ roundId, state: 'endorsed' }),
    },
    { key: 'exchanges', icon: ExchangeIcon, count: exchanges, to: listAt('exchanges', { state: 'previewed' }) },
    { key: 'releases', icon: ReleaseIcon, count: releases, to: listAt('assignments', { state: 'releaseRequested' }) },
  ].filter(entry => entry.count > 0);
  if (entries.length === 0) return null;
  return (
    <Box
      component="section"
      className="no-print"
      aria-label={translate('dashboard.waiting.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2 }}
    >
      <Box component="span" sx={{ fontWeight: 700, mr: 0.5 }}>
        {translate('dashboard.waiting.title')}
      </Box>
      {entries.map(({ key, icon: Icon, count, to }) => (
        <Button
          key={key}
          component={Link}
          to={to}
          variant="outlined"
          startIcon={<Icon />}
          sx={{ bgcolor: 'background.paper' }}
        >
          {translate(`dashboard.waiting.${key}`, { count })}
        </Button>
      ))}
    </Box>
  );
};
