import RejectIcon from '@mui/icons-material/BlockOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { ExchangeDetail } from '../../sync/model/index.ts';
import { useVerb } from '../data/index.ts';
import { ConfirmDialog, ReasonDialog } from '../verbs/index.ts';
import { exchangeKey } from './use-exchange.ts';

interface Props {
  readonly exchange: ExchangeDetail;
}

const useExchangeVerb = (told: string, close: () => void) => {
  const queries = useQueryClient();
  const notify = useNotify();
  return useVerb<ExchangeDetail>('exchanges', done => {
    queries.setQueryData(exchangeKey(done.id), done);
    notify(told, { type: done.left.length > 0 ? 'warning' : 'success' });
    close();
  });
};

/** Takes what was applied back. */
export const UndoButton = ({ exchange }: Props) => {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useExchangeVerb('exchange.undone.notice', () => setAsking(false));
  return (
    <>
      <Button variant="outlined" startIcon={<UndoIcon />} onClick={() => setAsking(true)}>
        {translate('verbs.exchange.undo')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={translate('exchange.undo.title')}
          verb={translate('verbs.exchange.undo')}
          busy={isPending}
          onConfirm={() => mutate({ id: exchange.id, verb: 'undo', body: { version: exchange.version } })}
          onClose={() => setAsking(false)}
        >
          {translate('exchange.undo.text')}
        </ConfirmDialog>
      ) : null}
    </>
  );
};

/** Refuses the file, with a reason for whoever sent it. */
export const RejectButton = ({ exchange }: Props) => {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useExchangeVerb('exchange.rejected.notice', () => setAsking(false));
  return (
    <>
      <Button variant="outlined" startIcon={<RejectIcon />} onClick={() => setAsking(true)}>
        {translate('verbs.exchange.reject')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={translate('exchange.reject.title')}
          text={translate('exchange.reject.text')}
          verb={translate('verbs.exchange.reject')}
          busy={isPending}
          onConfirm={reason => mutate({ id: exchange.id, verb: 'reject', body: { version: exchange.version, reason } })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};
