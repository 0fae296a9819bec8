import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startPostgres } from '../support/postgres.ts';
import { type Bench, type Measure, percentile } from './measure.ts';
import { underLoad, whileServing } from './processes.ts';
import type { Served } from './serve.ts';

const states = ['returned', 'drafting', 'accepted', 'pending'];

/** 25 reports in one state, due in the second half of the year, by due day and then the latest edit, at several pages. */
const paths = states.flatMap(state =>
  [0, 25, 250].map(
    start =>
      `/api/reports?state=${state}&dueDate_gte=2025-06-01&_sort=dueDate,updatedAt&_order=asc,desc&_start=${start}&_end=${start + 25}`,
  ),
);

const connections = 8;

interface Result {
  readonly measure: Measure;
  readonly answers: readonly unknown[];
}

async function measureServer(who: string, { base, cookie }: Served): Promise<Result> {
  const answers = await Promise.all(
    paths.map(async path => (await fetch(base + path, { headers: { cookie } })).json() as Promise<unknown>),
  );
  const { times, seconds } = await underLoad({ base, cookie, paths, connections, warmUpSeconds: 2, seconds: 6 });
  const perSecond = times.length / seconds;
  const what = `list 25 of 100,000 reports, filtered and sorted, ${connections} connections`;
  return { measure: { what, who, perSecond, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }, answers };
}

/** The same rows and the same requests to all three; the answers must agree before the speeds are compared. */
async function run(): Promise<readonly Measure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guankao-bench-'));
  const postgres = await startPostgres({ durable: true });
  try {
    const results = [
      await whileServing('ours', { dataDir }, served => measureServer('Guankao on SQLite', served)),
      await whileServing('ours', { dataDir, databaseUrl: postgres.url }, served =>
        measureServer('Guankao on PostgreSQL', served),
      ),
      await whileServing('json-server', {}, served => measureServer('json-server 0.17', served)),
    ];
    const [first, ...others] = results;
    if (!others.every(other => isDeepStrictEqual(other.answers, first!.answers)))
      throw new Error('The servers do not answer alike, so their speeds cannot be compared.');
    return results.map(result => result.measure);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export const lists: Bench = { name: 'lists', run };
