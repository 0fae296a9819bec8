import ChasedIcon from '@mui/icons-material/NotificationsActiveOutlined';
import ReturnedIcon from '@mui/icons-material/ReplyOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Report } from '../../sync/model/index.ts';
import { Chip, StateChip } from '../fields/index.ts';
import { isUnfinished, wasReturned } from './due.ts';

interface Props {
  readonly report: Report;
  /** Leaves out the state where a heading says it already. */
  readonly withState?: boolean;
}

/** State, and what else presses: chased, returned before. That it is overdue stands with its due date. */
export const Marks = ({ report, withState = true }: Props) => {
  const translate = useTranslate();
  const chased = report.chasedAt !== null && isUnfinished(report);
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25 }}>
      {withState ? <StateChip machine="report" state={report.state} /> : null}
      {chased ? <Chip icon={ChasedIcon} tone="watch" word={translate('report.chased')} /> : null}
      {wasReturned(report) && report.state !== 'returned' && report.state !== 'accepted' ? (
        <Chip icon={ReturnedIcon} tone="watch" word={translate('report.wasReturned')} />
      ) : null}
    </Box>
  );
};
