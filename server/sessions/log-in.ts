import type { FastifyRequest } from 'fastify';
import { isPassword } from '../accounts/passwords.ts';
import type { Context } from '../context.ts';
import { append } from '../events/append.ts';
import { Refusal } from '../problems/refusal.ts';

const lock = { failures: 5, minutes: 15 } as const;

/**
 * Checks an account and password. Five failures lock the account for a quarter of an hour; a wrong password, a locked, a
 * disabled and an unknown account are answered alike, after the same work.
 * @returns the person's id
 * @throws Refusal `wrong_credentials`
 */
export async function checkCredentials(
  { db, engine, now }: Context,
  request: FastifyRequest,
  account: string,
  password: string,
): Promise<string> {
  const known = await db
    .selectFrom('users')
    .select(['id', 'name', 'agencyId', 'unitId', 'passwordHash', 'disabled', 'failedLogins', 'lockedUntil'])
    .where('account', '=', account.trim().toLowerCase())
    .executeTakeFirst();
  const matches = await isPassword(known?.passwordHash ?? null, password);
  const at = now();
  const locked = known?.lockedUntil != null && known.lockedUntil > at.toISOString();
  const ok = known !== undefined && matches && !known.disabled && !locked;

  await db.transaction().execute(async tx => {
    if (known) {
      const failedLogins = ok || locked ? known.failedLogins : known.failedLogins + 1;
      const lockNow = !ok && !locked && failedLogins >= lock.failures;
      const lockedUntil = new Date(at.getTime() + lock.minutes * 60_000).toISOString();
      await tx
        .updateTable('users')
        .set(
          ok
            ? { failedLogins: 0, lockedUntil: null, lastLoginAt: at.toISOString() }
            : lockNow
              ? { failedLogins: 0, lockedUntil }
              : { failedLogins },
        )
        .where('id', '=', known.id)
        .execute();
    }
    // Of an unknown account nothing is kept: people type passwords into the wrong field.
    const happening = {
      action: ok ? 'session.logIn' : 'session.refused',
      resource: 'users',
      recordId: known?.id ?? null,
      agencyId: known?.agencyId ?? null,
      unitId: known?.unitId ?? null,
      after: { address: request.ip },
    };
    await append(tx, engine, at, { id: ok ? known.id : null, name: known?.name ?? '' }, [happening]);
  });
  if (!ok) throw new Refusal('wrong_credentials');
  return known.id;
}
