import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useGetList, useNotify, useTranslate } from 'react-admin';
import { type Agency, inGroups, type TrustedKey } from '../../../sync/model/index.ts';
import { request, useSession } from '../../data/index.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { type GivenKey, givenKey } from './key-file.ts';

/** Takes another agency's key file, has its fingerprint compared, and says which agency here it is. */
export const TrustDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const heading = useId();
  const input = useRef<HTMLInputElement>(null);
  const { user } = useSession();
  const [given, setGiven] = useState<GivenKey | 'wrong' | null>(null);
  const [compared, setCompared] = useState(false);
  const [agencyId, setAgencyId] = useState('');
  const { data: agencies = [] } = useGetList<Agency>('agencies', {
    filter: { id_ne: user.agencyId, disabled: false },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 1000 },
  });
  const key = given === 'wrong' ? null : given;
  const likely = agencies.find(({ name }) => name === key?.name)?.id ?? '';
  const chosen = agencyId || likely;
  const { data: former = [] } = useGetList<TrustedKey>(
    'trustedKeys',
    { filter: { peerAgencyId: chosen, state: 'trusted' }, pagination: { page: 1, perPage: 10 } },
    { enabled: chosen !== '' },
  );
  const trust = useMutation({
    mutationFn: () =>
      request('/api/trustedKeys', {
        method: 'POST',
        json: { peerAgencyId: chosen, keyFile: key?.text ?? '', fingerprint: key?.fingerprint ?? '' },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['trustedKeys'] });
      notify('packages.keys.added', { type: 'success' });
      onClose();
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  const take = async (file: File | undefined) => {
    if (!file) return;
    setCompared(false);
    setGiven(file.size > 10_000 ? 'wrong' : (givenKey(await file.text()) ?? 'wrong'));
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={heading}>
      <DialogTitle id={heading}>{translate('packages.keys.addTitle')}</DialogTitle>
      <DialogContent>
        <Button variant={key ? 'outlined' : 'contained'} onClick={() => input.current?.click()}>
          {translate('packages.keys.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={translate('packages.keys.choose')}
          onChange={event => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {given === 'wrong' ? (
          <Alert severity="error" sx={{ mt: 2 }}>
            {translate('packages.keys.wrongFile')}
          </Alert>
        ) : null}
        {key ? (
          <>
            <Typography sx={{ mt: 2 }}>{translate('packages.keys.compare', { name: key.name })}</Typography>
            <Box sx={{ my: 1, p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1 }}>
              <Fingerprint mark={key.fingerprint} large />
            </Box>
            <FormControlLabel
              control={<Checkbox checked={compared} onChange={event => setCompared(event.target.checked)} />}
              label={translate('packages.keys.compared')}
            />
            <TextField
              select
              label={translate('packages.keys.agency')}
              helperText={translate('packages.keys.agencyHelp')}
              value={chosen}
              onChange={event => setAgencyId(event.target.value)}
              sx={{ mt: 2 }}
            >
              {agencies.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
            {chosen !== '' && former.length > 0 ? (
              <Alert severity="info" sx={{ mt: 2 }}>
                {translate('packages.keys.another', {
                  marks: former.map(({ fingerprint }) => inGroups(fingerprint)).join('、'),
                })}
              </Alert>
            ) : null}
          </>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={!key || !compared || chosen === '' || trust.isPending}
          onClick={() => trust.mutate()}
        >
          {translate('packages.keys.addVerb')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
