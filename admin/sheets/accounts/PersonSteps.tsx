import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type SheetGrant, sheetGrant, sheetGrantStanding } from '../../../sync/model/index.ts';
import { callVerb, request } from '../../data/index.ts';
import { Steps } from './Steps.tsx';

/** The code to be typed at Google; looks now and then whether that was done. */
const Device = ({ grant, onEnd }: { readonly grant: SheetGrant; readonly onEnd: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['sheetGrants', grant.id],
    queryFn: async () => sheetGrantStanding.parse(await callVerb('sheetGrants', grant.id, 'look')),
    refetchInterval: grant.interval * 1000,
    retry: false,
  });
  const state = data?.state ?? 'pending';
  useEffect(() => {
    if (state === 'pending') return;
    notify(`sheets.accounts.grant.${state}`, { type: state === 'granted' ? 'success' : 'warning' });
    void queries.invalidateQueries({ queryKey: ['sheetAccounts'] });
    onEnd();
  }, [state, notify, queries, onEnd]);
  return (
    <Alert severity="info" sx={{ mt: 2 }}>
      {translate('sheets.accounts.typeCode')}{' '}
      <Link href={grant.url} target="_blank" rel="noopener noreferrer">
        {grant.url}
      </Link>
      <Typography component="p" sx={{ fontSize: '1.5rem', letterSpacing: '0.1em', fontWeight: 700, my: 1 }}>
        {grant.userCode}
      </Typography>
      <span role="status">{translate('sheets.accounts.waitingForGrant')}</span>
    </Alert>
  );
};

interface Props {
  readonly flow: 'browser' | 'device';
  readonly hasClient: boolean;
  readonly redirectUrl: string;
}

/** A person's own account, granted in this browser or on any device. */
export const PersonSteps = ({ flow, hasClient, redirectUrl }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [client, setClient] = useState('');
  const [grant, setGrant] = useState<SheetGrant | null>(null);
  const begin = useMutation({
    mutationFn: async () => {
      const json = { flow, ...(client.trim() === '' ? {} : { client }) };
      return sheetGrant.parse((await request('/api/sheetGrants', { method: 'POST', json })).json);
    },
    onSuccess: begun => {
      if (begun.flow === 'browser') window.location.assign(begun.url);
      else setGrant(begun);
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  return (
    <>
      <Steps words={`sheets.accounts.${flow}Steps`} count={3} values={{ redirectUrl }} />
      <TextField
        label={translate('sheets.accounts.client')}
        helperText={translate(hasClient ? 'sheets.accounts.clientReady' : 'sheets.accounts.clientHelp')}
        value={client}
        onChange={e => setClient(e.target.value)}
        multiline
        minRows={3}
        maxRows={6}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
      <Box sx={{ mt: 1 }}>
        <Button
          variant="contained"
          disabled={begin.isPending || grant !== null || (!hasClient && client.trim() === '')}
          onClick={() => begin.mutate()}
        >
          {translate(`sheets.accounts.begin.${flow}`)}
        </Button>
      </Box>
      {grant ? <Device grant={grant} onEnd={() => setGrant(null)} /> : null}
    </>
  );
};
