import EmptyIcon from '@mui/icons-material/EventBusyOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useGetList, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { type Form, form as formSchema, type Report, type Round, type Unit } from '../../sync/model/index.ts';
import { request, useSession } from '../data/index.ts';
import { Message, PageSkeleton } from '../layout/index.ts';
import { readAll } from '../plan-tree/read-all.ts';
import { download } from './download.ts';
import { Made } from './Made.tsx';
import { rowsByUnit, sumOf } from './rows-by-unit.ts';
import { bodyOfShape, holdsOf, ownForm, type Shape, ShapeChoice } from './ShapeChoice.tsx';
import { UnitChoice } from './UnitChoice.tsx';

const useRounds = () => {
  const { user } = useSession();
  return useGetList<Round>('rounds', {
    filter: { agencyId: user.agencyId, state_ne: 'draft' },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
};

const useParts = (roundId: string | undefined) => {
  const { user } = useSession();
  const { data: units } = useGetList<Unit>('units', {
    filter: { agencyId: user.agencyId },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: 500 },
  });
  const { data: reports } = useQuery({
    queryKey: ['reports', 'of round', roundId],
    queryFn: () => readAll<Report>('reports', { roundId: roundId ?? '' }),
    enabled: roundId !== undefined,
  });
  const names = new Map(units?.map(unit => [unit.id, unit.name]));
  return {
    parts:
      units && reports
        ? rowsByUnit(
            reports,
            units.map(unit => unit.id),
          )
        : undefined,
    nameOf: (unitId: string) => names.get(unitId) ?? '',
  };
};

const Choice = ({ rounds, onMade }: { readonly rounds: readonly Round[]; readonly onMade: (form: Form) => void }) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('round');
  const round = rounds.find(one => one.id === asked) ?? rounds.find(one => one.state === 'open') ?? rounds[0];
  const [shape, setShape] = useState<Shape>(() => ({ ...ownForm, templateId: search.get('template') }));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { parts, nameOf } = useParts(round?.id);
  const chosen = parts?.filter(part => !leftOut.has(part.unitId)) ?? [];
  const { rows } = sumOf(chosen);
  const make = useMutation({
    mutationFn: async () => {
      const unitIds = chosen.length === parts?.length ? {} : { unitIds: chosen.map(part => part.unitId) };
      const answer = await request('/api/forms', {
        method: 'POST',
        json: { roundId: round?.id, ...unitIds, ...bodyOfShape(shape) },
      });
      return formSchema.parse(answer.json);
    },
    onSuccess: made => {
      void queries.invalidateQueries({ queryKey: ['forms'] });
      download(made);
      onMade(made);
    },
  });
  return (
    <Card sx={{ maxWidth: 760 }}>
      <CardContent>
        <TextField
          select
          label={translate('forms.round')}
          helperText={translate('forms.roundHelp')}
          value={round?.id ?? ''}
          onChange={event => {
            setLeftOut(new Set());
            setSearch(
              before => {
                before.set('round', event.target.value);
                return before;
              },
              { replace: true },
            );
          }}
        >
          {rounds.map(one => (
            <MenuItem key={one.id} value={one.id}>
              {one.title}　{translate(`states.round.${one.state}`)}
            </MenuItem>
          ))}
        </TextField>
        <ShapeChoice shape={shape} planId={round?.planId ?? null} onShape={setShape} />
        <Typography variant="h2" sx={{ mt: 2 }}>
          {translate('forms.units')}
        </Typography>
        <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('forms.unitsHelp')}</Typography>
        {parts ? (
          <UnitChoice parts={parts} nameOf={nameOf} leftOut={leftOut} onLeftOut={setLeftOut} />
        ) : (
          <Skeleton variant="rounded" height={220} />
        )}
        <Typography role="status" sx={{ mt: 2 }}>
          {translate(parts && rows === 0 ? 'forms.nothing' : holdsOf(shape))}
        </Typography>
        {make.error && !make.isPending ? (
          <Alert severity="error" sx={{ mt: 1.5 }}>
            {translate(make.error.message, { _: make.error.message })}
          </Alert>
        ) : null}
        <Button
          variant="contained"
          startIcon={<DownloadIcon />}
          disabled={rows === 0 || make.isPending}
          onClick={() => make.mutate()}
          sx={{ mt: 1.5 }}
        >
          {make.isPending
            ? translate('forms.making')
            : translate(shape.templateId === null ? 'forms.makeAndDownload' : 'forms.makeThrough', { count: rows })}
        </Button>
      </CardContent>
    </Card>
  );
};

/** Choose a round and units, see what the form will hold, make it and have it. */
export const FormCreate = () => {
  const translate = useTranslate();
  const { data: rounds } = useRounds();
  const [made, setMade] = useState<Form | null>(null);
  return (
    <>
      <Title title={translate('forms.makeTitle')} />
      {made ? (
        <Made form={made} onAnother={() => setMade(null)} />
      ) : !rounds ? (
        <PageSkeleton />
      ) : rounds.length === 0 ? (
        <Card>
          <Message
            icon={EmptyIcon}
            title={translate('forms.noRounds')}
            actions={
              <Button component={Link} to="/rounds" variant="contained">
                {translate('forms.toRounds')}
              </Button>
            }
          />
        </Card>
      ) : (
        <Choice rounds={rounds} onMade={setMade} />
      )}
    </>
  );
};

export default FormCreate;
