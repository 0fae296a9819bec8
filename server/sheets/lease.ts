import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';

/** Longer than any one request to Google may take with its repetitions. */
const leaseMs = 10 * 60_000;

/** The right to be the only writer of a spreadsheet, for a while. */
export interface Lease {
  /** Makes sure that it is still ours, and prolongs it. @throws Refusal `sheet_busy` when another server took over */
  readonly renew: () => Promise<void>;
  /** The same within a transaction, which nobody can take the lease away from before it ends. */
  readonly hold: (tx: Kysely<Database>) => Promise<void>;
}

type Where = Pick<Context, 'db' | 'now'>;

/** Tables of spreadsheets, each row with a lease of its own. */
export type SheetTable = Extract<keyof Database, 'sheets' | 'recipientSheets'>;

/** Does something as the only writer of a spreadsheet among all servers. @returns null when another one is at it */
export async function withLease<T>(
  { db, now }: Where,
  table: SheetTable,
  sheetId: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T | null> {
  const holder = randomUUID();
  const until = () => new Date(now().getTime() + leaseMs).toISOString();
  const taken = await db
    .updateTable(table)
    .set({ leaseHolder: holder, leaseUntil: until() })
    .where('id', '=', sheetId)
    .where(or => or.or([or('leaseUntil', 'is', null), or('leaseUntil', '<=', now().toISOString())]))
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return null;
  const hold = async (tx: Kysely<Database>) => {
    const kept = await tx
      .updateTable(table)
      .set({ leaseUntil: until() })
      .where('id', '=', sheetId)
      .where('leaseHolder', '=', holder)
      .executeTakeFirst();
    if (kept.numUpdatedRows === 0n) throw new Refusal('sheet_busy');
  };
  try {
    return await work({ renew: () => hold(db), hold });
  } finally {
    await db
      .updateTable(table)
      .set({ leaseHolder: null, leaseUntil: null })
      .where('id', '=', sheetId)
      .where('leaseHolder', '=', holder)
      .execute();
  }
}
