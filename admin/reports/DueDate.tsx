import OverdueIcon from '@mui/icons-material/AlarmOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { dayInTaipei, isOverdue, type Report } from '../../sync/model/index.ts';
import { RocDate } from '../fields/index.ts';
import { daysUntil, isUnfinished } from './due.ts';

type Translate = ReturnType<typeof useTranslate>;

const spoken = (report: Pick<Report, 'state' | 'dueDate'>, today: string, translate: Translate): string => {
  const days = daysUntil(report.dueDate, today);
  if (isOverdue(report, today)) return translate('report.overdueDays', { smart_count: -days });
  return days === 0 ? translate('report.dueToday') : translate('report.daysLeft', { smart_count: days });
};

/** The due day, and for what is still owed how many days that leaves. */
export const DueDate = ({ report }: { readonly report: Pick<Report, 'state' | 'dueDate'> }) => {
  const translate = useTranslate();
  const today = dayInTaipei(new Date());
  const overdue = isOverdue(report, today);
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1 }}>
      <RocDate value={report.dueDate} />
      {isUnfinished(report) ? (
        <Box
          component="span"
          sx={{
            whiteSpace: 'nowrap',
            color: overdue ? 'error.main' : 'text.secondary',
            fontWeight: overdue ? 700 : 400,
          }}
        >
          {overdue ? (
            <OverdueIcon aria-hidden sx={{ fontSize: '1.0625rem', verticalAlign: '-0.2em', mr: 0.25 }} />
          ) : null}
          {spoken(report, today, translate)}
        </Box>
      ) : null}
    </Box>
  );
};
