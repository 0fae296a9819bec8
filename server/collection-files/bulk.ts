import { setImmediate as turn } from 'node:timers/promises';
import type { FilesApplied, FilesReject, FilesRejected } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { applyThoseClean } from './apply.ts';
import { collectionFiles } from './definition.ts';
import { rejectThoseSeen } from './reject.ts';

/** Files of one change: few enough that others have their turn soon, enough that most statements serve several. */
const atOnce = 10;

/**
 * Takes in every file of a collection that waits and is clean, or those of them that are named. Some at a time are a change of
 * their own, so that whatever ends the server midway has applied some of them whole and none of them twice.
 */
export async function applyClean(
  context: Context,
  actor: Actor,
  collectionId: string,
  named: readonly string[] | undefined,
): Promise<FilesApplied> {
  const ids = await waiting(context, actor, collectionId, named);
  const done = await someAtATime(ids, some =>
    change(context, actor, work => applyThoseClean(work, collectionId, some)).catch((error: unknown): FilesApplied => {
      if (error instanceof Refusal) return { applied: 0, left: some.map(id => ({ id, why: 'conflict' })) };
      throw error;
    }),
  );
  return {
    applied: done.reduce((sum, { applied }) => sum + applied, 0),
    left: done.flatMap(({ left }) => left),
  };
}

/** Turns files down that a person chose, all for one reason; some at a time as well. */
export async function rejectChosen(
  context: Context,
  actor: Actor,
  collectionId: string,
  { files, reason }: FilesReject,
): Promise<FilesRejected> {
  const done = await someAtATime(files, some =>
    change(context, actor, work => rejectThoseSeen(work, collectionId, { files: [...some], reason })).catch(
      (error: unknown): FilesRejected => {
        if (error instanceof Refusal) return { rejected: 0, left: some.map(({ id }) => ({ id, why: 'conflict' })) };
        throw error;
      },
    ),
  );
  return {
    rejected: done.reduce((sum, { rejected }) => sum + rejected, 0),
    left: done.flatMap(({ left }) => left),
  };
}

async function someAtATime<T, Done>(all: readonly T[], run: (some: readonly T[]) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (let i = 0; i < all.length; i += atOnce) {
    // The embedded database answers at once; others must have their turn in between.
    await turn();
    done.push(await run(all.slice(i, i + atOnce)));
  }
  return done;
}

async function waiting(
  { db }: Context,
  actor: Actor,
  collectionId: string,
  named: readonly string[] | undefined,
): Promise<readonly string[]> {
  if (named?.length === 0) return [];
  const rows = await db
    .selectFrom('collectionFiles')
    .select('id')
    .where('collectionId', '=', collectionId)
    .where(within(collectionFiles.reach, actor, scopeOf(actor.role, 'collectionFiles', 'apply')))
    .$if(named === undefined, query => query.where('state', '=', 'read'))
    .$if(named !== undefined, query => query.where('id', 'in', named!))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
