import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of its own, in a temporary folder on a loopback port. `url` connects as its superuser. */
export interface PostgresServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server in under a second. It stops with `stop`, and also when this process ends in any other way.
 * Writes are not flushed to disk unless `durable`.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const keeper = spawn(
    process.execPath,
    [join(import.meta.dirname, 'postgres-keeper.ts'), ...(durable ? ['--durable'] : [])],
    // Its own process group, so that Ctrl-C reaches only this process and the keeper lives to clean up.
    { detached: true, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = once(keeper, 'exit');
  const url = await Promise.race([
    once(keeper.stdout, 'data').then(([line]) => String(line).trim()),
    exited.then(() => Promise.reject(new Error('PostgreSQL did not start; its reason stands above.'))),
  ]);
  return {
    url,
    stop: async () => {
      keeper.stdin.end();
      await exited;
    },
  };
}

async function inMaintenance(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh, empty database on a running server. `drop` also ends connections that were left open. */
export async function createDatabaseOn(
  serverUrl: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  await inMaintenance(serverUrl, `create database ${name} template template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => inMaintenance(serverUrl, `drop database ${name} with (force)`) };
}
