import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Collection, type CollectionFile, type FilesApplied, filesApplied } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import { LeftFiles } from './LeftFiles.tsx';

interface Props {
  readonly collection: Collection;
  readonly count: number;
  readonly files: readonly CollectionFile[];
  readonly nameOf: (recipientId: string | null) => string;
  readonly onClose: () => void;
}

/** Takes in everything without a doubt at once, and tells what was left and why. */
export const ApplyClean = ({ collection, count, files, nameOf, onClose }: Props) => {
  const translate = useTranslate();
  const [answer, setAnswer] = useState<FilesApplied | null>(null);
  const { mutate, isPending } = useVerb<unknown>('collections', told => setAnswer(filesApplied.parse(told)));
  if (answer) {
    const byId = new Map(files.map(file => [file.id, file]));
    return (
      <LeftFiles
        title={translate('collection.apply.done', { smart_count: answer.applied })}
        left={answer.left.map(({ id, why }) => {
          const file = byId.get(id);
          const name = file ? nameOf(file.recipientId) || file.fileName : id;
          return { id, name, why: translate(`collection.doubt.${why}`) };
        })}
        onClose={onClose}
      >
        {translate(answer.left.length === 0 ? 'collection.apply.noneLeft' : 'collection.apply.left', {
          smart_count: answer.left.length,
        })}
      </LeftFiles>
    );
  }
  return (
    <ConfirmDialog
      title={translate('collection.apply.title', { smart_count: count })}
      verb={translate('collection.apply.verb')}
      busy={isPending}
      onConfirm={() => mutate({ id: collection.id, verb: 'apply' })}
      onClose={onClose}
    >
      <p>{translate('collection.apply.text')}</p>
    </ConfirmDialog>
  );
};
