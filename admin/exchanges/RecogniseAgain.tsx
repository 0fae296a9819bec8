import OtherFormIcon from '@mui/icons-material/FindReplaceOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetOne, useNotify, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { type ExchangeDetail, exchangeDetail, type Form } from '../../sync/model/index.ts';
import { useVerb } from '../data/index.ts';
import { ConfirmDialog } from '../verbs/index.ts';
import { FormSelect, useForms } from './FormSelect.tsx';
import { exchangeKey } from './use-exchange.ts';

interface Props {
  readonly exchange: ExchangeDetail;
}

/** What was decided about rows of the form that the file is taken for now. */
const decidedOf = ({ decisions, changes }: ExchangeDetail): number =>
  Object.keys(decisions).length + (changes?.rows.filter(({ matchedBy }) => matchedBy === 'person').length ?? 0);

const OtherForm = ({ exchange, onClose }: Props & { readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [formId, setFormId] = useState('');
  const forms = useForms(exchange, new Set([exchange.formId]));
  const { data: present } = useGetOne<Form>(
    'forms',
    { id: exchange.formId ?? '' },
    { enabled: exchange.formId !== null },
  );
  const { mutate, isPending } = useVerb<unknown>('exchanges', answer => {
    const done = exchangeDetail.parse(answer);
    queries.setQueryData(exchangeKey(done.id), done);
    setSearch({}, { replace: true });
    notify('exchange.recogniseAgain.done', { type: 'success' });
    onClose();
  });
  const decided = decidedOf(exchange);
  return (
    <ConfirmDialog
      title={translate('exchange.recogniseAgain.title')}
      verb={translate('exchange.recogniseAgain.verb')}
      busy={isPending || formId === ''}
      onConfirm={() => mutate({ id: exchange.id, verb: 'recognise', body: { version: exchange.version, formId } })}
      onClose={onClose}
    >
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {exchange.formId === null
          ? translate('exchange.recogniseAgain.unknown')
          : translate('exchange.recogniseAgain.text', { name: present?.name ?? '' })}
      </Box>
      <Box sx={{ display: 'flex', my: 2 }}>
        <FormSelect
          label={translate('exchange.recogniseAgain.label')}
          forms={forms}
          value={formId}
          onChange={setFormId}
        />
      </Box>
      {decided > 0 ? (
        <Alert severity="warning" variant="outlined" sx={{ color: 'text.primary' }}>
          {translate('exchange.recogniseAgain.lost', { smart_count: decided })}
        </Alert>
      ) : null}
    </ConfirmDialog>
  );
};

/** Says that a file is another form than it was taken for. Nothing was applied yet, so nothing has to be undone. */
export const RecogniseAgain = ({ exchange }: Props) => {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" startIcon={<OtherFormIcon />} onClick={() => setAsking(true)}>
        {translate(exchange.formId === null ? 'exchange.recogniseAgain.name' : 'exchange.recogniseAgain.open')}
      </Button>
      {asking ? <OtherForm exchange={exchange} onClose={() => setAsking(false)} /> : null}
    </>
  );
};
