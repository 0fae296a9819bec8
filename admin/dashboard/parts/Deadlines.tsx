import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Dashboard, dayInTaipei } from '../../../sync/model/index.ts';
import { RocDate } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { daysUntil } from '../../reports/due.ts';

/** The open rounds, the next due first, with what is still owed in each. */
export const Deadlines = ({ deadlines }: Pick<Dashboard, 'deadlines'>) => {
  const translate = useTranslate();
  const today = dayInTaipei(new Date());
  const spoken = (dueDate: string) => {
    const days = daysUntil(dueDate, today);
    if (days === 0) return translate('report.dueToday');
    return days > 0
      ? translate('report.daysLeft', { smart_count: days })
      : translate('report.overdueDays', { smart_count: -days });
  };
  return (
    <Panel title={translate('dashboard.deadlines')}>
      {deadlines.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('dashboard.noDeadlines')}</Box> : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {deadlines.map(({ roundId, title, dueDate, unfinished }) => (
          <Box
            component="li"
            key={roundId}
            sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { border: 0, pt: 0 } }}
          >
            <Link component={RouterLink} to={`/rounds/${roundId}/show`} sx={{ fontWeight: 600 }}>
              {title}
            </Link>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
              <RocDate value={dueDate} />
              <Box component="span" sx={dueDate < today ? { color: 'error.main', fontWeight: 700 } : {}}>
                {spoken(dueDate)}
              </Box>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {translate('dashboard.unfinished', { count: unfinished })}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
};
