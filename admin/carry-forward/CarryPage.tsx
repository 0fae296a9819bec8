import ForwardIcon from '@mui/icons-material/EventRepeatOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useMemo, useState } from 'react';
import { Title, useGetOne, useNotify, useRedirect, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { Plan, PlanItem } from '../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';
import { AccessDenied } from '../layout/index.ts';
import { Message } from '../layout/Message.tsx';
import { Panel } from '../pages/Panel.tsx';
import { Busy } from '../plan-beside/index.ts';
import { Words } from '../plan-diff/Words.tsx';
import { printedLabel } from '../plan-tree/outline/index.ts';
import { NewPlanFields, rocYearFrom } from '../plans/NewPlanFields.tsx';
import { usePlanItems } from '../plans/use-plan-tree.ts';
import { WordsFrame } from './WordsFrame.tsx';
import { nextTitle, sectionLines, yearLines } from './year-lines.ts';

interface Props {
  readonly plan: Plan;
  readonly rows: readonly PlanItem[];
}

const Form = ({ plan, rows }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const [year, setYear] = useState(String(plan.year + 1));
  const [title, setTitle] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sectionsLeft, setSectionsLeft] = useState(false);
  const to = rocYearFrom(year);
  const lines = useMemo(() => (to === null ? [] : yearLines(rows, plan.year, to)), [rows, plan.year, to]);
  const sections = useMemo(() => (to === null ? [] : sectionLines(plan.sections, plan.year, to)), [plan, to]);
  const { mutate, isPending } = useVerb<Plan>('plans', next => {
    notify(translate('carry.done', { title: next.title }), { type: 'success' });
    redirect('show', 'plans', next.id);
  });
  const shownTitle = title ?? (to === null ? plan.title : nextTitle(plan, to));
  const ready = to !== null && shownTitle.trim() !== '';
  const chosen = lines.filter(({ id }) => !left.has(id));
  const toggle = (id: string) =>
    setLeft(before => new Set(before.has(id) ? [...before].filter(each => each !== id) : [...before, id]));
  const create = () =>
    mutate({
      id: plan.id,
      verb: 'carryForward',
      body: {
        year: to,
        title: shownTitle.trim(),
        yearIn: chosen.map(({ id }) => id),
        yearInSections: sections.length > 0 && !sectionsLeft,
      },
    });
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 960 }}>
      <Panel title={translate('carry.what')}>
        <Box sx={{ mb: 1.5 }}>{translate('carry.text', { count: rows.length, year: plan.year })}</Box>
        <NewPlanFields year={year} onYear={setYear} title={shownTitle} onTitle={setTitle} proposed />
      </Panel>
      <Panel
        title={translate('carry.years')}
        aside={
          lines.length === 0 ? null : (
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <span role="status">{translate('carry.chosen', { chosen: chosen.length, all: lines.length })}</span>
              <Button size="small" onClick={() => setLeft(new Set())}>
                {translate('carry.all')}
              </Button>
              <Button size="small" onClick={() => setLeft(new Set(lines.map(({ id }) => id)))}>
                {translate('carry.none')}
              </Button>
            </Box>
          )
        }
      >
        <Box sx={{ color: 'text.secondary', mb: 1 }}>
          {translate(lines.length + sections.length > 0 ? 'carry.yearsText' : 'carry.noYears')}
        </Box>
        <WordsFrame>
          {lines.map(({ id, label, words }) => (
            <FormControlLabel
              key={id}
              control={<Checkbox checked={!left.has(id)} onChange={() => toggle(id)} sx={{ mt: -0.5 }} />}
              label={
                <>
                  {label === null ? null : <span className="words-label">{printedLabel(label)} </span>}
                  <Words words={words} />
                </>
              }
            />
          ))}
          {sections.length > 0 ? (
            <FormControlLabel
              control={
                <Checkbox checked={!sectionsLeft} onChange={() => setSectionsLeft(!sectionsLeft)} sx={{ mt: -0.5 }} />
              }
              label={
                <>
                  <strong>{translate('carry.sections', { smart_count: sections.length })}</strong>
                  {sections.map(({ at, words }) => (
                    <span className="words-passage" key={at}>
                      <Words words={words} />
                    </span>
                  ))}
                </>
              }
            />
          ) : null}
        </WordsFrame>
      </Panel>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          size="large"
          startIcon={<ForwardIcon />}
          disabled={!ready || isPending}
          onClick={create}
        >
          {translate('carry.create')}
        </Button>
        <Button component={Link} to={`/plans/${plan.id}/show`}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  );
};

/** Next year's draft of a plan: what it will be called, and in which texts the year moves along. */
export const CarryPage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { user } = useSession();
  const { data: plan, error } = useGetOne<Plan>('plans', { id });
  const rows = usePlanItems(id);
  if (!mayUse(user.role, 'plans', 'create') || (plan && plan.agencyId !== user.agencyId)) return <AccessDenied />;
  return (
    <>
      <Title title={translate('carry.title')} />
      {!plan || !rows.data ? (
        <Busy error={(error as Error | null) ?? rows.error} />
      ) : plan.state === 'draft' ? (
        <Message
          icon={ForwardIcon}
          title={translate('carry.draft')}
          actions={
            <Button component={Link} to={`/plans/${plan.id}/show`} variant="contained">
              {translate('planDiff.toPlan')}
            </Button>
          }
        >
          <p>{translate('carry.draftText')}</p>
        </Message>
      ) : (
        <Form plan={plan} rows={rows.data} />
      )}
    </>
  );
};

export default CarryPage;
