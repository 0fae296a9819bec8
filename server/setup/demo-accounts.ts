import type { Kysely } from 'kysely';
import type { Role } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';

/** The password of every account in the demo; the demo listens on loopback only and forgets all when it ends. */
export const demoPassword = 'demo-guankao-114';

export async function demoAccounts(db: Kysely<Database>) {
  const rows = await db.selectFrom('users').select(['account', 'role', 'name']).orderBy('id').execute();
  return rows.map(row => ({ account: row.account, password: demoPassword, role: row.role as Role, name: row.name }));
}
