import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { Title, useGetList, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { BulkAssignmentResult, Plan, PlanItem } from '../../../sync/model/index.ts';
import { CarriedWork } from '../../carry-forward/CarriedWork.tsx';
import { callVerb, mayUse, useSession, useVerb } from '../../data/index.ts';
import { AccessDenied } from '../../layout/index.ts';
import { Message } from '../../layout/Message.tsx';
import { PageSkeleton } from '../../layout/PageSkeleton.tsx';
import { MeaningsProvider, meaningsAmong, useBoxWords, useUnitsOf } from '../../plan-tree/index.ts';
import { TrackingProvider, useTrackingOf } from '../../plans/tracking.tsx';
import { usePlanItems } from '../../plans/use-plan-tree.ts';
import { usePeople } from '../PersonBox.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { RowsStep } from './RowsStep.tsx';
import { TargetStep } from './TargetStep.tsx';
import { bodyOf, lacking, noWish, type Wish } from './wish.ts';

const mostPlans = 200;

const Done = ({
  plan,
  result,
  onAgain,
}: {
  readonly plan: Plan;
  readonly result: BulkAssignmentResult;
  readonly onAgain: () => void;
}) => {
  const translate = useTranslate();
  const list = `/assignments?filter=${encodeURIComponent(JSON.stringify({ planId: plan.id }))}`;
  return (
    <Card>
      <Message
        icon={DoneIcon}
        role="status"
        title={translate('bulkAssignment.done')}
        actions={
          <>
            <Button variant="contained" component={Link} to={list}>
              {translate('bulkAssignment.toList')}
            </Button>
            <Button variant="outlined" component={Link} to={`/plans/${plan.id}/show`}>
              {translate('bulkAssignment.toPlan')}
            </Button>
            <Button onClick={onAgain}>{translate('bulkAssignment.again')}</Button>
          </>
        }
      >
        <p>
          {translate('bulkAssignment.doneText', { created: result.create.length, existing: result.existing.length })}
        </p>
      </Message>
    </Card>
  );
};

interface ChooserProps {
  readonly plan: Plan;
  readonly rows: readonly PlanItem[];
}

const Chooser = ({ plan, rows }: ChooserProps) => {
  const [wish, setWish] = useState<Wish>(noWish);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [result, setResult] = useState<BulkAssignmentResult | null>(null);
  const { units } = useUnitsOf(plan.agencyId);
  const people = usePeople({ agencyId: plan.agencyId, disabled: false });
  const meanings = useMemo(() => meaningsAmong(units), [units]);
  const tracking = useTrackingOf(plan);
  const asked = useDeferredValue(wish);
  const lacks = lacking(asked);
  const preview = useQuery({
    queryKey: ['assignments', 'preview', plan.id, bodyOf(plan.id, asked)],
    queryFn: () => callVerb<BulkAssignmentResult>('assignments', null, 'preview', bodyOf(plan.id, asked)),
    enabled: lacks === null && result === null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { mutate, isPending } = useVerb<BulkAssignmentResult>('assignments', setResult);
  const change = (part: Partial<Wish>) => setWish(before => ({ ...before, ...part }));
  const look = (id: string) => {
    setActiveId(id);
    document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  if (result)
    return (
      <Done
        plan={plan}
        result={result}
        onAgain={() => {
          setWish(noWish);
          setResult(null);
        }}
      />
    );
  return (
    <MeaningsProvider value={meanings}>
      <TrackingProvider value={tracking}>
        <CarriedWork plan={plan} rows={rows} units={units} people={people} />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' },
          }}
        >
          <RowsStep
            rows={rows}
            units={units}
            title={plan.title}
            chosen={wish.rows}
            onChoose={chosen => change({ rows: chosen })}
            activeId={activeId}
            onActivate={setActiveId}
          />
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              position: { lg: 'sticky' },
              top: 72,
              maxHeight: { lg: 'calc(100dvh - 88px)' },
              overflowY: { lg: 'auto' },
            }}
          >
            <TargetStep wish={wish} units={units} onWish={change} />
            <PreviewStep
              result={lacks === null ? preview.data : undefined}
              lacking={lacks}
              failed={preview.error?.message ?? null}
              rows={rows}
              units={units}
              people={people}
              wish={wish}
              onWish={change}
              onLook={look}
              busy={isPending}
              onCreate={() => mutate({ id: null, verb: 'bulk', body: bodyOf(plan.id, wish) })}
            />
          </Box>
        </Box>
      </TrackingProvider>
    </MeaningsProvider>
  );
};

const Rows = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { data: rows, error } = usePlanItems(plan.id);
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>;
  return rows ? <Chooser key={plan.id} plan={plan} rows={rows} /> : <PageSkeleton />;
};

/** Bulk assignment: choose rows of a plan, choose units and officers, see the fan-out, create. */
export const BulkPage = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const words = useBoxWords();
  const [search, setSearch] = useSearchParams();
  const { data: plans = [] } = useGetList<Plan>('plans', {
    filter: { agencyId: user.agencyId, state_ne: 'closed' },
    sort: { field: 'year', order: 'DESC' },
    pagination: { page: 1, perPage: mostPlans },
  });
  if (!mayUse(user.role, 'assignments', 'create')) return <AccessDenied />;
  const plan = plans.find(one => one.id === search.get('planId'));
  return (
    <>
      <Title title={translate('bulkAssignment.title')} />
      <Autocomplete
        {...words}
        options={plans}
        value={plan ?? null}
        getOptionLabel={one => one.title}
        getOptionKey={one => one.id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        onChange={(_, chosen) => setSearch(chosen ? { planId: chosen.id } : {}, { replace: true })}
        renderInput={params => <TextField {...params} label={translate('bulkAssignment.choosePlan')} />}
        sx={{ maxWidth: 640, mb: 1.5 }}
      />
      {plan ? <Rows plan={plan} /> : <Box sx={{ color: 'text.secondary' }}>{translate('bulkAssignment.noPlan')}</Box>}
    </>
  );
};

export default BulkPage;
