import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/**
 * Reads the database as it is at one moment, however long that takes and whatever is written meanwhile. Nobody who writes waits for
 * it, and it takes none of the connections that requests are served by.
 */
export type Snapshot = <T>(read: (db: Kysely<Database>) => Promise<T>) => Promise<T>;

/**
 * Each snapshot has a connection of its own, which is let go of at its end.
 * @param open a connection that sees what all others have written
 * @param most how many are open at a time; who comes then waits
 */
export function snapshots(
  open: () => Kysely<Database>,
  most: number,
): { readonly snapshot: Snapshot; ended(): Promise<void> } {
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let free = most;

  const turn = async (): Promise<void> => {
    if (free > 0) free--;
    else await new Promise<void>(resolve => waiting.push(resolve));
  };
  const pass = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const readOnce = async <T>(read: (db: Kysely<Database>) => Promise<T>): Promise<T> => {
    await turn();
    try {
      const db = open();
      try {
        return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
      } finally {
        await db.destroy();
      }
    } finally {
      pass();
    }
  };

  return {
    async snapshot(read) {
      const reading = readOnce(read);
      running.add(reading);
      try {
        return await reading;
      } finally {
        running.delete(reading);
      }
    },
    async ended() {
      await Promise.allSettled(running);
    },
  };
}
