import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../../../server/database/connect.ts';
import { createDatabase } from '../../support/engines.ts';

it('goes on after PostgreSQL ended its resting connections, as when it restarts', async () => {
  const { url, drop } = await createDatabase();
  const [ours, other] = [connect({ url }), connect({ url })];
  await sql`select 1`.execute(ours.db);
  const { rows } = await sql<{ ended: number }>`
    select count(*) as ended from (
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
    ) as connections`.execute(other.db);
  expect(rows[0]!.ended).toBe(1);
  await new Promise(resolve => setTimeout(resolve, 200));
  expect((await sql<{ one: number }>`select 1 as one`.execute(ours.db)).rows).toEqual([{ one: 1 }]);
  await ours.close();
  await other.close();
  await drop();
});
