import AssignIcon from '@mui/icons-material/AssignmentIndOutlined';
import RoundIcon from '@mui/icons-material/EventAvailableOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type Plan, planMachine } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { AgencyField, RocDate, StateChip } from '../fields/index.ts';
import { VerbButtons } from '../verbs/index.ts';
import { ApproveDialog } from './ApproveDialog.tsx';

const Said = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {translate(`resources.plans.fields.${name}`)}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  );
};

const NextButtons = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const tracking = plan.state === 'approved' || plan.state === 'published';
  if (!tracking || plan.agencyId !== user.agencyId) return null;
  return (
    <>
      {mayUse(user.role, 'assignments', 'create') ? (
        <Button
          component={Link}
          to={`/assignments/bulk?planId=${plan.id}`}
          variant="outlined"
          startIcon={<AssignIcon />}
        >
          {translate('plans.assign')}
        </Button>
      ) : null}
      {mayUse(user.role, 'rounds', 'create') ? (
        <Button
          component={Link}
          to={`/rounds/create?source=${encodeURIComponent(JSON.stringify({ planId: plan.id }))}`}
          variant="outlined"
          startIcon={<RoundIcon />}
        >
          {translate('plans.newRound')}
        </Button>
      ) : null}
    </>
  );
};

/** What a plan is and how far it has come, and what can be done next. */
export const PlanHead = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { isBureau, user } = useSession();
  const drafts = mayUse(user.role, 'plans', 'update') && plan.agencyId === user.agencyId;
  return (
    <Card sx={{ px: 2, py: 1.5, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between' }}>
        <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
          <Said name="state">
            <StateChip machine="plan" state={plan.state} />
          </Said>
          <Said name="year">{translate('plans.yearOf', { year: plan.year })}</Said>
          {isBureau ? (
            <Said name="agencyId">
              <AgencyField />
            </Said>
          ) : null}
          {plan.documentNumber ? <Said name="documentNumber">{plan.documentNumber}</Said> : null}
          {plan.documentDate ? (
            <Said name="documentDate">
              <RocDate value={plan.documentDate} style="long" />
            </Said>
          ) : null}
          {plan.publishedAt ? (
            <Said name="publishedAt">
              <RocDate value={plan.publishedAt} withTime={false} />
            </Said>
          ) : null}
        </Box>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <NextButtons plan={plan} />
          <VerbButtons
            resource="plans"
            name="plan"
            machine={planMachine}
            row={plan}
            usual={['approve', 'publish']}
            dialogs={{ approve: ApproveDialog }}
          />
        </Box>
      </Box>
      {drafts ? <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{translate(`plans.next.${plan.state}`)}</Box> : null}
    </Card>
  );
};
