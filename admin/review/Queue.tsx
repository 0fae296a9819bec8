import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { Report } from '../../sync/model/index.ts';
import { usePaths } from '../reports/use-paths.ts';
import { ConfirmDialog, ReasonDialog } from '../verbs/index.ts';
import { DecisionRow } from './DecisionRow.tsx';
import type { Approval } from './decide.ts';
import { Legend } from './Legend.tsx';
import { useDecisions } from './use-decisions.ts';
import { useKeys } from './use-keys.ts';

const step = 25;

interface Asking {
  readonly what: 'return' | 'approve';
  readonly reports: readonly Report[];
}

interface Props {
  /** What waits for a decision, in the order in which to decide. */
  readonly queue: readonly Report[];
  readonly approval: Approval;
}

/** Reports to decide on, one by one or several at once, by hand or by key. */
export const Queue = ({ queue, approval }: Props) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [count, setCount] = useState(step);
  const [keysOn, setKeysOn] = useStore('review.keys', true);
  const [asking, setAsking] = useState<Asking | null>(null);
  const decisions = useDecisions(queue, approval);
  const { waiting, selected, current, busy } = decisions;
  const shown = waiting.slice(0, count);
  const pathFor = usePaths(shown.map(({ planItemId }) => planItemId));
  const verb = translate(`verbs.report.${approval}`);
  const chosen = shown.filter(({ id }) => selected.includes(id));
  const at = shown.findIndex(({ id }) => id === current);
  const here = shown[at];

  const move = (by: number) => {
    const next = shown[at < 0 ? 0 : at + by];
    if (next) decisions.setCurrent(next.id);
  };
  const withCurrent = (act: (report: Report) => void) => () => {
    if (here && !busy) act(here);
  };
  useKeys(keysOn && waiting.length > 0, {
    next: () => move(1),
    previous: () => move(-1),
    approve: withCurrent(report => void decisions.decide([report], approval)),
    return: withCurrent(report => setAsking({ what: 'return', reports: [report] })),
    select: withCurrent(report => decisions.toggle(report.id)),
    open: withCurrent(report => navigate(`/reports/${encodeURIComponent(report.id)}/show`)),
  });

  return (
    <>
      <Legend approval={approval} on={keysOn} onSwitch={setKeysOn} />
      <Card sx={{ mt: 1, overflow: 'visible' }}>
        <Box
          sx={{
            position: 'sticky',
            top: 56,
            zIndex: 4,
            display: 'flex',
            alignItems: 'center',
            flexWrap: 'wrap',
            gap: 1,
            minHeight: 52,
            px: 0.5,
            pr: { xs: 1.5, sm: 2 },
            py: 0.5,
            bgcolor: 'sunken',
            borderBottom: 1,
            borderColor: 'divider',
            borderRadius: '8px 8px 0 0',
          }}
        >
          <FormControlLabel
            sx={{ ml: 0, mr: 'auto' }}
            control={
              <Checkbox
                checked={shown.length > 0 && chosen.length === shown.length}
                indeterminate={chosen.length > 0 && chosen.length < shown.length}
                onChange={(_, checked) => decisions.select(checked ? shown.map(({ id }) => id) : [])}
              />
            }
            label={
              chosen.length > 0
                ? translate('review.selected', { smart_count: chosen.length })
                : translate('review.selectAll')
            }
          />
          {chosen.length > 0 ? (
            <>
              <Button variant="outlined" disabled={busy} onClick={() => setAsking({ what: 'return', reports: chosen })}>
                {translate('verbs.report.return')}
              </Button>
              <Button
                variant="contained"
                disabled={busy}
                onClick={() => setAsking({ what: 'approve', reports: chosen })}
              >
                {verb}
              </Button>
            </>
          ) : null}
        </Box>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, '& > li:last-child': { borderBottom: 0 } }}>
          {shown.map(report => (
            <DecisionRow
              key={report.id}
              report={report}
              path={pathFor(report.planItemId)}
              approval={approval}
              selected={selected.includes(report.id)}
              current={current === report.id}
              busy={busy}
              failure={decisions.failures[report.id]}
              onToggle={() => decisions.toggle(report.id)}
              onFocus={() => decisions.setCurrent(report.id)}
              onApprove={() => void decisions.decide([report], approval)}
              onReturn={() => setAsking({ what: 'return', reports: [report] })}
            />
          ))}
        </Box>
      </Card>
      {waiting.length > shown.length ? (
        <Button sx={{ mt: 1.5 }} onClick={() => setCount(count + step)}>
          {translate('review.more', { smart_count: Math.min(step, waiting.length - shown.length) })}
        </Button>
      ) : null}
      {asking?.what === 'return' ? (
        <ReasonDialog
          title={
            asking.reports.length === 1
              ? translate('report.reason.returnTitle')
              : translate('report.reason.returnMany', { smart_count: asking.reports.length })
          }
          text={translate('report.reason.returnText')}
          verb={translate('verbs.report.return')}
          busy={busy}
          onClose={() => setAsking(null)}
          onConfirm={reason => {
            setAsking(null);
            void decisions.decide(asking.reports, 'return', reason);
          }}
        />
      ) : null}
      {asking?.what === 'approve' ? (
        <ConfirmDialog
          title={translate('review.confirmTitle', { verb, smart_count: asking.reports.length })}
          verb={verb}
          busy={busy}
          onClose={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            void decisions.decide(asking.reports, approval);
          }}
        >
          {translate('review.confirmText', { verb, smart_count: asking.reports.length })}
        </ConfirmDialog>
      ) : null}
    </>
  );
};
