import AssignIcon from '@mui/icons-material/AssignmentIndOutlined';
import RoundIcon from '@mui/icons-material/EventAvailableOutlined';
import OpenIcon from '@mui/icons-material/OpenInNewOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import PageLink from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isPublic, type Plan, planMachine } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { AgencyField, RocDate, StateChip, UserField } from '../fields/index.ts';
import { PlanLinks } from '../plan-beside/index.ts';
import { VerbButtons } from '../verbs/index.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { PublishDialog } from './PublishDialog.tsx';

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

interface WhenProps {
  readonly plan: Plan;
  readonly at: 'approvedAt' | 'publishedAt' | 'closedAt';
  /** The field that names the person. */
  readonly by?: 'approvedBy' | 'publishedBy';
}

/** When something happened to the plan and, in its own agency, who did it. */
const When = ({ plan, at, by }: WhenProps) => {
  const { user } = useSession();
  if (plan[at] === null) return null;
  return (
    <Said name={at}>
      <RocDate value={plan[at]} withTime={false} />
      {by && plan[by] !== null && plan.agencyId === user.agencyId ? (
        <Box component="span" sx={{ ml: 1 }}>
          <UserField source={by} />
        </Box>
      ) : null}
    </Said>
  );
};

/** Where everybody reads the plan, or why there is no such page. */
const PublicPage = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { publicId } = plan;
  if (isPublic(plan.state) && publicId === null) return <Said name="publicPage">{translate('plans.publicNone')}</Said>;
  if (publicId === null) return null;
  return (
    <Said name="publicPage">
      {isPublic(plan.state) ? (
        <PageLink
          href={`/public/plans/${publicId}`}
          target="_blank"
          rel="noopener"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
        >
          {translate('plans.publicPage')}
          <OpenIcon fontSize="inherit" />
        </PageLink>
      ) : (
        translate('plans.publicGone')
      )}
    </Said>
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
          <When plan={plan} at="approvedAt" by="approvedBy" />
          <When plan={plan} at="publishedAt" by="publishedBy" />
          <When plan={plan} at="closedAt" />
          <PublicPage plan={plan} />
        </Box>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <NextButtons plan={plan} />
          <VerbButtons
            resource="plans"
            name="plan"
            machine={planMachine}
            row={plan}
            usual={['approve', 'publish']}
            dialogs={{ approve: ApproveDialog, publish: PublishDialog }}
          />
        </Box>
      </Box>
      {drafts && isPublic(plan.state) && plan.publicId === null ? (
        <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{translate('plans.publicNoneHelp')}</Box>
      ) : null}
      {drafts ? <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{translate(`plans.next.${plan.state}`)}</Box> : null}
      <PlanLinks plan={plan} />
    </Card>
  );
};
