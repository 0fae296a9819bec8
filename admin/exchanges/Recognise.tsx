import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type ExchangeDetail, exchangeDetail, type FormCandidate } from '../../sync/model/index.ts';
import { useVerb } from '../data/index.ts';
import { RocDate } from '../fields/index.ts';
import { FormSelect, useForms } from './FormSelect.tsx';
import { exchangeKey } from './use-exchange.ts';

interface Props {
  readonly exchange: ExchangeDetail;
  readonly mayChoose: boolean;
}

const alike = 0.8;

const Candidate = ({
  candidate,
  first,
  busy,
  onChoose,
}: {
  readonly candidate: FormCandidate;
  readonly first: boolean;
  readonly busy: boolean;
  readonly onChoose: ((formId: string) => void) | undefined;
}) => {
  const translate = useTranslate();
  const { formId, name, issuedAt, score } = candidate;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Box>
        <Box sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          <span>
            {translate('exchange.recognise.issued')} <RocDate value={issuedAt} />
          </span>
          <span>
            {translate(score >= alike ? 'exchange.recognise.alike' : 'exchange.recognise.partly', {
              percent: Math.round(score * 100),
            })}
          </span>
        </Box>
      </Box>
      {onChoose ? (
        <Button
          variant={first ? 'contained' : 'outlined'}
          disabled={busy}
          aria-label={`${translate('exchange.recognise.choose')} ${name}`}
          onClick={() => onChoose(formId)}
        >
          {translate('exchange.recognise.choose')}
        </Button>
      ) : null}
    </Box>
  );
};

/** A file that lost its ids: which issued form it seems to be. Nothing is compared before somebody says so. */
export const Recognise = ({ exchange, mayChoose }: Props) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  const [other, setOther] = useState('');
  const { mutate, isPending } = useVerb<unknown>('exchanges', answer => {
    const done = exchangeDetail.parse(answer);
    queries.setQueryData(exchangeKey(done.id), done);
  });
  const choose = (formId: string) =>
    mutate({ id: exchange.id, verb: 'recognise', body: { version: exchange.version, formId } });
  const others = useForms(exchange, new Set(exchange.candidates.map(({ formId }) => formId)));
  return (
    <Card component="section" aria-labelledby="recognise" sx={{ p: { xs: 2, sm: 2.5 }, mb: 2, maxWidth: 860 }}>
      <Typography id="recognise" variant="h2">
        {translate('exchange.recognise.title')}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('exchange.recognise.text')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {exchange.candidates.map((candidate, at) => (
          <Candidate
            key={candidate.formId}
            candidate={candidate}
            first={at === 0}
            busy={isPending}
            onChoose={mayChoose ? choose : undefined}
          />
        ))}
      </Box>
      {mayChoose && others.length > 0 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 1.5 }}>
          <FormSelect label={translate('exchange.recognise.other')} forms={others} value={other} onChange={setOther} />
          <Button variant="outlined" disabled={other === '' || isPending} onClick={() => choose(other)}>
            {translate('exchange.recognise.chooseOther')}
          </Button>
        </Box>
      ) : null}
    </Card>
  );
};
