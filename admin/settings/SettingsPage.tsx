import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Title, useCanAccess, useNotify, useTranslate } from 'react-admin';
import { type Settings, settings } from '../../sync/model/index.ts';
import { request, useSession } from '../data/index.ts';
import { History } from '../events/History.tsx';
import { PageSkeleton } from '../layout/index.ts';

const fields = ['warningThreshold', 'behindThreshold', 'dueSoonDays'] as const;
type Field = (typeof fields)[number];
const units: Readonly<Record<Field, string>> = {
  warningThreshold: 'settings.points',
  behindThreshold: 'settings.points',
  dueSoonDays: 'settings.days',
};

type Typed = Readonly<Record<Field, string>>;

const typedOf = (saved: Settings): Typed => ({
  warningThreshold: String(saved.warningThreshold),
  behindThreshold: String(saved.behindThreshold),
  dueSoonDays: String(saved.dueSoonDays),
});

const key = ['settings'];

const Form = ({ saved }: { readonly saved: Settings }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { canAccess } = useCanAccess({ resource: 'settings', action: 'edit' });
  const [typed, setTyped] = useState<Typed>(() => typedOf(saved));
  const next = settings.safeParse({
    version: saved.version,
    ...Object.fromEntries(fields.map(field => [field, typed[field].trim() === '' ? Number.NaN : Number(typed[field])])),
  });
  const wrong = new Set(next.success ? [] : next.error.issues.map(issue => issue.path[0]));
  const disordered = next.success && next.data.warningThreshold > next.data.behindThreshold;
  const save = useMutation({
    mutationFn: async (body: Settings) =>
      settings.parse((await request('/api/settings', { method: 'PATCH', json: body })).json),
    onSuccess: stored => {
      queries.setQueryData(key, stored);
      void queries.invalidateQueries({ queryKey: ['events'] });
      notify('settings.saved', { type: 'success' });
    },
    onError: (error: Error) => {
      notify(error.message, { type: 'error' });
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.success && !disordered) save.mutate(next.data);
  };
  return (
    <form onSubmit={submit}>
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 460 }}>
        {fields.map(field => (
          <TextField
            key={field}
            label={translate(`resources.settings.fields.${field}`)}
            value={typed[field]}
            onChange={event => setTyped({ ...typed, [field]: event.target.value })}
            error={wrong.has(field)}
            helperText={translate(wrong.has(field) ? 'settings.range' : `settings.help.${field}`, {
              max: field === 'dueSoonDays' ? 90 : 100,
            })}
            disabled={!canAccess}
            slotProps={{
              htmlInput: { inputMode: 'numeric' },
              input: { endAdornment: <InputAdornment position="end">{translate(units[field])}</InputAdornment> },
            }}
          />
        ))}
      </Box>
      {disordered ? (
        <Alert severity="warning" sx={{ mt: 1, maxWidth: 460 }}>
          {translate('settings.disordered')}
        </Alert>
      ) : null}
      {canAccess ? (
        <Button
          type="submit"
          variant="contained"
          sx={{ mt: 2 }}
          disabled={save.isPending || !next.success || disordered}
        >
          {translate('ra.action.save')}
        </Button>
      ) : null}
    </form>
  );
};

export const SettingsPage = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => settings.parse((await request('/api/settings')).json),
  });
  return (
    <>
      <Title title={translate('resources.settings.name', { smart_count: 2 })} />
      {error ? (
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('shell.tryAgain')}</Button>}>
          {translate(error.message, { _: error.message })}
        </Alert>
      ) : null}
      {data ? (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' },
            mt: 1,
          }}
        >
          <Card>
            <CardContent>
              <Form key={data.version} saved={data} />
            </CardContent>
          </Card>
          <History resource="settings" id={user.agencyId} />
        </Box>
      ) : error ? null : (
        <PageSkeleton />
      )}
    </>
  );
};

export default SettingsPage;
