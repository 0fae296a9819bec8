import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Recipient } from '../../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../../data/index.ts';
import { ConfirmDialog, ReasonDialog } from '../../verbs/index.ts';
import type { Tally } from './tally.ts';

interface Props {
  readonly recipient: Recipient;
  readonly name: string;
  readonly tally: Tally;
}

/** Back to the agency with reasons, or done with it. */
export const Verdicts = ({ recipient, name, tally }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [asking, setAsking] = useState<'sendBack' | 'accept' | null>(null);
  const { mutate, isPending } = useVerb<unknown>('recipients', () => {
    notify(`collection.verdict.${asking ?? 'accept'}Done`, { type: 'success', messageArgs: { name } });
    setAsking(null);
  });
  const may = (action: string) => mayUse(user.role, 'recipients', action);
  const unscored = tally.total - tally.first;
  return (
    <>
      {may('sendBack') ? (
        <Button variant="outlined" onClick={() => setAsking('sendBack')}>
          {translate('collection.verdict.sendBack')}
        </Button>
      ) : null}
      {may('accept') ? (
        <Button variant="contained" disabled={recipient.acceptedAt !== null} onClick={() => setAsking('accept')}>
          {translate(recipient.acceptedAt === null ? 'collection.verdict.accept' : 'collection.verdict.accepted')}
        </Button>
      ) : null}
      {asking === 'sendBack' ? (
        <ReasonDialog
          title={translate('collection.verdict.sendBackTitle', { name })}
          text={translate(
            tally.returned > 0 ? 'collection.verdict.sendBackText' : 'collection.verdict.sendBackTextNoRows',
            { smart_count: tally.returned },
          )}
          verb={translate('collection.verdict.sendBack')}
          busy={isPending}
          onConfirm={reason =>
            mutate({ id: recipient.id, verb: 'sendBack', body: { version: recipient.version, reason } })
          }
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'accept' ? (
        <ConfirmDialog
          title={translate('collection.verdict.acceptTitle', { name })}
          verb={translate('collection.verdict.accept')}
          busy={isPending}
          onConfirm={() => mutate({ id: recipient.id, verb: 'accept', body: { version: recipient.version } })}
          onClose={() => setAsking(null)}
        >
          {unscored > 0 ? <p>{translate('collection.verdict.unscored', { smart_count: unscored })}</p> : null}
          {tally.returned > 0 ? (
            <p>{translate('collection.verdict.returned', { smart_count: tally.returned })}</p>
          ) : null}
          <p>{translate('collection.verdict.acceptText')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
};
