import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';

/** Longer than any one request to Google may take with its repetitions. */
const leaseMs = 10 * 60_000;

/** The right to be the only writer of a spreadsheet, for a while. */
export interface Lease {
  /** Makes sure that it is still ours, and prolongs it. @throws Refusal `sheet_busy` when another server took over */
  readonly renew: () => Promise<void>;
}

type Where = Pick<Context, 'db' | 'now'>;

/** Does something as the only writer of a spreadsheet among all servers. @returns null when another one is at it */
export async function withLease<T>(
  { db, now }: Where,
  sheetId: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T | null> {
  const holder = randomUUID();
  const until = () => new Date(now().getTime() + leaseMs).toISOString();
  const taken = await db
    .updateTable('sheets')
    .set({ leaseHolder: holder, leaseUntil: until() })
    .where('id', '=', sheetId)
    .where(or => or.or([or('leaseUntil', 'is', null), or('leaseUntil', '<=', now().toISOString())]))
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return null;
  const renew = async () => {
    const kept = await db
      .updateTable('sheets')
      .set({ leaseUntil: until() })
      .where('id', '=', sheetId)
      .where('leaseHolder', '=', holder)
      .executeTakeFirst();
    if (kept.numUpdatedRows === 0n) throw new Refusal('sheet_busy');
  };
  try {
    return await work({ renew });
  } finally {
    await db
      .updateTable('sheets')
      .set({ leaseHolder: null, leaseUntil: null })
      .where('id', '=', sheetId)
      .where('leaseHolder', '=', holder)
      .execute();
  }
}
