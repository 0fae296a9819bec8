import type { Collection } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { collections } from './definition.ts';

/**
 * A collection for what only the agency that asks may see of it, such as how all the others stand.
 * @throws Refusal `not_found`, `not_allowed` for an agency that is merely asked
 */
export async function ownCollection(
  { lister }: Pick<Context, 'lister'>,
  actor: Actor,
  id: string,
): Promise<Collection> {
  const row = await lister.read(collections, actor, id);
  if (row.agencyId !== actor.agencyId) throw new Refusal('not_allowed');
  return row;
}
