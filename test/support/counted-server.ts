import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { start } from '../../server/start.ts';
import { sample } from '../mock/sample/index.ts';
import { clientFor } from './client.ts';
import { loadSample } from './load-sample.ts';

/** A server of this process, in a folder of its own, that tells how many SQL statements it has sent so far. */
export async function startCounted(databaseUrl: string | null) {
  const dataDir = await mkdtemp(join(tmpdir(), 'guankao-counted-'));
  let statements = 0;
  const running = await start(
    { ...readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), databaseUrl, pollMs: 0 },
    () => new Date('2025-06-15T00:00:00.000Z'),
    () => {
      statements += 1;
    },
  );
  return {
    running,
    dataDir,
    statements: () => statements,
    async close(): Promise<void> {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A server over 1,200 reports of one agency that tells how many SQL statements a request takes, log-in included. */
export async function countedServer(databaseUrl: string | null) {
  const { running, statements, close } = await startCounted(databaseUrl);
  const rows = sample({ agencies: 1, unitsPerAgency: 5, stepsPerPlan: 120, roundsPerPlan: 2 });
  await loadSample(running.context.db, rows);
  const client = await clientFor(running, rows.users.find(user => user.role === 'secretariat')!.id);
  return {
    /** Statements that a list took, and the rows that it answered. */
    async list(path: string): Promise<{ readonly statements: number; readonly rows: number }> {
      const before = statements();
      const { status, body } = await client.get(path);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      return { statements: statements() - before, rows: body.length };
    },
    close,
  };
}
