import PreviousIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Report } from '../../../sync/model/index.ts';
import { nearOf } from '../near.ts';
import { useQueue } from './use-beside.ts';

/** On to the next report that waits, without going back to the list. */
export const Neighbours = ({ report }: { readonly report: Report }) => {
  const translate = useTranslate();
  const { data: queue = [] } = useQueue(report);
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
