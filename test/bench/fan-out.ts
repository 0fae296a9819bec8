import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsonServer from 'json-server';
import { readConfig } from '../../server/config.ts';
import { start } from '../../server/start.ts';
import { sample } from '../mock/sample/index.ts';
import { clientFor } from '../support/client.ts';
import { loadSample } from '../support/load-sample.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Bench, type Measure, repeat } from './measure.ts';
import { secretariatOf } from './rows.ts';

const what = 'fan out 600 steps to 12 units';
const size = { agencies: 1, unitsPerAgency: 12, stepsPerPlan: 600, roundsPerPlan: 0 };
const times = 3;

const { assignments, ...office } = sample(size);
const empty = { ...office, assignments: [] };
const steps = office.planItems.filter(item => item.depth === 2).map(item => item.id);

/** One request that creates 7,200 assignments, each with its event, in one transaction. */
async function ours(who: string, databaseUrl: string | null): Promise<Measure> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guankao-bench-'));
  const config = { ...readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), databaseUrl };
  let statements = 0;
  const running = await start(
    config,
    () => new Date('2025-06-15T00:00:00.000Z'),
    () => {
      statements += 1;
    },
  );
  try {
    await loadSample(running.context.db, empty);
    const client = await clientFor(running, secretariatOf(empty));
    const wish = { planId: office.plans[0]!.id, planItemIds: steps, leadUnitIds: office.units.map(unit => unit.id) };
    let counted = 0;
    const taken = await repeat(times, async () => {
      await running.context.db.deleteFrom('assignments').execute();
      statements = 0;
      const { body } = await client.post('/api/assignments/bulk', wish);
      counted = statements;
      if (body.create?.length !== assignments.length) throw new Error(`The fan-out answered ${JSON.stringify(body)}`);
    });
    return { what, who, ...taken, note: `one request, ${counted} statements, with events` };
  } finally {
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** json-server takes one row at a time, in memory: the same 7,200 rows over 8 connections. */
async function peer(): Promise<Measure> {
  const app = jsonServer.create();
  const router = jsonServer.router(structuredClone(empty));
  app.use('/api', router);
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const post = (row: object): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      request({ port, agent, path: '/api/assignments', method: 'POST', headers }, response => {
        response.resume().once('end', resolve);
      })
        .once('error', reject)
        .end(JSON.stringify(row));
    });
  try {
    const taken = await repeat(times, async () => {
      router.db.get('assignments').value().length = 0;
      await Promise.all(assignments.map(post));
    });
    return { what, who: 'json-server 0.17', ...taken, note: '7,200 requests, in memory' };
  } finally {
    agent.destroy();
    server.close();
  }
}

async function run(): Promise<readonly Measure[]> {
  const postgres = await startPostgres({ durable: true });
  try {
    return [await ours('Guankao on SQLite', null), await ours('Guankao on PostgreSQL', postgres.url), await peer()];
  } finally {
    await postgres.stop();
  }
}

export const fanOut: Bench = { name: 'fan-out', run };
