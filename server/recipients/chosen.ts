import type { Kysely } from 'kysely';
import type { Collection, Recipient } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';

export type Line = Pick<Recipient, 'id' | 'state' | 'mailTo' | 'mailState' | 'edition' | 'sentAt'>;

/**
 * The recipients of a collection, or those of them that are named, in one statement.
 * @throws Refusal `foreign_reference` when a named one is not of this collection
 */
export async function linesOf(
  db: Kysely<Database>,
  { id }: Pick<Collection, 'id'>,
  named: readonly string[] | undefined,
): Promise<readonly Line[]> {
  const ids = named && [...new Set(named)];
  if (ids?.length === 0) return [];
  const rows = await db
    .selectFrom('recipients')
    .select(['id', 'state', 'mailTo', 'mailState', 'edition', 'sentAt'])
    .where('collectionId', '=', id)
    .$if(ids !== undefined, query => query.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute();
  if (ids && rows.length < ids.length) throw new Refusal('foreign_reference', { field: 'recipientIds' });
  return rows;
}
