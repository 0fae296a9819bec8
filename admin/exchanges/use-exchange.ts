import { useQuery } from '@tanstack/react-query';
import { type ExchangeDetail, exchangeDetail } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

export const exchangeKey = (id: string) => ['exchanges', 'detail', id] as const;

export const pathOfExchange = (id: string): string => `/api/exchanges/${encodeURIComponent(id)}`;

export const readExchange = async (id: string): Promise<ExchangeDetail> =>
  exchangeDetail.parse((await request(pathOfExchange(id))).json);

/** One exchange with its preview. */
export const useExchange = (id: string) => useQuery({ queryKey: exchangeKey(id), queryFn: () => readExchange(id) });
