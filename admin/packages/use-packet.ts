import { useQuery } from '@tanstack/react-query';
import { type Packet, type PacketDetail, packetDetail } from '../../sync/model/index.ts';
import { readSettled, type SettledKind } from '../merge-preview/use-settling.ts';
import { plainPlan } from './page/shown-rows.ts';

/** How the merge preview keeps what was decided about a package. */
export const packetKind: SettledKind<PacketDetail> = {
  resource: 'packages',
  key: id => ['packages', 'detail', id],
  parse: json => packetDetail.parse(json),
  planOf: ({ rows, state }) => (state === 'previewed' && rows ? plainPlan(rows) : null),
};

export const usePacket = (id: string) =>
  useQuery({ queryKey: packetKind.key(id), queryFn: () => readSettled(packetKind, id), enabled: id !== '' });

export const fileOfPacket = (id: string): string => `/api/packages/${encodeURIComponent(id)}/file`;

/** Saves a package where the browser saves files. */
export function downloadPacket({ id, fileName }: Pick<Packet, 'id' | 'fileName'>): void {
  const link = document.createElement('a');
  link.href = fileOfPacket(id);
  link.download = fileName;
  link.click();
}
