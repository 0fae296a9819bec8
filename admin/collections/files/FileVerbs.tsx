import RejectIcon from '@mui/icons-material/BlockOutlined';
import WhoseIcon from '@mui/icons-material/PersonSearchOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { CollectionFileDetail } from '../../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../../data/index.ts';
import { ConfirmDialog, ReasonDialog } from '../../verbs/index.ts';
import { fileKind } from './use-file.ts';
import { WhoseDialog } from './WhoseDialog.tsx';

/** What may be done with a file beside settling it. */
export const FileVerbs = ({ file }: { readonly file: CollectionFileDetail }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { user } = useSession();
  const [asking, setAsking] = useState<'undo' | 'reject' | 'whose' | null>(null);
  const close = () => setAsking(null);
  const may = (action: string) => mayUse(user.role, 'collectionFiles', action);
  const { mutate, isPending } = useVerb<unknown>('collectionFiles', answer => {
    const done = fileKind.parse(answer);
    queries.setQueryData(fileKind.key(done.id), done);
    notify(done.left.length > 0 ? 'collection.undo.partly' : 'verbDone', {
      type: done.left.length > 0 ? 'warning' : 'success',
      messageArgs: {
        verb: translate(`verbs.collectionFile.${asking === 'undo' ? 'undo' : 'reject'}`),
        smart_count: done.left.length,
      },
    });
    close();
  });
  const waits = file.state === 'read' || file.state === 'unreadable' || file.state === 'waiting';
  const run = (verb: string, reason?: string) =>
    mutate({ id: file.id, verb, body: { version: file.version, ...(reason === undefined ? {} : { reason }) } });
  return (
    <>
      {file.state === 'read' && file.recipientId !== null && may('update') ? (
        <Button variant="outlined" startIcon={<WhoseIcon />} onClick={() => setAsking('whose')}>
          {translate('collection.whose.change')}
        </Button>
      ) : null}
      {waits && may('reject') ? (
        <Button variant="outlined" startIcon={<RejectIcon />} onClick={() => setAsking('reject')}>
          {translate('verbs.collectionFile.reject')}
        </Button>
      ) : null}
      {file.state === 'applied' && may('undo') ? (
        <Button variant="outlined" startIcon={<UndoIcon />} onClick={() => setAsking('undo')}>
          {translate('verbs.collectionFile.undo')}
        </Button>
      ) : null}
      {asking === 'whose' ? <WhoseDialog file={file} left={1} onClose={close} onDone={close} /> : null}
      {asking === 'undo' ? (
        <ConfirmDialog
          title={translate('exchange.undo.title')}
          verb={translate('verbs.collectionFile.undo')}
          busy={isPending}
          onConfirm={() => run('undo')}
          onClose={close}
        >
          {translate('collection.undo.text')}
        </ConfirmDialog>
      ) : null}
      {asking === 'reject' ? (
        <ReasonDialog
          title={translate('exchange.reject.title')}
          text={translate('exchange.reject.text')}
          verb={translate('verbs.collectionFile.reject')}
          busy={isPending}
          onConfirm={reason => run('reject', reason)}
          onClose={close}
        />
      ) : null}
    </>
  );
};
