import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';

type Where = Pick<Context, 'db' | 'engine' | 'now'>;

/** Tables whose rows are work that a server takes under a lease. */
export type Leased = Extract<keyof Database, 'recipients' | 'outbox' | 'collectionFiles'>;

interface Wanted {
  readonly table: Leased;
  /** Which rows are work that is still to be done. */
  readonly open: RawBuilder<boolean>;
  readonly most: number;
  /** How long nobody else takes them, in ms: longer than the work on all of them can take, or than it takes to `prolong`. */
  readonly leaseMs: number;
}

const later = (from: Date, ms: number): string => new Date(from.getTime() + ms).toISOString();

/**
 * Takes rows that nobody works on, in one statement, so that no two servers take the same. Whoever dies with them leaves them to
 * the others once the lease is over.
 * @returns their ids, oldest first, and the lease that they were taken under
 */
export async function claim(
  { db, engine, now }: Where,
  { table, open, most, leaseMs }: Wanted,
): Promise<{ readonly ids: readonly string[]; readonly leaseUntil: string }> {
  const at = now();
  const leaseUntil = later(at, leaseMs);
  const id = sql.ref<string>(`${table}.id`);
  const lease = sql.ref<string | null>(`${table}.leaseUntil`);
  const { rows } = await sql<{ readonly id: string }>`
    update ${sql.table(table)} set ${sql.ref('leaseUntil')} = ${leaseUntil} where ${id} in (
      select ${id} from ${sql.table(table)}
      where ${open} and (${lease} is null or ${lease} <= ${at.toISOString()})
      order by ${id} limit ${most} ${engine === 'postgres' ? sql`for update skip locked` : sql``}
    ) returning ${sql.ref('id')}`.execute(db);
  return { ids: rows.map(row => row.id).sort(), leaseUntil };
}

/**
 * Says that rows that were taken together are still worked on; those of them that are done are not under the lease any more.
 * @returns the lease from now on; null where all are done, or somebody else took them once the lease was over
 */
export async function prolong(
  { db, now }: Pick<Where, 'db' | 'now'>,
  table: Leased,
  ids: readonly string[],
  leaseUntil: string,
  leaseMs: number,
): Promise<string | null> {
  const next = later(now(), leaseMs);
  const { numAffectedRows } = await sql`update ${sql.table(table)} set ${sql.ref('leaseUntil')} = ${next}
    where ${sql.ref('id')} in (${sql.join(ids)}) and ${sql.ref('leaseUntil')} = ${leaseUntil}`.execute(db);
  return numAffectedRows ? next : null;
}
