import type { Kysely } from 'kysely';
import { type Collection, dayInTaipei, type Roster, rosterStateOn, rosterStates } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';

/** How many agencies stand where today. */
export async function rosterOf(db: Kysely<Database>, collection: Collection, now: Date): Promise<Roster> {
  const { id: collectionId, edition } = collection;
  const rows = await db
    .selectFrom('recipients')
    .select(eb => [
      'state',
      eb.fn.countAll<number>().as('count'),
      eb.fn.count<number>('id').filterWhere('edition', '=', edition).as('made'),
    ])
    .where('collectionId', '=', collectionId)
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(rosterStates.map(state => [state, 0])) as Roster['counts'];
  for (const row of rows) counts[rosterStateOn(row, collection, dayInTaipei(now))] += Number(row.count);
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + Number(pick(row)), 0);
  const total = sum(row => row.count);
  return { collectionId, counts, total, making: collection.state === 'open' ? total - sum(row => row.made) : 0 };
}
