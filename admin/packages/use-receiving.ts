import { useQueryClient } from '@tanstack/react-query';
import type { PacketDetail } from '../../sync/model/index.ts';
import { useSending } from '../data/use-sending.ts';
import { packetKind } from './use-packet.ts';

export interface Received {
  readonly kind: 'received' | 'already' | 'refused';
  readonly packet: PacketDetail;
}

/** Takes in packages; one that is refused is kept too, with the reason. */
export function useReceiving() {
  const queries = useQueryClient();
  return useSending<Received>({
    url: '/api/packages/receive',
    resource: packetKind.resource,
    take: (json, status) => {
      const packet = packetKind.parse(json);
      queries.setQueryData(packetKind.key(packet.id), packet);
      return { kind: status === 200 ? 'already' : packet.state === 'refused' ? 'refused' : 'received', packet };
    },
  });
}
