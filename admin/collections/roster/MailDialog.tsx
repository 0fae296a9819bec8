import { useNotify, useTranslate } from 'react-admin';
import { type Collection, mailAnswer } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import type { Line } from './roster.ts';

interface Props {
  readonly collection: Collection;
  readonly lines: readonly Line[];
  readonly onClose: () => void;
}

/** Says how many mails will go, and who has no address. */
export const MailDialog = ({ collection, lines, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { mutate, isPending } = useVerb<unknown>('collections', answer => {
    const { queued } = mailAnswer.parse(answer);
    notify('collection.mail.done', { type: 'success', messageArgs: { smart_count: queued } });
    onClose();
  });
  const reachable = lines.filter(({ recipient }) => recipient.mailTo !== null);
  const without = lines.length - reachable.length;
  return (
    <ConfirmDialog
      title={translate(reachable.length === 0 ? 'collection.mail.nobody' : 'collection.mail.title', {
        smart_count: reachable.length,
      })}
      verb={translate('collection.mail.verb')}
      busy={isPending || reachable.length === 0}
      onConfirm={() =>
        mutate({
          id: collection.id,
          verb: 'mail',
          body: { recipientIds: reachable.map(({ recipient }) => recipient.id) },
        })
      }
      onClose={onClose}
    >
      {reachable.length === 0 ? (
        <p>{translate('collection.mail.nobodyText')}</p>
      ) : (
        <>
          <p>{translate('collection.mail.text')}</p>
          {without > 0 ? <p>{translate('collection.mail.without', { smart_count: without })}</p> : null}
        </>
      )}
    </ConfirmDialog>
  );
};
