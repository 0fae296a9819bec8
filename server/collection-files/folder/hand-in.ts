import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/rules.ts';
import { collections } from '../../collections/definition.ts';
import { ConfigError } from '../../config.ts';
import type { Context } from '../../context.ts';
import { change } from '../../records/change.ts';
import { find } from '../../records/records.ts';
import { mustTakeFiles } from '../open.ts';
import { type Delivered, deliver } from '../receive.ts';
import { copiesOf } from './arriving.ts';

/** The person in whose name files are handed in, as the events tell it. @throws ConfigError */
export async function personOf({ db }: Pick<Context, 'db'>, account: string): Promise<Actor> {
  const user = await db
    .selectFrom('users')
    .select(['id', 'name', 'agencyId', 'unitId', 'role'])
    .where('account', '=', account)
    .where('disabled', '=', false)
    .executeTakeFirst();
  if (!user) throw new ConfigError(`--as: there is no account ${account} that may log in.`);
  if (scopeOf(user.role, 'collections', 'deliver') === 'none')
    throw new ConfigError(`--as: ${account} may not take files in; a secretariat may.`);
  return user;
}

/** Hands files of a folder to a collection, through the same service as an upload. @throws Refusal */
export async function handIn(
  context: Context,
  actor: Actor,
  collectionId: string,
  folder: string,
  names: readonly string[],
): Promise<Delivered> {
  const { agencyId: bureauId } = await change(context, actor, async work => {
    const found = await find(work, collections, 'deliver', collectionId);
    await mustTakeFiles(work, found.id);
    return found;
  });
  const target = { bureauId, collectionId, via: 'file', recipientId: null, anew: false } as const;
  const limits = { incoming: context.storage.incoming, most: context.config.uploadLimitBytes };
  return deliver(context, actor, target, copiesOf(folder, names, limits));
}
