import Box from '@mui/material/Box';
import { useNotify, useTranslate } from 'react-admin';
import { type Collection, chaseAnswer } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import type { Line } from './roster.ts';

interface Props {
  readonly collection: Collection;
  readonly lines: readonly Line[];
  readonly onClose: () => void;
}

const named = 8;

/** Names whom it will remind before it does. */
export const ChaseDialog = ({ collection, lines, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { mutate, isPending } = useVerb<unknown>('collections', answer => {
    const { chased, mailed } = chaseAnswer.parse(answer);
    notify('collection.chase.done', { type: 'success', messageArgs: { smart_count: chased, mailed } });
    onClose();
  });
  // Before the day is past it is a reminder, not a reproach.
  const early = lines.every(({ state }) => state === 'notReturned');
  const withMail = lines.filter(({ recipient }) => recipient.mailTo !== null).length;
  return (
    <ConfirmDialog
      title={translate(early ? 'collection.chase.remindTitle' : 'collection.chase.title', {
        smart_count: lines.length,
      })}
      verb={translate(early ? 'collection.chase.remindVerb' : 'collection.chase.verb')}
      busy={isPending}
      onConfirm={() =>
        mutate({
          id: collection.id,
          verb: 'chase',
          body: { recipientIds: lines.map(({ recipient }) => recipient.id) },
        })
      }
      onClose={onClose}
    >
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.slice(0, named).map(({ recipient, name }) => (
          <li key={recipient.id}>{name}</li>
        ))}
      </Box>
      {lines.length > named ? <p>{translate('collection.chase.more', { smart_count: lines.length - named })}</p> : null}
      <p>{translate('collection.chase.text')}</p>
      {withMail > 0 ? <p>{translate('collection.chase.byMail', { smart_count: withMail })}</p> : null}
    </ConfirmDialog>
  );
};
