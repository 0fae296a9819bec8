import type { Kysely } from 'kysely';
import type { Role } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { offeredAccounts } from '../demo/cast.ts';

/** The password of every account in the demo; the demo listens on loopback only and forgets all when it ends. */
export const demoPassword = 'demo-guankao-114';

/** The accounts that the demo's log-in page lists, in the order of the cast. */
export async function demoAccounts(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('users')
    .select(['account', 'role', 'name'])
    .where('account', 'in', [...offeredAccounts])
    .execute();
  return rows
    .toSorted((a, b) => offeredAccounts.indexOf(a.account) - offeredAccounts.indexOf(b.account))
    .map(row => ({ account: row.account, password: demoPassword, role: row.role as Role, name: row.name }));
}
