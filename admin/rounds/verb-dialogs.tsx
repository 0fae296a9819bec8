import { useTranslate } from 'react-admin';
import type { Round } from '../../sync/model/index.ts';
import { ConfirmDialog, type VerbDialogProps } from '../verbs/index.ts';
import { progressOfAll } from './progress.ts';
import { useDashboardOf } from './use-dashboard.ts';
import { useOwed } from './use-owed.ts';

/** Opening says how many reports it will ask for. */
export const OpenDialog = ({ row, onConfirm, ...rest }: VerbDialogProps<Round>) => {
  const translate = useTranslate();
  const owes = useOwed(row);
  return (
    <ConfirmDialog {...rest} busy={rest.busy || owes === undefined} onConfirm={() => onConfirm()}>
      {owes === undefined
        ? translate('shell.loading')
        : owes.reports === 0
          ? translate('rounds.owesNothing')
          : translate('rounds.willOwe', owes)}
    </ConfirmDialog>
  );
};

/** Closing says how many are still unfinished. */
export const CloseDialog = ({ row, onConfirm, ...rest }: VerbDialogProps<Round>) => {
  const translate = useTranslate();
  const { data } = useDashboardOf(row);
  const all = progressOfAll(data?.heat ?? []);
  return (
    <ConfirmDialog {...rest} onConfirm={() => onConfirm()}>
      {data ? translate('rounds.closing', { count: all.unfinished + all.returned }) : null}
      {translate('verbText.round.close')}
    </ConfirmDialog>
  );
};
