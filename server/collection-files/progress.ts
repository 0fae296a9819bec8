import type { Kysely } from 'kysely';
import type { CollectionFileState, Delivery } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';

/** Adds how far the files of deliveries are, in one statement. Those that came before count by `repeated`, not among the read ones. */
export async function counted(db: Kysely<Database>, rows: readonly Delivery[]): Promise<readonly Delivery[]> {
  if (rows.length === 0) return rows;
  const counts = await db
    .selectFrom('collectionFiles')
    .select(['deliveryId', 'state'])
    .select(({ fn }) => fn.countAll<number>().as('files'))
    .where(
      'deliveryId',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy(['deliveryId', 'state'])
    .execute();
  const byDelivery = Map.groupBy(counts, ({ deliveryId }) => deliveryId);
  return rows.map(row => {
    const of = byDelivery.get(row.id) ?? [];
    const sum = (wanted: (state: CollectionFileState) => boolean) =>
      of.reduce((total, { state, files }) => total + (wanted(state) ? files : 0), 0);
    return {
      ...row,
      total: sum(() => true) + row.repeated,
      waiting: sum(state => state === 'waiting'),
      unreadable: sum(state => state === 'unreadable'),
      read: sum(state => state !== 'waiting' && state !== 'unreadable'),
    };
  });
}
