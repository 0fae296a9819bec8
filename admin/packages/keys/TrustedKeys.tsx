import RevokedIcon from '@mui/icons-material/GppBadOutlined';
import TrustedIcon from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetList, useGetMany, useTranslate } from 'react-admin';
import type { Agency, TrustedKey } from '../../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../../data/index.ts';
import { Chip, RocDate } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { ReasonDialog } from '../../verbs/index.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { TrustDialog } from './TrustDialog.tsx';

interface RowProps {
  readonly trusted: TrustedKey;
  readonly agency: string | undefined;
  readonly onRevoke: (() => void) | null;
}

const Row = ({ trusted, agency, onRevoke }: RowProps) => {
  const translate = useTranslate();
  const { name, fingerprint, state, stateReason, createdAt, revokedAt } = trusted;
  return (
    <Box
      component="li"
      sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', display: 'flex', gap: 2, flexWrap: 'wrap' }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <Chip
            icon={state === 'trusted' ? TrustedIcon : RevokedIcon}
            tone={state === 'trusted' ? 'good' : 'bad'}
            word={translate(`packages.keys.states.${state}`)}
          />
        </Box>
        {agency && agency !== name ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('packages.keys.is', { name: agency })}
          </Typography>
        ) : null}
        <Fingerprint mark={fingerprint} />
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {translate(revokedAt ? 'packages.keys.revokedAt' : 'packages.keys.since')}
          <RocDate value={revokedAt ?? createdAt} /> {stateReason}
        </Typography>
      </Box>
      {onRevoke ? (
        <Box sx={{ alignSelf: 'center' }}>
          <Button color="error" variant="outlined" onClick={onRevoke}>
            {translate('packages.keys.revoke')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
};

/** Whose packages are taken, and who they may be made for. */
export const TrustedKeys = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<TrustedKey | null>(null);
  const { data: keys = [] } = useGetList<TrustedKey>('trustedKeys', {
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 500 },
  });
  const { data: agencies } = useGetMany<Agency>('agencies', { ids: [...new Set(keys.map(key => key.peerAgencyId))] });
  const names = new Map(agencies?.filter(Boolean).map(({ id, name }) => [id, name]));
  const { mutate, isPending } = useVerb<TrustedKey>('trustedKeys', () => setRevoking(null));
  const may = mayUse(user.role, 'trustedKeys', 'create');
  return (
    <Panel
      title={translate('packages.keys.trusted')}
      aside={
        may ? (
          <Button variant="contained" onClick={() => setAdding(true)}>
            {translate('packages.keys.add')}
          </Button>
        ) : null
      }
    >
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('packages.keys.trustedText')}</Typography>
      {keys.length === 0 ? (
        <Typography>{translate('packages.keys.none')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {keys.map(key => (
            <Row
              key={key.id}
              trusted={key}
              agency={names.get(key.peerAgencyId)}
              onRevoke={may && key.state === 'trusted' ? () => setRevoking(key) : null}
            />
          ))}
        </Box>
      )}
      {adding ? <TrustDialog onClose={() => setAdding(false)} /> : null}
      {revoking ? (
        <ReasonDialog
          title={translate('packages.keys.revokeTitle', { name: revoking.name })}
          text={translate('packages.keys.revokeText')}
          verb={translate('packages.keys.revoke')}
          busy={isPending}
          onConfirm={reason => mutate({ id: revoking.id, verb: 'revoke', body: { version: revoking.version, reason } })}
          onClose={() => setRevoking(null)}
        />
      ) : null}
    </Panel>
  );
};
