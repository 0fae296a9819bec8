import type { Kysely } from 'kysely';
import { issueToken } from '../accounts/tokens.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';

/** Whether nobody has an account yet. */
export async function needsSetup(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** The one-time link for the first administrator, or null when there is one already. Each start makes a new link. */
export async function setupLink({ db, config, now }: Context): Promise<string | null> {
  if (!(await needsSetup(db))) return null;
  const { token } = await issueToken(db, 'setup', null, now());
  return `${config.publicUrl}/#/setup?token=${token}`;
}
