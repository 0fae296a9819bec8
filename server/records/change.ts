import type { Transaction } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Engine } from '../database/connect.ts';
import type { Database } from '../database/schema.ts';
import { append, type Happening } from '../events/append.ts';

/** A unit of work: one transaction, one instant, one person, and the events that it leaves behind. */
export interface Change {
  readonly tx: Transaction<Database>;
  readonly engine: Engine;
  readonly actor: Actor;
  /** The instant of the change, ISO 8601 in UTC. */
  readonly at: string;
  readonly record: (happening: Happening) => void;
}

type Where = Pick<Context, 'db' | 'engine' | 'now'>;

/**
 * Runs `work` in one transaction and appends its events as the last thing in it: all of it happens, or nothing does. When
 * two changes wait for each other, PostgreSQL undoes one of them, which is then done again from the start; so `work` must
 * leave no trace outside the transaction.
 */
export async function change<T>(context: Where, actor: Actor, work: (change: Change) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(context, actor, work);
    } catch (error) {
      if (attempt === attempts || !wasVictim(error)) throw error;
    }
  }
}

const attempts = 4;

/** PostgreSQL's deadlock_detected and serialization_failure. */
const wasVictim = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');

function once<T>(context: Where, actor: Actor, work: (change: Change) => Promise<T>): Promise<T> {
  return context.db.transaction().execute(async tx => {
    const happenings: Happening[] = [];
    const now = context.now();
    const unit = {
      tx,
      engine: context.engine,
      actor,
      at: now.toISOString(),
      record: (h: Happening) => happenings.push(h),
    };
    const result = await work(unit);
    await append(tx, context.engine, now, actor, happenings);
    return result;
  });
}

/** Appends events that no change goes with, such as downloads and refusals. */
export function note(
  context: Where,
  doer: { readonly id: string | null; readonly name: string },
  happenings: readonly Happening[],
) {
  return context.db.transaction().execute(tx => append(tx, context.engine, context.now(), doer, happenings));
}
