import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, foundAgencies, returnsDesk, written } from '../../support/returns-desk.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';

/** More where somebody wants to be surer: GUANKAO_KILLS=100. */
const kills = Number(process.env.GUANKAO_KILLS ?? 8);
const filesPerTurn = 3;
const questions = 4;

interface Returned {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly readable: boolean;
}

describe.each(engines)('a server that is killed while files come back and are consolidated on $name', engine => {
  let office: Office;
  let asked: Asked;
  let client: Client;
  let env: Record<string, string>;
  let scratch: string;
  let files: readonly Returned[];
  /** Files that the server said it has. */
  const promised = new Set<string>();
  /** Files whose rows the server said are in. */
  let consolidated = 0;
  const desk = returnsDesk(() => office);

  beforeAll(async () => {
    office = await openOffice(engine);
    const agencies = await foundAgencies(office, kills * filesPerTurn);
    asked = await desk.ask(
      agencies.map(({ id }) => id),
      questions,
    );
    files = await Promise.all(asked.recipients.map(returned));
    scratch = await mkdtemp(join(tmpdir(), 'guankao-compiled-'));
    const { dataDir, databaseUrl } = office.context.config;
    env = { DATA_DIR: dataDir, NODE_COMPILE_CACHE: scratch, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
    // The killed server goes by the real clock, and nobody else reads its files meanwhile.
    office.clock.set(new Date().toISOString());
    await office.context.background.stop();
    await office.context.db.updateTable('users').set({ passwordChangedAt: new Date().toISOString() }).execute();
    client = await clientFor(office, office.bureau.users.secretariat.id);
  }, 240_000);
  afterAll(async () => {
    await office?.close();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  /** Every tenth is no workbook at all. */
  const returned = async (recipient: Asked['recipients'][number], n: number): Promise<Returned> => {
    const readable = n % 10 !== 9;
    const rows = Array.from(
      { length: questions },
      (_, i) => [i, { result: '已完成', narrative: `${n}之${i}` }] as const,
    );
    const bytes = readable
      ? written(await desk.bytesFor(recipient), Object.fromEntries(rows))
      : new TextEncoder().encode(`第${n}份不是活頁簿`);
    return { name: `回復${n}.xlsx`, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), readable };
  };

  const send = (server: ServerProcess, method: string, path: string, body?: object) =>
    fetch(server.url + path, {
      method,
      headers: {
        cookie: client.cookie,
        'x-csrf-token': client.csrfToken,
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
    });
  const deliver = async (server: ServerProcess, some: readonly Returned[]): Promise<void> => {
    const form = new FormData();
    for (const { bytes, name } of some) form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    const { status } = await send(server, 'POST', `/api/collections/${asked.collection.id}/deliveries`, form);
    expect(status).toBe(201);
    for (const { sha256 } of some) promised.add(sha256);
  };
  const apply = async (server: ServerProcess): Promise<number> => {
    const answer = await send(server, 'POST', `/api/collections/${asked.collection.id}/apply`, {});
    const { applied } = await answer.json();
    consolidated += applied;
    return applied;
  };
  const consolidation = async (server: ServerProcess): Promise<Uint8Array> => {
    const answer = await send(server, 'GET', `/api/collections/${asked.collection.id}/consolidation?format=xlsx`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  /** Until the line goes dead, which is how a killed server looks from outside. */
  const untilDead = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      for (;;) {
        await work();
        await wait(5);
      }
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    }
  };

  it(
    `loses no file and applies none twice, ${kills} times`,
    async () => {
      for (let turn = 0; turn < kills; turn++) {
        const server = await startServer(env);
        const next = files.filter(({ sha256 }) => !promised.has(sha256)).slice(0, filesPerTurn + 1);
        const again = files.filter(({ sha256 }) => promised.has(sha256)).slice(-1);
        const work = Promise.all([
          untilDead(() => deliver(server, [...next, ...again])),
          untilDead(() => apply(server)),
          untilDead(() => consolidation(server)),
        ]);
        // Now while files arrive, now while they are read, applied or written out.
        await wait(Math.random() * [80, 250, 600][turn % 3]!);
        await server.kill();
        await work;
        await check();
        // As if so much time had passed that what the dead server was reading may be read again.
        await office.context.db.updateTable('collectionFiles').set({ leaseUntil: null }).execute();
      }
      await finish();
    },
    60_000 + kills * 8_000,
  );

  /** What is in is there once and whole, whatever moment it was. */
  const check = async () => {
    const { db, storage } = office.context;
    const kept = await db.selectFrom('collectionFiles').select(['id', 'sha256', 'state']).execute();
    expect([...promised].filter(sha256 => !kept.some(file => file.sha256 === sha256))).toEqual([]);
    expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(kept.length);
    const last = kept.at(-1);
    if (last) expect((await storage.read(last.sha256)).length).toBeGreaterThan(0);
    const applied = kept.filter(({ state }) => state === 'applied').map(({ id }) => id);
    const rows = await db.selectFrom('collectedRows').select(['version', 'lineage']).execute();
    const byFile = Map.groupBy(rows, ({ lineage }) => JSON.parse(lineage!).fileId as string);
    expect([...byFile.keys()].toSorted()).toEqual(applied.toSorted());
    for (const list of byFile.values()) expect(list.map(({ version }) => version)).toEqual([1, 1, 1, 1]);
  };

  const finish = async () => {
    const readable = files.filter(file => file.readable);
    const server = await startServer(env);
    try {
      await deliver(server, files);
      await vi.waitFor(
        async () => {
          await apply(server);
          const states = await office.context.db.selectFrom('collectionFiles').select('state').execute();
          expect(states.filter(({ state }) => state === 'applied')).toHaveLength(readable.length);
          expect(states.filter(({ state }) => state === 'unreadable')).toHaveLength(files.length - readable.length);
        },
        { timeout: 45_000, interval: 100 },
      );
      const book = readWorkbook(await consolidation(server), '彙整.xlsx');
      if (!book.ok) throw new Error(book.issue.message);
      expect(book.workbook.sheets).toHaveLength(5);
    } finally {
      await server.kill();
    }
    await check();
    expect(consolidated).toBeGreaterThan(0);
    const events = await office.context.db
      .selectFrom('events')
      .select(['action', 'recordId'])
      .where('action', 'in', ['collectionFiles.receive', 'collectionFiles.apply', 'collectedRows.import'])
      .execute();
    const counts = (action: string) => events.filter(event => event.action === action).map(({ recordId }) => recordId);
    for (const [action, times] of [
      ['collectionFiles.apply', readable.length],
      ['collectedRows.import', readable.length * questions],
    ] as const) {
      expect(counts(action)).toHaveLength(times);
      expect(new Set(counts(action)).size).toBe(times);
    }
    const { storage } = office.context;
    for (const { sha256, bytes } of files) expect(Buffer.from(await storage.read(sha256)).equals(bytes)).toBe(true);
    const { broken } = await verifyChain({ ...office.context, close: async () => {} });
    expect(broken).toBeNull();
  };
});
