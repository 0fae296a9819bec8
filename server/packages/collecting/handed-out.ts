import type { Packet } from '../../../sync/model/index.ts';
import type { Change } from '../../records/change.ts';

/** Agencies for which a package of a collection was made have got their workbook, unless they had it before. */
export async function markHandedOut(
  { tx, at }: Change,
  made: readonly Pick<Packet, 'kind' | 'collectionId' | 'peerAgencyId'>[],
): Promise<void> {
  const asking = made.filter(({ kind }) => kind === 'collection');
  for (const [collectionId, packets] of Map.groupBy(asking, one => one.collectionId))
    await tx
      .updateTable('recipients')
      .set({ sentAt: at, sentVia: 'package', updatedAt: at })
      .where('collectionId', '=', collectionId)
      .where(
        'agencyId',
        'in',
        packets.flatMap(({ peerAgencyId }) => peerAgencyId ?? []),
      )
      .where('sentAt', 'is', null)
      .execute();
}
