import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type Collection, type CollectionFile, type FilesRejected, filesRejected } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ReasonDialog } from '../../verbs/index.ts';
import { LeftFiles } from './LeftFiles.tsx';

interface Props {
  readonly collection: Collection;
  /** As the person sees them: one that changed since stays as it is. */
  readonly files: readonly CollectionFile[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Turns several files down for one reason, and names those that somebody dealt with meanwhile. */
export const RejectChosen = ({ collection, files, onDone, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  // What the dialog was opened for: once it is done, the lists behind it have gone on.
  const [chosen] = useState(files);
  const [answer, setAnswer] = useState<FilesRejected | null>(null);
  const { mutate, isPending } = useVerb<unknown>('collections', told => {
    const done = filesRejected.parse(told);
    onDone();
    if (done.left.length > 0) return setAnswer(done);
    notify('collection.reject.done', { type: 'success', messageArgs: { smart_count: done.rejected } });
    onClose();
  });
  if (answer) {
    const names = new Map(chosen.map(({ id, fileName }) => [id, fileName]));
    return (
      <LeftFiles
        title={translate('collection.reject.done', { smart_count: answer.rejected })}
        left={answer.left.map(({ id, why }) => ({
          id,
          name: names.get(id) ?? id,
          why: translate(`collection.reject.why.${why}`),
        }))}
        onClose={onClose}
      >
        {translate('collection.reject.left', { smart_count: answer.left.length })}
      </LeftFiles>
    );
  }
  return (
    <ReasonDialog
      title={translate('collection.reject.title', { smart_count: chosen.length })}
      text={translate('collection.reject.text')}
      verb={translate('verbs.collectionFile.reject')}
      busy={isPending}
      onConfirm={reason =>
        mutate({
          id: collection.id,
          verb: 'reject',
          body: { reason, files: chosen.map(({ id, version }) => ({ id, version })) },
        })
      }
      onClose={onClose}
    />
  );
};
