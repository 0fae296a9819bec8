import type { Kysely } from 'kysely';
import type { Edition } from '../../sync/collect/index.ts';
import type { Database } from '../database/schema.ts';

/** The editions of a collection's form, newest first. */
export async function editionsOf(db: Kysely<Database>, collectionId: string): Promise<readonly Edition[]> {
  const rows = await db
    .selectFrom('collectionEditions')
    .select('issued')
    .where('collectionId', '=', collectionId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ issued }) => JSON.parse(issued) as Edition);
}
