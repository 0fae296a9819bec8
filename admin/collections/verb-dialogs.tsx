import { useTranslate } from 'react-admin';
import type { Collection } from '../../sync/model/index.ts';
import { ConfirmDialog, type VerbDialogProps } from '../verbs/index.ts';
import { came } from './Progress.tsx';
import { useRoster } from './use-roster.ts';

/** Opening says for how many agencies it will make a workbook. */
export const OpenDialog = ({ row, onConfirm, ...rest }: VerbDialogProps<Collection>) => {
  const translate = useTranslate();
  const { data } = useRoster(row.id);
  return (
    <ConfirmDialog {...rest} busy={rest.busy || data === undefined || data.total === 0} onConfirm={() => onConfirm()}>
      {data === undefined
        ? translate('shell.loading')
        : data.total === 0
          ? translate('collection.open.nobody')
          : translate('collection.open.text', { smart_count: data.total })}
    </ConfirmDialog>
  );
};

/** Closing says who has not answered. */
export const CloseDialog = ({ row, onConfirm, ...rest }: VerbDialogProps<Collection>) => {
  const translate = useTranslate();
  const { data } = useRoster(row.id);
  const missing = data ? data.total - came(data).returned : 0;
  return (
    <ConfirmDialog {...rest} onConfirm={() => onConfirm()}>
      {missing > 0 ? <p>{translate('collection.close.missing', { smart_count: missing })}</p> : null}
      <p>{translate('collection.close.text')}</p>
    </ConfirmDialog>
  );
};
