import type { Order } from '../../sync/collect/index.ts';
import type { Context } from '../context.ts';
import { editionsOf } from './editions.ts';

/**
 * What reading needs to know of a collection, kept as long as it stays the same: hundreds of files of one collection are read one
 * after another.
 */
export function createOrders({ db }: Pick<Context, 'db'>): (collectionId: string) => Promise<Order> {
  let last: { readonly key: string; readonly order: Order } | null = null;
  return async collectionId => {
    const { version, asked } = await db
      .selectFrom('collections')
      .select('version')
      .select(eb => [
        eb
          .selectFrom('recipients')
          .select(({ fn }) => fn.countAll<number>().as('asked'))
          .where('collectionId', '=', collectionId)
          .as('asked'),
      ])
      .where('id', '=', collectionId)
      .executeTakeFirstOrThrow();
    const key = JSON.stringify([collectionId, version, asked]);
    if (last?.key !== key) {
      const recipients = await db
        .selectFrom('recipients')
        .innerJoin('agencies', 'agencies.id', 'recipients.agencyId')
        .select(['recipients.id', 'agencies.name'])
        .where('collectionId', '=', collectionId)
        .orderBy('agencies.name')
        .execute();
      last = { key, order: { collection: collectionId, recipients, editions: await editionsOf(db, collectionId) } };
    }
    return last.order;
  };
}
