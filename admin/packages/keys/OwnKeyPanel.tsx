import ReplaceIcon from '@mui/icons-material/CachedOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ownKey } from '../../../sync/model/index.ts';
import { mayUse, request, save, useSession } from '../../data/index.ts';
import { RocDate } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { ConfirmDialog } from '../../verbs/index.ts';
import { Fingerprint } from './Fingerprint.tsx';

const keyOfOwn = ['ownKey'] as const;

/** Our own key: its fingerprint to be read aloud, and the file to be handed out. */
export const OwnKeyPanel = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  const { data: key } = useQuery({
    queryKey: keyOfOwn,
    queryFn: async () => ownKey.parse((await request('/api/ownKey')).json),
  });
  const make = useMutation({
    mutationFn: async (replace: boolean) =>
      ownKey.parse((await request('/api/ownKey', { method: 'POST', json: { replace } })).json),
    onSuccess: made => {
      queries.setQueryData(keyOfOwn, made);
      setAsking(false);
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  const may = mayUse(user.role, 'ownKey', 'create');
  const { fingerprint = null, keyFile = null } = key ?? {};
  return (
    <Panel title={translate('packages.keys.own')}>
      {!key ? (
        <Skeleton variant="rounded" height={120} />
      ) : fingerprint === null ? (
        <>
          <Typography sx={{ mb: 1.5 }}>
            {translate(may ? 'packages.keys.ownNone' : 'packages.keys.ownNoneReader')}
          </Typography>
          {may ? (
            <Button variant="contained" disabled={make.isPending} onClick={() => make.mutate(false)}>
              {translate('packages.keys.make')}
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{translate('packages.keys.ownText')}</Typography>
          {key.usable ? null : (
            <Alert severity="error" sx={{ mb: 1.5 }}>
              {translate('packages.keys.unusable')}
            </Alert>
          )}
          <Box component="dl" sx={{ m: 0, mb: 1.5 }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {translate('packages.keys.fingerprint')}
            </Typography>
            <Box component="dd" sx={{ m: 0 }}>
              <Fingerprint mark={fingerprint} large />
            </Box>
            {key.createdAt ? (
              <>
                <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
                  {translate('packages.keys.madeAt')}
                </Typography>
                <Box component="dd" sx={{ m: 0 }}>
                  <RocDate value={key.createdAt} />
                </Box>
              </>
            ) : null}
          </Box>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <Button
              variant="contained"
              startIcon={<DownloadIcon />}
              onClick={() => keyFile && save(new Blob([keyFile], { type: 'application/json' }), 'guankao-key.json')}
            >
              {translate('packages.keys.download')}
            </Button>
            {may ? (
              <Button startIcon={<ReplaceIcon />} onClick={() => setAsking(true)}>
                {translate('packages.keys.replace')}
              </Button>
            ) : null}
          </Box>
        </>
      )}
      {asking ? (
        <ConfirmDialog
          title={translate('packages.keys.replaceTitle')}
          verb={translate('packages.keys.replace')}
          busy={make.isPending}
          onConfirm={() => make.mutate(true)}
          onClose={() => setAsking(false)}
        >
          {translate('packages.keys.replaceText')}
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
};
