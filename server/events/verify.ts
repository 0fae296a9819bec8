import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { type Connection, connect } from '../database/connect.ts';
import { type Broken, firstBroken } from './chain.ts';

const pageSize = 5000;

/** Walks the whole chain. @returns how many events hold, and the first broken link if there is one */
export async function verifyChain({
  db,
}: Connection): Promise<{ readonly events: number; readonly broken: Broken | null }> {
  let last = { id: 0, hash: '' };
  for (;;) {
    const page = await db
      .selectFrom('events')
      .selectAll()
      .where('id', '>', last.id)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    const broken = firstBroken(page, last);
    if (broken) return { events: broken.id - 1, broken };
    const end = page.at(-1);
    if (end) last = end;
    if (page.length < pageSize) break;
  }
  const head = await db.selectFrom('eventChain').selectAll().executeTakeFirstOrThrow();
  const cut = head.lastId !== last.id || head.lastHash !== last.hash;
  return { events: last.id, broken: cut ? { id: last.id + 1, why: 'missing' } : null };
}

if (import.meta.main) {
  const config = readConfig(process.env);
  const connection = connect({ url: config.databaseUrl, file: join(config.dataDir, 'guankao.sqlite') });
  const { events, broken } = await verifyChain(connection);
  await connection.close();
  process.stdout.write(
    broken
      ? `Event ${broken.id} is ${broken.why}; the ${events} events before it hold.\n`
      : `All ${events} events hold.\n`,
  );
  process.exitCode = broken ? 1 : 0;
}
