import SkeletonIcon from '@mui/icons-material/AccountTreeOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { Title, useNotify, useRedirect, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Plan, SkeletonItem } from '../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';
import { AccessDenied } from '../layout/index.ts';
import { Panel } from '../pages/Panel.tsx';
import { Busy } from '../plan-beside/index.ts';
import { NewPlanFields, rocYearFrom } from '../plans/NewPlanFields.tsx';
import { thisRocYear } from '../plans/PlanInputs.tsx';
import { useSkeleton, useSkeletonName } from './use-skeleton.ts';

const Form = ({ items }: { readonly items: readonly SkeletonItem[] }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const name = useSkeletonName();
  const [year, setYear] = useState(String(thisRocYear()));
  const [title, setTitle] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { mutate, isPending } = useVerb<Plan>('plans', plan => {
    notify(translate('skeleton.done', { title: plan.title }), { type: 'success' });
    redirect('show', 'plans', plan.id);
  });
  const givenYear = rocYearFrom(year);
  const chosen = items.flatMap(item => item.keyPoints).filter(({ key }) => !left.has(key));
  const leave = (keys: readonly string[], out: boolean) =>
    setLeft(before => new Set(out ? [...before, ...keys] : [...before].filter(key => !keys.includes(key))));
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 960 }}>
      <Panel title={translate('skeleton.plan')}>
        <NewPlanFields year={year} onYear={setYear} title={title} onTitle={setTitle} />
      </Panel>
      <Panel
        title={translate('skeleton.parts')}
        aside={<span role="status">{translate('skeleton.chosen', { smart_count: chosen.length })}</span>}
      >
        <Box sx={{ color: 'text.secondary', mb: 1 }}>{translate('skeleton.partsText')}</Box>
        {items.map(item => {
          const keys = item.keyPoints.map(({ key }) => key);
          const out = keys.filter(key => left.has(key)).length;
          return (
            <Box
              key={item.key}
              component="fieldset"
              sx={{ border: 0, borderTop: 1, borderColor: 'divider', m: 0, p: 0, pt: 0.5, pb: 1 }}
            >
              <FormControlLabel
                sx={{ '& .MuiFormControlLabel-label': { fontWeight: 700 } }}
                control={
                  <Checkbox
                    checked={out === 0}
                    indeterminate={out > 0 && out < keys.length}
                    onChange={() => leave(keys, out === 0)}
                  />
                }
                label={name(item)}
              />
              <Box sx={{ display: 'grid', pl: { xs: 2, sm: 4 } }}>
                {item.keyPoints.map(point => (
                  <FormControlLabel
                    key={point.key}
                    sx={{ alignItems: 'flex-start' }}
                    control={
                      <Checkbox
                        size="small"
                        checked={!left.has(point.key)}
                        onChange={() => leave([point.key], !left.has(point.key))}
                        sx={{ mt: -0.7 }}
                      />
                    }
                    label={name(point)}
                  />
                ))}
              </Box>
            </Box>
          );
        })}
      </Panel>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          size="large"
          startIcon={<SkeletonIcon />}
          disabled={givenYear === null || title.trim() === '' || chosen.length === 0 || isPending}
          onClick={() =>
            mutate({
              id: null,
              verb: 'fromSkeleton',
              body: { year: givenYear, title: title.trim(), keys: chosen.map(({ key }) => key) },
            })
          }
        >
          {translate('skeleton.create')}
        </Button>
        <Button component={Link} to="/plans">
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  );
};

/** A new plan from what the plans of agencies have in common. */
export const SkeletonPage = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const { data, error } = useSkeleton();
  if (!mayUse(user.role, 'plans', 'create')) return <AccessDenied />;
  return (
    <>
      <Title title={translate('skeleton.title')} />
      {data ? <Form items={data} /> : <Busy error={error} />}
    </>
  );
};

export default SkeletonPage;
