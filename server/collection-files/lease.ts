import { type Kysely, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';

/** A file that this server alone reads, as long as it says so from time to time. */
export interface Leased {
  readonly id: string;
  readonly collectionId: string;
  readonly recipientId: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly receivedBy: string;
  readonly tries: number;
}

/** A server that was killed leaves its files to the others after this time. */
export const leaseMs = 10_000;
/** Well within the lease. */
export const renewMs = 3000;

type Where = Pick<Context, 'db' | 'engine' | 'now'>;

const until = ({ now }: Where): string => new Date(now().getTime() + leaseMs).toISOString();

/** Takes the file that waits longest and that nobody reads; null where there is none. One statement, so that no two take the same. */
export async function takeNext(where: Where): Promise<Leased | null> {
  const { db, engine, now } = where;
  const next = (from: Kysely<Database>) =>
    from
      .selectFrom('collectionFiles')
      .select('id')
      .where('state', '=', 'waiting')
      .where(eb => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', now().toISOString())]))
      .orderBy('id')
      .limit(1)
      .$if(engine === 'postgres', query => query.forUpdate().skipLocked());
  const row = await db
    .updateTable('collectionFiles')
    .set({ leaseUntil: until(where), tries: sql<number>`tries + 1` })
    .where('id', '=', next(db))
    .where('state', '=', 'waiting')
    .returning(['id', 'collectionId', 'recipientId', 'fileName', 'sha256', 'receivedBy', 'tries'])
    .executeTakeFirst();
  return row ?? null;
}

/** Says that the file is still being read. */
export async function renew(where: Where, id: string): Promise<void> {
  await where.db
    .updateTable('collectionFiles')
    .set({ leaseUntil: until(where) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Leaves a file that could not be read for the moment to whoever comes next, after a while. */
export const putBack = (where: Where, id: string): Promise<void> => renew(where, id);
