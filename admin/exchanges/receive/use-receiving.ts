import { useQueryClient } from '@tanstack/react-query';
import type { ExchangeDetail } from '../../../sync/model/index.ts';
import { useSending } from '../../data/use-sending.ts';
import { faultOf } from '../fault.ts';
import { exchangeKind } from '../use-exchange.ts';

export interface Received {
  readonly kind: 'received' | 'already' | 'unknown' | 'foreign' | 'unreadable';
  readonly exchange: ExchangeDetail;
}

const kindOf = (status: number, exchange: ExchangeDetail): Received['kind'] => {
  // 200 instead of 201: the same bytes came before, and this is the exchange they made then.
  if (status === 200) return 'already';
  return faultOf(exchange) ?? 'received';
};

/** Takes in forms that came back. */
export function useReceiving() {
  const queries = useQueryClient();
  return useSending<Received>({
    url: '/api/exchanges',
    resource: exchangeKind.resource,
    take: (json, status) => {
      const exchange = exchangeKind.parse(json);
      queries.setQueryData(exchangeKind.key(exchange.id), exchange);
      return { kind: kindOf(status, exchange), exchange };
    },
  });
}
