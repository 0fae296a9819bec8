import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import { openStorage } from '../../../server/storage/storage.ts';
import type { PacketDetail } from '../../../sync/model/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { openRound } from '../../support/open-round.ts';
import { handIn, openParties, type Parties, pack } from '../../support/package-desk.ts';
import { startServer } from '../../support/server-process.ts';

const steps = 150;

describe.each(engines)('a server that is killed in the middle, on $name', engine => {
  let parties: Parties;
  let bytes: Uint8Array;
  let desk: Client;
  /** How long each took when nobody killed the server, in ms: kills fall within it. */
  const taken = { receive: 0, apply: 0, undo: 0 };

  const bureau = () => ({ ...parties.bureau, desk });
  const clocked = async <T>(what: keyof typeof taken, work: Promise<T>): Promise<T> => {
    const began = performance.now();
    const done = await work;
    taken[what] = performance.now() - began;
    return done;
  };
  const verb = async ({ id, version }: PacketDetail, name: 'apply' | 'undo'): Promise<PacketDetail> => {
    const { status, body } = await desk.post(`/api/packages/${id}/${name}`, { version });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  beforeAll(async () => {
    parties = await openParties(engine);
    const { office, staffed } = parties.district;
    const { round, reports } = await openRound(office, staffed, steps);
    const { body } = await staffed.as.officer.upload(`/api/evidence?reportId=${reports[0]!.id}`, [
      { name: '說明.txt', bytes: Buffer.from('佐證說明'.repeat(20_000)) },
    ]);
    expect(body.refused).toEqual([]);
    const accepted = { state: 'accepted', acceptedAt: '2025-06-01T00:00:00.000Z' } as const;
    await office.context.db.updateTable('reports').set(accepted).execute();
    bytes = await pack(parties.district, { kind: 'returns', roundId: round.id });
    // The killed server goes by the real clock.
    const now = new Date().toISOString();
    const { context, clock } = parties.bureau.office;
    clock.set(now);
    await context.db.updateTable('users').set({ passwordChangedAt: now }).execute();
    desk = await clientFor(parties.bureau.office, parties.bureau.staffed.users.secretariat.id);
    const { body: waiting } = await clocked('receive', handIn(bureau(), bytes));
    const applied = await clocked('apply', verb(waiting, 'apply'));
    await clocked('undo', verb(applied, 'undo'));
  }, 60_000);
  afterAll(() => parties?.close());

  /** What stands of the package here: all of it, or nothing. */
  const standing = async (): Promise<'all' | 'nothing'> => {
    const { peer, office } = parties.bureau;
    const { db } = office.context;
    const count = async (table: 'plans' | 'reports' | 'evidence' | 'units') =>
      (await db.selectFrom(table).select('id').where('agencyId', '=', peer.id).execute()).length;
    const there = [await count('plans'), await count('reports'), await count('evidence'), await count('units')];
    const known = await db.selectFrom('packageRows').select('localId').execute();
    expect([
      [1, steps, 1, 1, true],
      [0, 0, 0, 0, false],
    ]).toContainEqual([...there, known.length > 0]);
    return there[0] === 1 ? 'all' : 'nothing';
  };

  const form = () => {
    const body = new FormData();
    body.append('file', new Blob([Uint8Array.from(bytes)], { type: 'application/zip' }), '封包.zip');
    return body;
  };

  it('has taken it in, applied it or undone it wholly or not at all, and leaves nothing lying about', {
    timeout: 180_000,
  }, async () => {
    const { context } = parties.bureau.office;
    const { dataDir, databaseUrl } = context.config;
    const env = {
      DATA_DIR: dataDir,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    };
    const killedDuring = async (what: keyof typeof taken, path: string, body: BodyInit, type?: string) => {
      const server = await startServer(env);
      const headers = {
        cookie: desk.cookie,
        'x-csrf-token': desk.csrfToken,
        ...(type ? { 'content-type': type } : {}),
      };
      const asked = fetch(server.url + path, { method: 'POST', headers, body }).catch(() => null);
      await Promise.race([asked, wait(taken[what] * Math.random())]);
      await server.kill();
    };
    const during = (what: 'apply' | 'undo', { id, version }: PacketDetail) =>
      killedDuring(what, `/api/packages/${id}/${what}`, JSON.stringify({ version }), 'application/json');
    const now = async ({ id }: PacketDetail): Promise<PacketDetail> => (await desk.get(`/api/packages/${id}`)).body;
    const isThere = (state: string) => (state === 'applied' ? 'all' : 'nothing');

    await killedDuring('receive', '/api/packages/receive', form());
    const { body: waiting }: { body: PacketDetail } = await handIn(bureau(), bytes);
    expect((await desk.get('/api/packages?state=previewed')).body).toHaveLength(1);
    expect((await desk.get(`/api/packages/${waiting.id}/file`)).raw.equals(Buffer.from(bytes))).toBe(true);

    await during('apply', waiting);
    const after = await now(waiting);
    expect(await standing()).toBe(isThere(after.state));
    const applied = after.state === 'applied' ? after : await verb(after, 'apply');
    const [evidence] = (await desk.get('/api/evidence')).body;
    expect((await desk.get(`/api/evidence/${evidence.id}/file`)).raw.toString()).toBe('佐證說明'.repeat(20_000));

    await during('undo', applied);
    const last = await now(applied);
    expect(await standing()).toBe(isThere(last.state));
    if (last.state === 'applied') expect((await verb(last, 'undo')).left).toEqual([]);
    expect(await standing()).toBe('nothing');

    const { broken } = await verifyChain({ ...context, close: async () => {} });
    expect(broken).toBeNull();
    await openStorage(context.config);
    const incoming = join(dataDir, 'incoming');
    for (const process of await readdir(incoming)) expect(await readdir(join(incoming, process))).toEqual([]);
  });
});
