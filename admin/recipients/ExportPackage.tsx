import ExportIcon from '@mui/icons-material/OutboxOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { packetDetail, type Recipient } from '../../sync/model/index.ts';
import { mayUse, request, useSession } from '../data/index.ts';
import { rocText } from '../fields/index.ts';
import { downloadPacket } from '../packages/use-packet.ts';
import { Panel } from '../pages/Panel.tsx';
import type { Packaged } from './use-packaged.ts';

interface Props {
  readonly recipient: Recipient;
  readonly packaged: Packaged;
}

const wordOf = ({ unsent, answered, sent }: Packaged): 'waiting' | 'answered' | 'sent' | 'none' => {
  if (unsent > 0) return 'waiting';
  if (answered) return 'answered';
  return sent ? 'sent' : 'none';
};

/** The way back to a bureau that works in another system: what is still to be sent, and the package of it. */
export const ExportPackage = ({ recipient, packaged }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { user } = useSession();
  const { brought, key, sent, unsent } = packaged;
  const name = key?.name ?? brought.peerName;
  const word = wordOf(packaged);
  const make = useMutation({
    mutationFn: async () => {
      const json = { kind: 'collected', trustedKeyId: key?.id, collectionId: recipient.collectionId };
      return packetDetail.parse((await request('/api/packages', { method: 'POST', json })).json);
    },
    onSuccess: made => {
      void queries.invalidateQueries({ queryKey: ['recipients'] });
      void queries.invalidateQueries({ queryKey: ['packages'] });
      downloadPacket(made);
      notify('recipient.packaged.done', { type: 'success', messageArgs: { name } });
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  const due = word === 'waiting' || word === 'answered';
  return (
    <Panel title={translate('recipient.packaged.title')}>
      <Alert
        severity={due ? 'warning' : 'info'}
        variant="outlined"
        sx={{ mb: 1.5, '& .MuiAlert-message': { overflowWrap: 'anywhere' } }}
      >
        {key
          ? translate(`recipient.packaged.${word}`, { smart_count: unsent, at: rocText(sent?.packedAt ?? '') })
          : translate('recipient.packaged.noKey', { name })}
      </Alert>
      {mayUse(user.role, 'packages', 'create') && word !== 'none' ? (
        <Button
          variant={due ? 'contained' : 'outlined'}
          startIcon={<ExportIcon />}
          disabled={!key || make.isPending}
          onClick={() => make.mutate()}
        >
          {translate(make.isPending ? 'recipient.packaged.exporting' : 'recipient.packaged.export')}
        </Button>
      ) : null}
    </Panel>
  );
};
