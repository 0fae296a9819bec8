import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PacketDetail } from '../../sync/model/index.ts';
import { upload } from '../data/upload.ts';
import { packetKind } from './use-packet.ts';

/** One package on its way in, and what became of it. */
export interface Receipt {
  readonly key: number;
  readonly name: string;
  /** 0 to 1 while it is sent; 1 while the server verifies it. */
  readonly share: number;
  readonly outcome?:
    | { readonly kind: 'received' | 'already' | 'refused'; readonly packet: PacketDetail }
    | { readonly kind: 'failed'; readonly message: string };
}

const outcomeOf = (status: number, packet: PacketDetail): NonNullable<Receipt['outcome']> => ({
  kind: status === 200 ? 'already' : packet.state === 'refused' ? 'refused' : 'received',
  packet,
});

/** Sends packages one after another, so that one that is refused keeps no other back. */
export function useReceiving() {
  const queries = useQueryClient();
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  const next = useRef(0);
  const update = (key: number, changed: Partial<Receipt>) =>
    setReceipts(all => all.map(one => (one.key === key ? { ...one, ...changed } : one)));

  const receive = async (files: readonly File[]) => {
    const coming = files.map(file => ({ file, key: next.current++ }));
    setReceipts(coming.map(({ file, key }) => ({ key, name: file.name, share: 0 })));
    for (const { file, key } of coming) {
      try {
        const { status, json } = await upload('/api/packages/receive', file, {
          signal: new AbortController().signal,
          onProgress: share => update(key, { share }),
        });
        const packet = packetKind.parse(json);
        queries.setQueryData(packetKind.key(packet.id), packet);
        update(key, { share: 1, outcome: outcomeOf(status, packet) });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        update(key, { share: 1, outcome: { kind: 'failed', message } });
      }
    }
    await queries.invalidateQueries({ queryKey: ['packages', 'getList'] });
  };

  return { receipts, receive, busy: receipts.some(receipt => receipt.outcome === undefined) };
}
