import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import { digest, newToken } from '../sessions/sessions.ts';

const hours: Readonly<Record<'setup' | 'reset', number>> = { setup: 24, reset: 24 };

/** Makes a one-time link token; earlier ones for the same purpose and person stop working. */
export async function issueToken(
  db: Kysely<Database>,
  purpose: 'setup' | 'reset',
  userId: string | null,
  now: Date,
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + hours[purpose] * 3_600_000).toISOString();
  await db
    .deleteFrom('tokens')
    .where('purpose', '=', purpose)
    .where('userId', userId === null ? 'is' : '=', userId)
    .execute();
  await db
    .insertInto('tokens')
    .values({ tokenHash: digest(token), purpose, userId, expiresAt })
    .execute();
  return { token, expiresAt };
}

/** Spends a token: it works once. @throws Refusal `wrong_token` */
export async function spendToken(
  tx: Kysely<Database>,
  purpose: 'setup' | 'reset',
  token: string,
  now: string,
): Promise<{ readonly userId: string | null }> {
  const spent = await tx
    .deleteFrom('tokens')
    .where('tokenHash', '=', digest(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returning('userId')
    .executeTakeFirst();
  if (!spent) throw new Refusal('wrong_token');
  return spent;
}
