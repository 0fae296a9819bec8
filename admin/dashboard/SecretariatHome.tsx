import BellIcon from '@mui/icons-material/NotificationsActiveOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Dashboard, Report } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { ClampedText } from '../fields/index.ts';
import { Panel } from '../pages/Panel.tsx';
import { ChaseDialog } from './chase/ChaseDialog.tsx';
import type { Chase } from './chase/chased.ts';
import { HeatMap } from './heat/HeatMap.tsx';
import { reportsAt } from './links.ts';
import { Completion } from './parts/Completion.tsx';
import { Deadlines } from './parts/Deadlines.tsx';
import { Lights } from './parts/Lights.tsx';
import { ReportRows } from './parts/ReportRows.tsx';
import { RoundChooser } from './parts/RoundChooser.tsx';
import { States } from './parts/States.tsx';
import { Waiting } from './parts/Waiting.tsx';
import { Standing } from './Standing.tsx';
import type { RoundChoice } from './use-round-choice.ts';

const listed = 8;

const columns = (least: number) => ({
  display: 'grid',
  gap: 2,
  mb: 2,
  alignItems: 'stretch',
  gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${least}px), 1fr))`,
});

const Returned = ({ reports }: { readonly reports: readonly Report[] }) => (
  <ReportRows
    reports={reports}
    note={report => (report.stateReason ? <ClampedText text={report.stateReason} lines={2} /> : null)}
  />
);

interface PageProps {
  readonly data: Dashboard;
  readonly choice: RoundChoice;
}

const Page = ({ data, choice }: PageProps) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [chase, setChase] = useState<Chase | null>(null);
  const { round } = choice;
  const roundId = round?.id;
  const { totals } = data;
  const unfinished = totals.pending + totals.drafting + totals.returned;
  const mayChase = round?.state === 'open' && mayUse(user.role, 'rounds', 'chase');
  const more = (to: string, count: number) =>
    count > listed ? (
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
        <Link component={RouterLink} to={to}>
          {translate('dashboard.all', { count })}
        </Link>
      </Box>
    ) : null;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 2, mt: 1.5 }}>
        <RoundChooser {...choice} />
        {mayChase && unfinished > 0 ? (
          <Button
            variant="contained"
            startIcon={<BellIcon />}
            onClick={() => setChase({ kind: 'unfinished' })}
            sx={{ ml: { sm: 'auto' } }}
          >
            {translate('dashboard.chase.unfinished', { count: unfinished })}
          </Button>
        ) : null}
      </Box>
      <Waiting totals={totals} roundId={roundId} />
      <Box sx={columns(280)}>
        <Completion totals={totals} />
        <Lights lights={data.lights} />
        <States totals={totals} roundId={roundId} />
        <Deadlines deadlines={data.deadlines} />
      </Box>
      <Box sx={{ mb: 2 }}>
        <Panel title={translate('dashboard.heat.title')}>
          <HeatMap data={data} roundId={roundId} />
        </Panel>
      </Box>
      <Box sx={{ ...columns(440), alignItems: 'start' }}>
        <Panel
          title={translate('dashboard.overdue', { count: totals.overdue })}
          aside={
            mayChase && totals.overdue > 0 ? (
              <Button startIcon={<BellIcon />} variant="outlined" onClick={() => setChase({ kind: 'overdue' })}>
                {translate('dashboard.chase.overdue', { count: totals.overdue })}
              </Button>
            ) : null
          }
        >
          {totals.overdue === 0 ? translate('dashboard.noOverdue') : null}
          <ReportRows
            reports={data.overdue.slice(0, listed)}
            action={report =>
              mayChase ? (
                <Button size="small" onClick={() => setChase({ kind: 'one', report })}>
                  {translate('dashboard.chase.one')}
                </Button>
              ) : null
            }
          />
          {more(reportsAt({ roundId, overdue: true }), totals.overdue)}
        </Panel>
        <Panel title={translate('dashboard.returned', { count: totals.returned })}>
          {totals.returned === 0 ? translate('dashboard.noReturned') : null}
          <Returned reports={data.returned.slice(0, listed)} />
          {more(reportsAt({ roundId, state: 'returned' }), totals.returned)}
        </Panel>
      </Box>
      {chase && round ? <ChaseDialog round={round} chase={chase} onClose={() => setChase(null)} /> : null}
    </>
  );
};

/** The secretariat's first page: how the round stands, what waits for them, who is late, and the way to remind them. */
export const SecretariatHome = () => (
  <Standing title="dashboard.title">{(data, choice) => <Page data={data} choice={choice} />}</Standing>
);

export default SecretariatHome;
