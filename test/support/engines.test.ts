import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { createDatabase, engines } from './engines.ts';
import { startPostgres } from './postgres.ts';

const ask = async (url: string, statement: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

test('tests run on the Node that the product runs on', () => {
  expect(process.versions.node).toMatch(/^24\./);
});

describe.each(engines)('$name', engine => {
  test('opens a fresh place every time and removes it on close', async () => {
    const [one, other] = [await engine.open(), await engine.open()];
    expect(one.url ?? one.file).not.toBe(other.url ?? other.file);
    await one.close();
    await other.close();
  });
});

test('a new database has no tables, and is gone once dropped', async () => {
  const { url, drop } = await createDatabase();
  expect(await ask(url, `select tablename from pg_tables where schemaname = 'public'`)).toEqual([]);
  await drop();
  await expect(ask(url, 'select 1')).rejects.toThrow(/does not exist/);
});

test('a durable server flushes its writes, and leaves no folder behind', async () => {
  const server = await startPostgres({ durable: true });
  const [row] = await ask(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('data_directory') as folder`,
  );
  expect(row?.fsync).toBe('on');
  await server.stop();
  await expect(access(String(row?.folder))).rejects.toThrow(/ENOENT/);
});

test('a server goes away with the process that started it, even a killed one', async () => {
  const script = `import { startPostgres } from './test/support/postgres.ts';
    const server = await startPostgres();
    process.stdout.write(server.url);
    setTimeout(() => {}, 60_000);`;
  const user = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(user.stdout, 'data');
  expect(await ask(String(url), 'select 1 as one')).toEqual([{ one: 1 }]);
  user.kill('SIGKILL');
  await expect
    .poll(
      () =>
        ask(String(url), 'select 1').then(
          () => 'up',
          (error: Error) => error.message,
        ),
      { timeout: 10_000 },
    )
    .toMatch(/ECONNREFUSED/);
});
