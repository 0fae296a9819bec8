import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { lazy, type ReactNode, Suspense } from 'react';
import { EditButton, ListButton, Show, TopToolbar, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Plan } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { History } from '../events/History.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { besideHeading } from '../pages/beside-heading.ts';
import { useShowFailing } from '../pages/ReadFailed.tsx';
import { FileMenu } from './FileMenu.tsx';
import { PlanBoard } from './PlanBoard.tsx';
import { PlanHead } from './PlanHead.tsx';
import { PlanRounds } from './PlanRounds.tsx';

const Sections = lazy(() => import('./sections/index.ts'));

const parts: Readonly<Record<string, (plan: Plan) => ReactNode>> = {
  tree: plan => <PlanBoard plan={plan} />,
  sections: plan => (
    <Suspense fallback={<PageSkeleton />}>
      <Sections plan={plan} />
    </Suspense>
  ),
  rounds: plan => <PlanRounds plan={plan} />,
  history: plan => <History resource="plans" id={plan.id} />,
};

const Title = () => <>{useRecordContext<Plan>()?.title}</>;

const Tools = () => {
  const plan = useRecordContext<Plan>();
  const { user } = useSession();
  const { canAccess } = useCanAccess({ resource: 'plans', action: 'edit' });
  return (
    <TopToolbar className="no-print" sx={besideHeading}>
      <ListButton />
      {plan ? <FileMenu plan={plan} /> : null}
      {canAccess && plan && plan.state !== 'closed' && plan.agencyId === user.agencyId ? <EditButton /> : null}
    </TopToolbar>
  );
};

const Parts = () => {
  const translate = useTranslate();
  const plan = useRecordContext<Plan>();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab') ?? 'tree';
  const part = parts[asked] ? asked : 'tree';
  if (!plan) return null;
  const open = (next: string) =>
    setSearch(
      before => {
        const params = new URLSearchParams(before);
        if (next === 'tree') params.delete('tab');
        else params.set('tab', next);
        return params;
      },
      { replace: true },
    );
  return (
    <>
      <PlanHead plan={plan} />
      <Tabs
        className="no-print"
        value={part}
        onChange={(_, next: string) => open(next)}
        variant="scrollable"
        scrollButtons={false}
        aria-label={translate('plans.tab.label')}
        sx={{ mb: 1.5, minHeight: 40 }}
      >
        {Object.keys(parts).map(name => (
          <Tab
            key={name}
            value={name}
            id={`plan-tab-${name}`}
            aria-controls={`plan-part-${name}`}
            label={translate(`plans.tab.${name}`)}
            sx={{ minHeight: 40, py: 0.5 }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`plan-part-${part}`} aria-labelledby={`plan-tab-${part}`}>
        {parts[part]!(plan)}
      </Box>
    </>
  );
};

export const PlanShow = () => (
  <Show component="div" actions={<Tools />} title={<Title />} {...useShowFailing()}>
    <Parts />
  </Show>
);

export default PlanShow;
