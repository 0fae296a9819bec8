import { setImmediate as turn } from 'node:timers/promises';
import type { CollectionFile, FilesApplied } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { applyIfClean, LeftOut } from './apply.ts';
import { collectionFiles } from './definition.ts';

/**
 * Takes in every file of a collection that waits and is clean, or those of them that are named. Each is a change of its own, so
 * that whatever ends the server midway has applied some of them whole and none of them twice.
 */
export async function applyClean(
  context: Context,
  actor: Actor,
  collectionId: string,
  named: readonly string[] | undefined,
): Promise<FilesApplied> {
  const ids = await waiting(context, actor, collectionId, named);
  const left: FilesApplied['left'] = [];
  let applied = 0;
  for (const id of ids) {
    // The embedded database answers at once; others must have their turn between files.
    await turn();
    try {
      await change(context, actor, async work =>
        applyIfClean(work, await find<CollectionFile>(work, collectionFiles, 'apply', id)),
      );
      applied++;
    } catch (error) {
      if (error instanceof LeftOut) left.push({ id, why: error.why });
      else if (error instanceof Refusal) left.push({ id, why: 'conflict' });
      else throw error;
    }
  }
  return { applied, left };
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
