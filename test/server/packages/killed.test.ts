import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import type { PacketDetail } from '../../../sync/model/index.ts';
import { clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { openRound } from '../../support/open-round.ts';
import { handIn, openParties, type Parties, pack } from '../../support/package-desk.ts';
import { startServer } from '../../support/server-process.ts';

const kills = 3;
const steps = 150;

describe.each(engines)('a server that is killed in the middle of an import, on $name', engine => {
  let parties: Parties;
  let bytes: Uint8Array;

  beforeAll(async () => {
    parties = await openParties(engine);
    const { office, staffed } = parties.district;
    const { round, reports } = await openRound(office, staffed, steps);
    const { body } = await staffed.as.officer.upload(`/api/evidence?reportId=${reports[0]!.id}`, [
      { name: '說明.txt', bytes: Buffer.from('佐證說明'.repeat(1000)) },
    ]);
    expect(body.refused).toEqual([]);
    const accepted = { state: 'accepted', acceptedAt: '2025-06-01T00:00:00.000Z' } as const;
    await office.context.db.updateTable('reports').set(accepted).execute();
    bytes = await pack(parties.district, { kind: 'returns', roundId: round.id });
    // The killed server goes by the real clock.
    const now = new Date().toISOString();
    parties.bureau.office.clock.set(now);
    await parties.bureau.office.context.db.updateTable('users').set({ passwordChangedAt: now }).execute();
  }, 60_000);
  afterAll(() => parties?.close());

  it(`has taken all of it or nothing, ${kills} times`, { timeout: 120_000 }, async () => {
    const { office, staffed, peer } = parties.bureau;
    const { dataDir, databaseUrl } = office.context.config;
    // Programs compiled once start in half the time.
    const env = {
      DATA_DIR: dataDir,
      NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    };
    const desk = await clientFor(office, staffed.users.secretariat.id);
    const party = { ...parties.bureau, desk };
    for (let turn = 0; turn < kills; turn++) {
      const { body: waiting }: { body: PacketDetail } = await handIn(party, bytes);
      expect(waiting.state).toBe('previewed');
      const server = await startServer(env);
      const applying = fetch(`${server.url}/api/packages/${waiting.id}/apply`, {
        method: 'POST',
        headers: { cookie: desk.cookie, 'x-csrf-token': desk.csrfToken, 'content-type': 'application/json' },
        body: JSON.stringify({ version: waiting.version }),
      }).catch(() => null);
      await Promise.race([applying, wait((turn + 0.5) * 60 * Math.random())]);
      await server.kill();
      const { body: after } = await desk.get(`/api/packages/${waiting.id}`);
      const { db } = office.context;
      const count = async (table: 'plans' | 'reports' | 'evidence' | 'units') =>
        (await db.selectFrom(table).select('id').where('agencyId', '=', peer.id).execute()).length;
      const there = [await count('plans'), await count('reports'), await count('evidence'), await count('units')];
      const rows = await db.selectFrom('packageRows').select('localId').execute();
      expect([there, rows.length > 0]).toEqual(
        after.state === 'applied' ? [[1, steps, 1, 1], true] : [[0, 0, 0, 0], false],
      );
      if (after.state !== 'applied') continue;
      const undone = await desk.post(`/api/packages/${waiting.id}/undo`, { version: after.version });
      expect(undone.body).toMatchObject({ state: 'undone', left: [] });
    }
    const { body: last } = await handIn(party, bytes);
    const done = await desk.post(`/api/packages/${last.id}/apply`, { version: last.version });
    expect(done.body).toMatchObject({ state: 'applied' });
    const { broken } = await verifyChain({ ...office.context, close: async () => {} });
    expect(broken).toBeNull();
  });
});
