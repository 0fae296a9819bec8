import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import { useEffect, useRef } from 'react';
import { RecordContextProvider, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { lagOf, type Report } from '../../sync/model/index.ts';
import { ClampedText, ResultChip, RocDate, UnitField, UserField } from '../fields/index.ts';
import { DueDate } from '../reports/DueDate.tsx';
import { Marks } from '../reports/Marks.tsx';
import type { Path } from '../reports/paths.ts';
import { PathLine, useStepText } from '../reports/StepPath.tsx';
import type { Approval } from './decide.ts';
import { EvidenceStrip } from './EvidenceStrip.tsx';

interface Props {
  readonly report: Report;
  readonly path: Path;
  readonly approval: Approval;
  readonly selected: boolean;
  readonly current: boolean;
  readonly busy: boolean;
  readonly failure: string | undefined;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly onApprove: () => void;
  readonly onReturn: () => void;
}

const Progress = ({ report }: { readonly report: Report }) => {
  const translate = useTranslate();
  const { plannedProgress, actualProgress } = report;
  if (plannedProgress === null && actualProgress === null) return null;
  const percent = (value: number | null) => (value === null ? '—' : translate('report.percent', { value }));
  const lag = lagOf(report);
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1.5, fontVariantNumeric: 'tabular-nums' }}
    >
      <span>
        {translate('resources.reports.fields.plannedProgress')} {percent(plannedProgress)}
      </span>
      <span>
        {translate('resources.reports.fields.actualProgress')} {percent(actualProgress)}
      </span>
      {lag > 0 ? (
        <Box component="span" sx={{ color: 'error.main', fontWeight: 700 }}>
          {translate('review.lag', { lag })}
        </Box>
      ) : null}
    </Box>
  );
};

/** Who, when, how far, and in their own words. */
const Said = ({ report }: { readonly report: Report }) => {
  const translate = useTranslate();
  const figures = report.figures
    .map(({ name, value, unit }) => `${name} ${value} ${unit}`.trim())
    .join(translate('report.and'));
  const label = (name: string) => translate(`resources.reports.fields.${name}`);
  const labelled = (name: 'delayCause' | 'remedy') =>
    report[name] ? (
      <ClampedText text={translate('report.labelled', { label: label(name), text: report[name] })} lines={2} />
    ) : null;
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center', fontSize: '0.9375rem' }}>
        <UnitField />
        <UserField />
        <DueDate report={report} />
        {report.submittedAt ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {label('submittedAt')} <RocDate value={report.submittedAt} />
          </Box>
        ) : null}
        <Marks report={report} withState={false} />
      </Box>
      {report.stateReason ? (
        <Box sx={{ pl: 1.5, borderLeft: '3px solid', borderColor: 'warning.main', color: 'text.secondary' }}>
          <ClampedText text={translate('review.lastReason', { reason: report.stateReason })} lines={2} />
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, alignItems: 'center' }}>
        <ResultChip result={report.result} />
        <Progress report={report} />
      </Box>
      <ClampedText text={report.narrative || translate('report.nothingWritten')} lines={4} />
      {figures ? <Box sx={{ color: 'text.secondary' }}>{figures}</Box> : null}
      {labelled('delayCause')}
      {labelled('remedy')}
    </Box>
  );
};

/** Everything that a decision usually takes: the step, what was written, the proof. */
export const DecisionRow = (props: Props) => {
  const { report, path, approval, selected, current, busy, failure } = props;
  const translate = useTranslate();
  const row = useRef<HTMLLIElement>(null);
  const step = useStepText()(path);
  useEffect(() => {
    if (current && !row.current?.contains(document.activeElement)) row.current?.focus();
  }, [current]);
  return (
    <Box
      component="li"
      ref={row}
      tabIndex={-1}
      aria-current={current ? 'true' : undefined}
      data-report={report.id}
      onFocus={props.onFocus}
      sx={{
        display: 'grid',
        gridTemplateColumns: '44px minmax(0, 1fr)',
        py: 2,
        pr: { xs: 1.5, sm: 2 },
        scrollMarginTop: 80,
        scrollMarginBottom: 96,
        borderBottom: 1,
        borderColor: 'divider',
        boxShadow: current ? theme => `inset 4px 0 0 ${theme.palette.primary.main}` : 'none',
        bgcolor: selected ? 'action.hover' : 'transparent',
        '&:focus': { outline: 'none' },
        '&:focus-visible': { outline: 'none' },
      }}
    >
      <RecordContextProvider value={report}>
        <Checkbox
          checked={selected}
          onChange={props.onToggle}
          slotProps={{ input: { 'aria-label': translate('review.select', { step }) } }}
          sx={{ alignSelf: 'start', width: 40, height: 40, mt: -0.75 }}
        />
        <Box
          sx={{
            minWidth: 0,
            display: 'grid',
            gap: 1,
            columnGap: 4,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 272px' },
          }}
        >
          <Box sx={{ gridColumn: '1 / -1' }}>
            <PathLine path={path} />
            <Link
              component={RouterLink}
              to={`/reports/${encodeURIComponent(report.id)}/show`}
              sx={{ fontWeight: 600, color: 'text.primary' }}
            >
              {step}
            </Link>
          </Box>
          <Said report={report} />
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0 }}>
            <EvidenceStrip report={report} />
            <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', mt: 'auto' }}>
              <Button
                variant="outlined"
                disabled={busy}
                onClick={props.onReturn}
                aria-label={translate('review.actOn', { verb: translate('verbs.report.return'), step })}
              >
                {translate('verbs.report.return')}
              </Button>
              <Button
                variant="contained"
                disabled={busy}
                onClick={props.onApprove}
                aria-label={translate('review.actOn', { verb: translate(`verbs.report.${approval}`), step })}
              >
                {translate(`verbs.report.${approval}`)}
              </Button>
            </Box>
          </Box>
          {failure ? (
            <Alert severity="error" sx={{ gridColumn: '1 / -1' }}>
              {translate('review.refused', { reason: failure })}
            </Alert>
          ) : null}
        </Box>
      </RecordContextProvider>
    </Box>
  );
};
