import { hash, verify } from '@node-rs/argon2';
import type { Transaction } from 'kysely';
import { passwordRule } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import { isCommonPassword } from './common-passwords.ts';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Verified instead of a missing hash, so that an unknown account takes as long as a known one. */
const nobody = hashPassword(crypto.randomUUID());

export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== null;
}

/** @throws Refusal `password_weak` */
export function refuseWeak(password: string, account: string): void {
  if (isCommonPassword(password, account)) throw new Refusal('password_weak');
}

/**
 * Gives a person a new password and ends their sessions except `keepSession`.
 * @throws Refusal `password_weak`, or `password_reused` for one of the last few
 */
export async function setPassword(
  tx: Transaction<Database>,
  person: { readonly id: string; readonly account: string },
  password: string,
  at: string,
  keepSession: string | null = null,
): Promise<void> {
  refuseWeak(password, person.account);
  const recent = await tx
    .selectFrom('passwordHistory')
    .select('passwordHash')
    .where('userId', '=', person.id)
    .orderBy('changedAt', 'desc')
    .limit(passwordRule.remembered)
    .execute();
  for (const { passwordHash } of recent)
    if (await verify(passwordHash, password)) throw new Refusal('password_reused', { count: passwordRule.remembered });

  const passwordHash = await hashPassword(password);
  await tx
    .updateTable('users')
    .set({ passwordHash, passwordChangedAt: at, mustChangePassword: false, failedLogins: 0, lockedUntil: null })
    .where('id', '=', person.id)
    .execute();
  await tx.insertInto('passwordHistory').values({ userId: person.id, passwordHash, changedAt: at }).execute();
  await tx
    .deleteFrom('sessions')
    .where('userId', '=', person.id)
    .$if(keepSession !== null, query => query.where('id', '!=', keepSession!))
    .execute();
}
