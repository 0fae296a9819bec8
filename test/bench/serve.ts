/**
 * Serves the sample for measuring, in a process of its own, until its standard input closes.
 * `node serve.ts ours '{"dataDir":…,"databaseUrl":…}'` or `node serve.ts json-server '{}'`; prints where.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jsonServer from 'json-server';
import { readConfig } from '../../server/config.ts';
import { start } from '../../server/start.ts';
import { clientFor } from '../support/client.ts';
import { loadSample } from '../support/load-sample.ts';
import { benchSample, secretariatOf } from './rows.ts';

export interface Served {
  readonly base: string;
  readonly cookie: string;
}

interface Where {
  readonly dataDir?: string;
  readonly databaseUrl?: string;
}

const serve: Readonly<Record<string, (where: Where) => Promise<Served>>> = {
  async ours({ dataDir, databaseUrl }) {
    const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORT: '0' });
    // The sample's year, in which nobody's password is overdue.
    const running = await start(config, () => new Date('2025-06-15T00:00:00.000Z'));
    const sample = benchSample();
    await loadSample(running.context.db, sample);
    const { cookie } = await clientFor(running, secretariatOf(sample));
    return { base: await running.app.listen({ port: 0, host: '127.0.0.1' }), cookie };
  },
  async 'json-server'() {
    const app = jsonServer.create();
    app.use('/api', jsonServer.router(benchSample()));
    const server = createServer(app);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cookie: '' };
  },
};

const [, , who = '', where = '{}'] = process.argv;
const served = await serve[who]!(JSON.parse(where) as Where);
process.stdout.write(`${JSON.stringify(served)}\n`);
process.stdin.resume().once('end', () => process.exit());
