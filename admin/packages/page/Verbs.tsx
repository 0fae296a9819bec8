import RejectIcon from '@mui/icons-material/BlockOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { PacketDetail } from '../../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../../data/index.ts';
import { ConfirmDialog, ReasonDialog } from '../../verbs/index.ts';
import { packetKind } from '../use-packet.ts';

/** What may be done with a package beside applying it. */
export const Verbs = ({ packet }: { readonly packet: PacketDetail }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { user } = useSession();
  const [asking, setAsking] = useState<'undo' | 'reject' | null>(null);
  const close = () => setAsking(null);
  const { mutate, isPending } = useVerb<unknown>('packages', answer => {
    const done = packetKind.parse(answer);
    queries.setQueryData(packetKind.key(done.id), done);
    notify(`states.package.${done.state}`, { type: done.left.length > 0 ? 'warning' : 'success' });
    close();
  });
  const may = (verb: string) => mayUse(user.role, 'packages', verb);
  const run = (verb: string, more: object = {}) =>
    mutate({ id: packet.id, verb, body: { version: packet.version, ...more } });
  const waits = packet.state === 'previewed' || packet.state === 'refused';
  return (
    <>
      {waits && may('reject') ? (
        <Button variant="outlined" startIcon={<RejectIcon />} onClick={() => setAsking('reject')}>
          {translate('verbs.package.reject')}
        </Button>
      ) : null}
      {packet.state === 'applied' && may('undo') ? (
        <Button variant="outlined" startIcon={<UndoIcon />} onClick={() => setAsking('undo')}>
          {translate('verbs.package.undo')}
        </Button>
      ) : null}
      {asking === 'undo' ? (
        <ConfirmDialog
          title={translate('packages.page.undoTitle')}
          verb={translate('verbs.package.undo')}
          busy={isPending}
          onConfirm={() => run('undo')}
          onClose={close}
        >
          {translate('packages.page.undoText')}
        </ConfirmDialog>
      ) : null}
      {asking === 'reject' ? (
        <ReasonDialog
          title={translate('packages.page.rejectTitle')}
          text={translate('packages.page.rejectText')}
          verb={translate('verbs.package.reject')}
          busy={isPending}
          onConfirm={reason => run('reject', { reason })}
          onClose={close}
        />
      ) : null}
    </>
  );
};
