import ChaseIcon from '@mui/icons-material/NotificationsActiveOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RecordContextProvider, useNotify, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Report } from '../../sync/model/index.ts';
import { callVerb } from '../data/index.ts';
import { ClampedText, UnitField, UserField } from '../fields/index.ts';
import { Panel } from '../pages/Panel.tsx';
import { DueDate } from '../reports/DueDate.tsx';
import { Marks } from '../reports/Marks.tsx';
import { useStepText } from '../reports/StepPath.tsx';
import { usePaths } from '../reports/use-paths.ts';

/** The inbox below is what the page is for. */
const few = 3;

/** Reminds the sections, round by round. @returns how many were reminded */
async function chase(reports: readonly Report[]): Promise<number> {
  let chased = 0;
  for (const [roundId, some] of Map.groupBy(reports, ({ roundId }) => roundId)) {
    const answer = await callVerb<{ readonly chased: number }>('rounds', roundId, 'chase', {
      reportIds: some.map(({ id }) => id),
    });
    chased += answer.chased;
  }
  return chased;
}

/** What was sent back and has not come up again, with a button to ask for it. */
export const Returned = ({ reports }: { readonly reports: readonly Report[] }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const pathFor = usePaths(reports.map(({ planItemId }) => planItemId));
  const stepText = useStepText();
  const [whole, setWhole] = useState(false);
  if (reports.length === 0) return null;
  const shown = whole ? reports : reports.slice(0, few);
  const remind = async (some: readonly Report[]) => {
    setBusy(true);
    try {
      notify('review.chased', { type: 'success', messageArgs: { smart_count: await chase(some) } });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
    await queries.invalidateQueries();
    setBusy(false);
  };
  return (
    <Panel
      title={translate('report.counted', { title: translate('review.returned'), count: reports.length })}
      aside={
        reports.length > 1 ? (
          <Button size="small" startIcon={<ChaseIcon />} disabled={busy} onClick={() => void remind(reports)}>
            {translate('review.chaseAll')}
          </Button>
        ) : null
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(report => {
          const step = stepText(pathFor(report.planItemId));
          return (
            <Box
              component="li"
              key={report.id}
              sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', py: 1, borderTop: 1, borderColor: 'divider' }}
            >
              <RecordContextProvider value={report}>
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Link
                    component={RouterLink}
                    to={`/reports/${encodeURIComponent(report.id)}/show`}
                    sx={{ color: 'text.primary', fontWeight: 600 }}
                  >
                    {step}
                  </Link>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.9375rem' }}>
                    <UnitField />
                    <UserField />
                    <DueDate report={report} />
                    <Marks report={report} withState={false} />
                  </Box>
                  <Box sx={{ color: 'text.secondary' }}>
                    <ClampedText text={report.stateReason} lines={1} />
                  </Box>
                </Box>
                <Button
                  size="small"
                  startIcon={<ChaseIcon />}
                  disabled={busy}
                  onClick={() => void remind([report])}
                  aria-label={translate('review.chaseNamed', { step })}
                  sx={{ flex: 'none' }}
                >
                  {translate('review.chase')}
                </Button>
              </RecordContextProvider>
            </Box>
          );
        })}
      </Box>
      {reports.length > few ? (
        <Button size="small" aria-expanded={whole} onClick={() => setWhole(!whole)} sx={{ mt: 1 }}>
          {whole ? translate('shell.fold') : translate('review.allReturned', { smart_count: reports.length })}
        </Button>
      ) : null}
    </Panel>
  );
};
