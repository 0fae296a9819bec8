import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { request } from '../../data/index.ts';
import { Steps } from './Steps.tsx';

/** Where people find the e-mail address that the folder must be shared with. */
const emailIn = (key: string): string => /"client_email"\s*:\s*"([^"]+)"/.exec(key)?.[1] ?? '';

/** A service account: paste or choose its key. @param ready the installation's own */
export const ServiceAccountSteps = ({ ready }: { readonly ready: string | null }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const connect = useMutation({
    mutationFn: (json: object) => request('/api/sheetAccounts', { method: 'POST', json }),
    onSuccess: () => {
      setKey('');
      notify('sheets.accounts.connected', { type: 'success' });
      void queries.invalidateQueries();
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  const email = emailIn(key);
  return (
    <>
      {ready === null ? null : (
        <Alert
          severity="info"
          sx={{ mt: 1.5 }}
          action={
            <Button color="inherit" size="small" disabled={connect.isPending} onClick={() => connect.mutate({})}>
              {translate('sheets.accounts.useReady')}
            </Button>
          }
        >
          {translate('sheets.accounts.ready', { name: ready })}
        </Alert>
      )}
      <Steps words="sheets.accounts.serviceSteps" count={4} />
      <TextField
        label={translate('sheets.accounts.key')}
        helperText={
          email === '' ? translate('sheets.accounts.keyHelp') : translate('sheets.accounts.shareWith', { email })
        }
        value={key}
        onChange={e => setKey(e.target.value)}
        multiline
        minRows={4}
        maxRows={8}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
        <Button component="label" variant="outlined" startIcon={<UploadIcon />}>
          {translate('sheets.accounts.chooseKey')}
          <input
            type="file"
            accept=".json,application/json"
            hidden
            onChange={e => void e.target.files?.[0]?.text().then(setKey)}
          />
        </Button>
        <Button
          variant="contained"
          disabled={key.trim() === '' || connect.isPending}
          onClick={() => connect.mutate({ key })}
        >
          {translate(connect.isPending ? 'sheets.accounts.trying' : 'sheets.accounts.connect')}
        </Button>
      </Box>
    </>
  );
};
