import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import type { ExchangeDetail, Form, Round, User } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { sizeText } from '../evidence/format.ts';
import { RocDate, StateChip } from '../fields/index.ts';
import { Head, HeadFact, Original } from '../pages/Head.tsx';
import { pathOfExchange } from './use-exchange.ts';

/** The round that the form was issued for; a file that belongs to none has none. */
const useRound = (roundId: string | null) =>
  useQuery({
    queryKey: ['rounds', 'title', roundId],
    queryFn: async () => (await request(`/api/rounds/${encodeURIComponent(roundId ?? '')}`)).json as Round,
    enabled: roundId !== null,
    staleTime: 60_000,
  }).data;

interface Props {
  readonly exchange: ExchangeDetail;
  /** The verbs that may be used now. */
  readonly children?: ReactNode;
}

/** Whose file this is, in what state, and the file itself as it came. */
export const ExchangeHead = ({ exchange, children }: Props) => {
  const translate = useTranslate();
  const round = useRound(exchange.roundId);
  const { data: form } = useGetOne<Form>('forms', { id: exchange.formId ?? '' }, { enabled: exchange.formId !== null });
  const { data: receiver } = useGetOne<User>('users', { id: exchange.receivedBy });
  return (
    <Head
      facts={
        <>
          <HeadFact label={translate('resources.exchanges.fields.state')}>
            <StateChip machine="exchange" state={exchange.state} />
          </HeadFact>
          {round ? <HeadFact label={translate('resources.exchanges.fields.roundId')}>{round.title}</HeadFact> : null}
          <HeadFact label={translate('resources.exchanges.fields.createdAt')}>
            <RocDate value={exchange.createdAt} /> {receiver?.name ?? ''}
          </HeadFact>
          {exchange.appliedAt ? (
            <HeadFact label={translate('resources.exchanges.fields.appliedAt')}>
              <RocDate value={exchange.appliedAt} />
            </HeadFact>
          ) : null}
          {exchange.undoneAt ? (
            <HeadFact label={translate('resources.exchanges.fields.undoneAt')}>
              <RocDate value={exchange.undoneAt} />
            </HeadFact>
          ) : null}
          <HeadFact label={translate('resources.exchanges.fields.size')}>{sizeText(exchange.size)}</HeadFact>
          {form ? (
            <HeadFact wide label={translate('resources.exchanges.fields.formId')}>
              {form.name}
            </HeadFact>
          ) : null}
        </>
      }
    >
      <Original href={`${pathOfExchange(exchange.id)}/file`} fileName={exchange.fileName}>
        {translate('exchange.downloadOriginal')}
      </Original>
      {children}
    </Head>
  );
};
