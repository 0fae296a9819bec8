import ForwardIcon from '@mui/icons-material/EventRepeatOutlined';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type {
  CarriedAssignmentResult,
  CarriedItem,
  Plan,
  PlanItem,
  Unit,
  User,
  CarriedWork as Work,
} from '../../sync/model/index.ts';
import { itemText } from '../assignments/item-text.ts';
import { request, useVerb } from '../data/index.ts';
import { WordsFrame } from './WordsFrame.tsx';

interface Props {
  readonly plan: Plan;
  readonly rows: readonly PlanItem[];
  readonly units: readonly Unit[];
  readonly people: readonly User[];
}

interface LineProps extends Pick<Props, 'rows' | 'units' | 'people'> {
  readonly item: CarriedItem;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

const Line = ({ item, rows, units, people, checked, onToggle }: LineProps) => {
  const translate = useTranslate();
  const comma = translate('planTree.comma');
  const row = rows.find(({ id }) => id === item.planItemId);
  const unitOf = (id: string) => units.find(unit => unit.id === id)?.name ?? '';
  const officerOf = (id: string | null, gone: boolean) =>
    id === null
      ? translate(gone ? 'carry.work.officerGone' : 'plans.condition.withoutOfficer')
      : (people.find(person => person.id === id)?.name ?? '');
  const shares = item.shares.map(share => `${unitOf(share.unitId)} ${officerOf(share.officerId, share.officerGone)}`);
  return (
    <FormControlLabel
      control={<Checkbox checked={checked} disabled={item.shares.length === 0} onChange={onToggle} sx={{ mt: -0.5 }} />}
      label={
        <>
          {row ? itemText(row) : ''}
          <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '0.875rem' }}>
            {shares.join(comma)}
            {item.unitsGone > 0 ? ` ${translate('carry.work.unitsGone', { smart_count: item.unitsGone })}` : ''}
          </Box>
          {item.differs.length > 0 ? (
            <Box
              component="span"
              sx={{ display: 'block', color: 'warning.main', fontSize: '0.875rem', fontWeight: 600 }}
            >
              <WarnIcon aria-hidden sx={{ fontSize: '1rem', verticalAlign: '-0.2em', mr: 0.5 }} />
              {translate('carry.work.differs', {
                fields: item.differs.map(field => translate(`resources.planItems.fields.${field}`)).join(comma),
              })}
            </Box>
          ) : null}
        </>
      }
    />
  );
};

const Offer = ({ plan, work, ...rest }: Props & { readonly work: Work }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const same = work.items.filter(({ differs }) => differs.length === 0);
  const changed = work.items.filter(({ differs }) => differs.length > 0);
  // What changed waits for a look; what did not is ticked already.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const { mutate, isPending } = useVerb<CarriedAssignmentResult>('plans', ({ created }) => {
    setTurned(new Set());
    notify(translate('carry.work.done', { smart_count: created }), { type: 'success' });
  });
  const isChosen = ({ planItemId, differs, shares }: CarriedItem) =>
    shares.length > 0 && (differs.length === 0) !== turned.has(planItemId);
  const turn = (id: string) =>
    setTurned(before => new Set(before.has(id) ? [...before].filter(each => each !== id) : [...before, id]));
  const chosen = work.items.filter(isChosen);
  const shares = chosen.flatMap(item => item.shares);
  const gone = shares.filter(({ officerGone }) => officerGone).length;
  const group = (name: 'same' | 'changed', items: readonly CarriedItem[]) =>
    items.length === 0 ? null : (
      <Accordion disableGutters elevation={0} sx={{ '&::before': { display: 'none' }, bgcolor: 'transparent' }}>
        <AccordionSummary expandIcon={<ExpandIcon />} sx={{ px: 0 }}>
          <Box sx={{ fontWeight: 600 }}>{translate(`carry.work.${name}`, { smart_count: items.length })}</Box>
        </AccordionSummary>
        <AccordionDetails sx={{ p: 0 }}>
          <WordsFrame>
            {items.map(item => (
              <Line
                key={item.planItemId}
                {...rest}
                item={item}
                checked={isChosen(item)}
                onToggle={() => turn(item.planItemId)}
              />
            ))}
          </WordsFrame>
        </AccordionDetails>
      </Accordion>
    );
  return (
    <Card component="section" aria-labelledby="carried-work" sx={{ p: 2, mb: 2 }}>
      <Typography id="carried-work" variant="h2" sx={{ mb: 0.5 }}>
        {translate('carry.work.title', { year: work.previousYear })}
      </Typography>
      <Box sx={{ color: 'text.secondary' }}>{translate('carry.work.text')}</Box>
      {group('same', same)}
      {group('changed', changed)}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 1 }}>
        <Button
          variant="contained"
          startIcon={<ForwardIcon />}
          disabled={isPending || shares.length === 0}
          onClick={() =>
            mutate({ id: plan.id, verb: 'assignCarried', body: { planItemIds: chosen.map(item => item.planItemId) } })
          }
        >
          {translate('carry.work.create', { smart_count: shares.length })}
        </Button>
        {gone > 0 ? (
          <Box sx={{ color: 'warning.main', fontWeight: 600 }}>
            {translate('carry.work.withoutOfficer', { smart_count: gone })}
          </Box>
        ) : null}
      </Box>
    </Card>
  );
};

/** Who had the steps of this plan last year, offered once more; nothing where nothing is carried. */
export const CarriedWork = (props: Props) => {
  const { data } = useQuery({
    queryKey: ['plans', props.plan.id, 'carriedWork'],
    queryFn: async () => (await request(`/api/plans/${props.plan.id}/carriedWork`)).json as Work,
    enabled: props.plan.state !== 'draft',
  });
  return data && data.items.length > 0 ? <Offer {...props} work={data} /> : null;
};
