import { useQuery } from '@tanstack/react-query';
import { type ExchangeDetail, exchangeDetail } from '../../sync/model/index.ts';
import { pathOf, readSettled, type SettledKind } from '../merge-preview/use-settling.ts';

/** How the merge preview keeps what was decided about an exchange. */
export const exchangeKind: SettledKind<ExchangeDetail> = {
  resource: 'exchanges',
  key: id => ['exchanges', 'detail', id],
  parse: json => exchangeDetail.parse(json),
  planOf: ({ changes, state }) => (state === 'previewed' ? changes : null),
};

export const exchangeKey = exchangeKind.key;

export const pathOfExchange = (id: string): string => pathOf(exchangeKind, id);

/** One exchange with its preview. */
export const useExchange = (id: string) =>
  useQuery({ queryKey: exchangeKey(id), queryFn: () => readSettled(exchangeKind, id) });
