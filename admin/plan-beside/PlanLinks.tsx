import ForwardIcon from '@mui/icons-material/EventRepeatOutlined';
import CrosswalkIcon from '@mui/icons-material/HubOutlined';
import CompareIcon from '@mui/icons-material/VerticalSplitOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Plan } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';

/** What can be done with a plan and another one: laid side by side, linked, made into next year's. */
export const PlanLinks = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const carries = plan.state !== 'draft' && plan.agencyId === user.agencyId && mayUse(user.role, 'plans', 'create');
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, ml: -1, mt: 0.5 }}>
      <Button size="small" component={Link} to={`/plans/${plan.id}/compare`} startIcon={<CompareIcon />}>
        {translate('planDiff.open')}
      </Button>
      <Button size="small" component={Link} to={`/plans/${plan.id}/crosswalk`} startIcon={<CrosswalkIcon />}>
        {translate('crosswalk.open')}
      </Button>
      {carries ? (
        <Button size="small" component={Link} to={`/plans/${plan.id}/carry`} startIcon={<ForwardIcon />}>
          {translate('carry.open')}
        </Button>
      ) : null}
    </Box>
  );
};
