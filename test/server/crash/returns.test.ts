import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import type { CollectionFile } from '../../../sync/model/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, foundAgencies, returnsDesk, written } from '../../support/returns-desk.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { killsOr, timeFor } from './kills.ts';

/** Each stage once. */
const kills = killsOr(5);
const filesPerTurn = 3;
const questions = 4;

/** What is under way when the blow falls: each takes its turn. */
const stages = ['deliver', 'read', 'apply', 'undo', 'consolidate'] as const;
type Stage = (typeof stages)[number];

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
  let files: readonly Returned[];
  /** Files that the server said it has. */
  const promised = new Set<string>();
  /** How often the server said that it had done each before it was killed. */
  const answered: Record<Stage, number> = { deliver: 0, read: 0, apply: 0, undo: 0, consolidate: 0 };
  const desk = returnsDesk(() => office);

  beforeAll(async () => {
    office = await openOffice(engine);
    const agencies = await foundAgencies(office, kills * filesPerTurn);
    asked = await desk.ask(
      agencies.map(({ id }) => id),
      questions,
    );
    files = await Promise.all(asked.recipients.map(returned));
    const { dataDir, databaseUrl } = office.context.config;
    env = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
    // The killed server goes by the real clock, and nobody else reads its files meanwhile.
    office.clock.set(new Date().toISOString());
    await office.context.background.stop();
    await office.context.db.updateTable('users').set({ passwordChangedAt: new Date().toISOString() }).execute();
    client = await clientFor(office, office.bureau.users.secretariat.id);
  }, 2 * timeFor(kills));
  afterAll(() => office?.close());

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
  const collection = () => `/api/collections/${asked.collection.id}`;
  const deliver = async (server: ServerProcess, some: readonly Returned[]): Promise<void> => {
    const form = new FormData();
    for (const { bytes, name } of some) form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    const answer = await send(server, 'POST', `${collection()}/deliveries`, form);
    const { total } = await answer.json();
    expect([answer.status, total]).toEqual([201, some.length]);
    for (const { sha256 } of some) promised.add(sha256);
  };
  const listed = async (server: ServerProcess, state: string): Promise<readonly CollectionFile[]> => {
    const query = `collectionId=${asked.collection.id}&state=${state}&_sort=updatedAt&_limit=5`;
    return (await send(server, 'GET', `/api/collectionFiles?${query}`)).json();
  };
  const apply = async (server: ServerProcess): Promise<number> =>
    (await (await send(server, 'POST', `${collection()}/apply`, {})).json()).applied;
  const consolidation = async (server: ServerProcess): Promise<Uint8Array> => {
    const answer = await send(server, 'GET', `${collection()}/consolidation?format=xlsx`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  /** What goes on at each stage, again and again. @returns whether something came of it */
  const doing: Readonly<Record<Stage, (server: ServerProcess, some: readonly Returned[]) => Promise<boolean>>> = {
    deliver: async (server, some) => {
      await deliver(server, some);
      return true;
    },
    read: async server => (await listed(server, 'read')).length > 0,
    apply: async server => (await apply(server)) > 0,
    undo: async server => {
      const [file] = await listed(server, 'applied');
      if (!file) return false;
      const { id, version } = file;
      return (await send(server, 'POST', `/api/collectionFiles/${id}/undo`, { version })).status === 200;
    },
    consolidate: async server => (await consolidation(server)).length > 0,
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
        const at = stages[turn % stages.length]!;
        const next = files.slice(turn * filesPerTurn, (turn + 1) * filesPerTurn);
        const again = files.filter(({ sha256 }) => promised.has(sha256)).slice(-1);
        const begun = Promise.withResolvers<void>();
        const work = Promise.all(
          stages.map(stage =>
            untilDead(async () => {
              if (!(await doing[stage](server, [...next, ...again]))) return;
              answered[stage]++;
              if (stage === at) begun.resolve();
            }),
          ),
        );
        // Files are on the line from the first moment; of the others one was done, and the next is under way.
        await Promise.race([work, at === 'deliver' ? undefined : begun.promise]);
        await wait(Math.random() * 150);
        await server.kill();
        await work;
        await check();
        // As if so much time had passed that what the dead server was reading may be read again.
        await office.context.db.updateTable('collectionFiles').set({ leaseUntil: null }).execute();
      }
      await finish();
    },
    timeFor(kills),
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
        { timeout: 60_000 + kills * 3000, interval: 100 },
      );
      const book = readWorkbook(await consolidation(server), '彙整.xlsx');
      if (!book.ok) throw new Error(book.issue.message);
      expect(book.workbook.sheets).toHaveLength(5);
    } finally {
      await server.kill();
    }
    await check();
    for (const stage of stages) expect(answered[stage], stage).toBeGreaterThan(0);
    const events = await office.context.db
      .selectFrom('events')
      .select(['action', 'recordId', 'after'])
      .where('resource', 'in', ['collectionFiles', 'collectedRows'])
      .orderBy('id')
      .execute();
    const histories = (...verbs: readonly string[]) =>
      [
        ...Map.groupBy(
          events.filter(({ action }) => verbs.includes(action)),
          ({ recordId }) => recordId,
        ).values(),
      ].map(history => history.map(({ action }) => action));
    // In and out by turns, and in at the end: never in twice.
    const [applied, undone] = ['collectionFiles.apply', 'collectionFiles.undo'] as const;
    const ofFiles = histories(applied, undone);
    expect(ofFiles).toHaveLength(readable.length);
    for (const history of ofFiles)
      expect(history).toEqual(history.map((_, i) => (i % 2 === 0 ? applied : undone)).with(-1, applied));
    // A row comes with one file and goes with it; what comes again is a row of its own.
    const times = ofFiles.reduce((sum, { length }) => sum + Math.ceil(length / 2), 0);
    expect(histories('collectedRows.import')).toHaveLength(times * questions);
    expect(histories('collectedRows.import').every(({ length }) => length === 1)).toBe(true);
    // However often it is sent, a file comes once, and anew only after it was given up: what cannot be read, and what was being read
    // several times when the server died.
    const received = 'received';
    const givenUp = 'given up';
    const comings = Map.groupBy(
      events.flatMap(({ action, recordId, after }) =>
        action === 'collectionFiles.receive'
          ? { recordId, step: received }
          : after?.includes('"unreadable"')
            ? { recordId, step: givenUp }
            : [],
      ),
      ({ recordId }) => recordId,
    );
    expect(comings.size).toBe(files.length);
    for (const history of comings.values())
      expect(history.map(({ step }) => step)).toEqual(history.map((_, i) => (i % 2 === 0 ? received : givenUp)));
    const readIn = [...comings.values()].filter(history => history.at(-1)!.step === received);
    expect(readIn).toHaveLength(readable.length);
    const { storage } = office.context;
    for (const { sha256, bytes } of files) expect(Buffer.from(await storage.read(sha256)).equals(bytes)).toBe(true);
    const { broken } = await verifyChain({ ...office.context, close: async () => {} });
    expect(broken).toBeNull();
  };
});
