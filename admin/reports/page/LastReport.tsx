import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import type { Report, Round } from '../../../sync/model/index.ts';
import { ResultChip } from '../../fields/index.ts';
import { useUndoNotice } from '../use-undo-notice.tsx';
import { copyOf, inTheWay } from '../writing/copy-last.ts';
import { answersOf, type ReportForm } from '../writing/form.ts';
import { Answers } from './Answers.tsx';
import { useLastReport } from './use-beside.ts';

interface Props {
  readonly report: Report;
  /** What is on the screen now, and how to change it; without it nothing can be copied. */
  readonly form?: ReportForm | undefined;
  readonly onCopy?: ((change: Partial<ReportForm>) => void) | undefined;
}

/** What was reported on the same assignment the last time, to read and to copy from. */
export const LastReport = ({ report, form, onCopy }: Props) => {
  const translate = useTranslate();
  const undoable = useUndoNotice();
  const { data: found } = useLastReport(report);
  const last = found && (found[0] ?? null);
  const { data: round } = useGetOne<Round>('rounds', { id: last?.roundId ?? '' }, { enabled: Boolean(last) });
  const [asking, setAsking] = useState(false);
  if (!last)
    return last === null ? (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('report.last.none')}
      </Typography>
    ) : null;
  const copy = (how: 'replace' | 'blanksOnly') => {
    if (!form || !onCopy) return;
    setAsking(false);
    const change = copyOf(form, last, how);
    const before = Object.fromEntries(Object.keys(change).map(name => [name, form[name as keyof ReportForm]]));
    onCopy(change);
    undoable('report.last.copied', () => onCopy(before));
  };
  const blocked = form ? inTheWay(form, last) : [];
  return (
    <Accordion
      disableGutters
      elevation={0}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {translate('report.last.title', { round: round?.title ?? '' })}
          </Typography>
          <ResultChip result={last.result} />
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ borderTop: 1, borderColor: 'divider', bgcolor: 'sunken' }}>
        <Answers answers={answersOf(last)} />
        {onCopy ? (
          <Box sx={{ mt: 2 }}>
            <Button
              variant="outlined"
              startIcon={<CopyIcon />}
              onClick={() => (blocked.length > 0 ? setAsking(true) : copy('blanksOnly'))}
            >
              {translate('report.last.copy')}
            </Button>
            <Typography variant="caption" component="p" sx={{ mt: 0.5, color: 'text.secondary' }}>
              {translate('report.last.copyHelp')}
            </Typography>
          </Box>
        ) : null}
      </AccordionDetails>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="copy-title" maxWidth="sm">
        <DialogTitle id="copy-title">{translate('report.last.askTitle')}</DialogTitle>
        <DialogContent>
          {translate('report.last.askText', {
            fields: blocked.map(name => translate(`resources.reports.fields.${name}`)).join(translate('report.and')),
          })}
        </DialogContent>
        <DialogActions sx={{ flexWrap: 'wrap' }}>
          <Button onClick={() => setAsking(false)}>{translate('ra.action.cancel')}</Button>
          <Button onClick={() => copy('replace')}>{translate('report.last.replace')}</Button>
          <Button variant="contained" onClick={() => copy('blanksOnly')}>
            {translate('report.last.blanksOnly')}
          </Button>
        </DialogActions>
      </Dialog>
    </Accordion>
  );
};
