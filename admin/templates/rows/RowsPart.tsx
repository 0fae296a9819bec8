import EmptyIcon from '@mui/icons-material/DescriptionOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useGetList, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Plan, TemplateDetail } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { Message, PageSkeleton } from '../../layout/index.ts';
import { Mapping } from './Mapping.tsx';
import { useTemplateRows } from './use-mapping.ts';
import { useSteps } from './use-steps.ts';

const Chosen = ({ template, planId }: { readonly template: TemplateDetail; readonly planId: string }) => {
  const translate = useTranslate();
  const { data: given, error, refetch } = useTemplateRows(template.id, planId);
  const { data: steps } = useSteps(planId);
  if (error && !given)
    return (
      <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('shell.tryAgain')}</Button>}>
        {translate(error.message, { _: error.message })}
      </Alert>
    );
  if (!given || !steps) return <PageSkeleton />;
  return <Mapping key={planId} template={template} given={given} steps={steps} />;
};

/** Which steps of a plan the rows of the template stand for. */
export const RowsPart = ({ template }: { readonly template: TemplateDetail }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const { data: plans } = useGetList<Plan>('plans', {
    filter: { agencyId: user.agencyId },
    sort: { field: 'year', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  if (!plans) return <PageSkeleton />;
  const asked = search.get('plan');
  const plan = plans.find(one => one.id === asked) ?? plans.find(one => one.state === 'published') ?? plans[0] ?? null;
  if (!plan)
    return (
      <Card>
        <Message
          icon={EmptyIcon}
          title={translate('templates.rows.noPlans')}
          actions={
            <Button component={Link} to="/plans" variant="contained">
              {translate('templates.rows.toPlans')}
            </Button>
          }
        />
      </Card>
    );
  return (
    <>
      <TextField
        select
        label={translate('templates.rows.plan')}
        helperText={translate('templates.rows.planHelp')}
        value={plan.id}
        onChange={event =>
          setSearch(
            before => {
              before.set('plan', event.target.value);
              return before;
            },
            { replace: true },
          )
        }
        sx={{ maxWidth: 560, mb: 1.5 }}
      >
        {plans.map(one => (
          <MenuItem key={one.id} value={one.id}>
            {one.title}　{translate(`states.plan.${one.state}`)}
          </MenuItem>
        ))}
      </TextField>
      <Chosen template={template} planId={plan.id} />
    </>
  );
};
