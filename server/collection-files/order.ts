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
    const now = await db
      .selectFrom('collections')
      .innerJoin('recipients', 'recipients.collectionId', 'collections.id')
      .innerJoin('agencies', 'agencies.id', 'recipients.agencyId')
      .select('collections.edition')
      // Somebody may be asked instead of another, or be called otherwise.
      .select(({ fn }) => [
        fn.countAll<number>().as('asked'),
        fn.max('recipients.id').as('newest'),
        fn.max('agencies.updatedAt').as('named'),
      ])
      .where('collections.id', '=', collectionId)
      .groupBy('collections.edition')
      .executeTakeFirst();
    const key = JSON.stringify([collectionId, now]);
    if (last?.key !== key) {
      const recipients = await db
        .selectFrom('recipients')
        .innerJoin('agencies', 'agencies.id', 'recipients.agencyId')
        .select(['recipients.id', 'agencies.name'])
        .where('collectionId', '=', collectionId)
        .orderBy('agencies.name')
        .execute();
      const collection = await markedAs({ db }, collectionId);
      last = { key, order: { collection, recipients, editions: await editionsOf(db, collectionId) } };
    }
    return last.order;
  };
}

/** The id that workbooks of a collection bear: where it came by package, that of the bureau which made them out. */
async function markedAs({ db }: Pick<Context, 'db'>, collectionId: string): Promise<string> {
  const origin = await db
    .selectFrom('packageRows')
    .select('foreignId')
    .where('resource', '=', 'collections')
    .where('localId', '=', collectionId)
    .executeTakeFirst();
  return origin?.foreignId ?? collectionId;
}
