import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ExchangeDetail } from '../../../sync/model/index.ts';
import { upload } from '../../data/upload.ts';
import { exchangeKey } from '../use-exchange.ts';

/** One file on its way in, and what became of it. */
export interface Receipt {
  readonly key: number;
  readonly name: string;
  /** 0 to 1 while it is sent; 1 while the server reads it. */
  readonly share: number;
  readonly outcome?:
    | { readonly kind: 'received' | 'already' | 'unknown' | 'unreadable'; readonly exchange: ExchangeDetail }
    | { readonly kind: 'refused'; readonly message: string };
}

const outcomeOf = (status: number, exchange: ExchangeDetail): NonNullable<Receipt['outcome']> => {
  // 200 instead of 201: the same bytes came before, and this is the exchange they made then.
  if (status === 200) return { kind: 'already', exchange };
  if (exchange.changes !== null) return { kind: 'received', exchange };
  return { kind: exchange.candidates.length > 0 ? 'unknown' : 'unreadable', exchange };
};

/** Sends files one after another, so that one that is refused keeps no other back. */
export function useReceiving() {
  const queries = useQueryClient();
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  const next = useRef(0);

  const update = useCallback((key: number, changed: Partial<Receipt>) => {
    setReceipts(all => all.map(one => (one.key === key ? { ...one, ...changed } : one)));
  }, []);

  const receive = async (files: readonly File[]) => {
    const coming = files.map(file => ({ file, key: next.current++ }));
    setReceipts(coming.map(({ file, key }) => ({ key, name: file.name, share: 0 })));
    for (const { file, key } of coming) {
      try {
        const { status, json } = await upload('/api/exchanges', file, {
          signal: new AbortController().signal,
          onProgress: share => update(key, { share }),
        });
        const exchange = json as ExchangeDetail;
        queries.setQueryData(exchangeKey(exchange.id), exchange);
        update(key, { share: 1, outcome: outcomeOf(status, exchange) });
      } catch (error) {
        update(key, {
          share: 1,
          outcome: { kind: 'refused', message: error instanceof Error ? error.message : String(error) },
        });
      }
    }
    await queries.invalidateQueries({ queryKey: ['exchanges', 'getList'] });
  };

  return { receipts, receive, busy: receipts.some(receipt => receipt.outcome === undefined) };
}
