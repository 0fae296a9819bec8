import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import type { ExchangeDetail, Report } from '../../../sync/model/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import type { Engine } from '../../support/engines.ts';
import { editWorkbook, setCell } from '../../support/excel-edits.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type OpenRound, openRound } from '../../support/open-round.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { killsOr, timeFor } from './kills.ts';

/** Each kind of write is struck five times. */
const kills = killsOr(20);
const steps = 12;
const imported = '從檔案匯入';

/** What is under way when the blow falls: each takes its turn. */
const kinds = ['remark', 'unit', 'evidence', 'import'] as const;
type Kind = (typeof kinds)[number];

/** What the server acknowledged, and must therefore still know after it was killed. */
interface Promised {
  readonly units: Set<string>;
  /** Counter that was last acknowledged as a report's remark. */
  readonly remarks: Map<string, number>;
  readonly evidence: Map<string, string>;
}

/** The specification, for one engine: each has a file of its own, so that the two run side by side. */
export const killAtAnyMoment = (engine: Engine) => {
  let office: Office;
  let round: OpenRound;
  let returned: Uint8Array;
  let env: Record<string, string>;
  const promised: Promised = { units: new Set(), remarks: new Map(), evidence: new Map() };
  /** Writes that were sent and are not answered yet. */
  const underWay = new Set<Kind>();
  const struck: Record<Kind, number> = { remark: 0, unit: 0, evidence: 0, import: 0 };

  beforeAll(async () => {
    office = await openOffice(engine);
    round = await openRound(office, office.district, steps);
    const { secretariat } = office.district.as;
    const { body: form } = await secretariat.post('/api/forms', { roundId: round.round.id });
    const { raw } = await secretariat.get(`/api/forms/${form.id}/file`);
    returned = await editWorkbook(
      new Uint8Array(raw),
      round.steps.map((_, i) => setCell(i + 1, '辦理情形', imported)),
    );
    const { dataDir, databaseUrl } = office.context.config;
    env = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
    // The killed server goes by the real clock.
    office.clock.set(new Date().toISOString());
    await office.context.db.updateTable('users').set({ passwordChangedAt: new Date().toISOString() }).execute();
  }, 60_000);
  afterAll(() => office?.close());

  it(
    `loses no acknowledged write and leaves no half-applied import, ${kills} times`,
    async () => {
      const writer = await clientFor(office, office.district.users.officer.id);
      const desk = await clientFor(office, office.district.users.secretariat.id);
      for (let turn = 0; turn < kills; turn++) {
        const server = await startServer(env);
        try {
          const at = kinds[turn % kinds.length]!;
          const begun = Promise.withResolvers<void>();
          const hears = (kind: Kind) => (kind === at ? begun.resolve : () => {});
          const work = Promise.all([
            writeRemarks(server, writer, hears('remark')),
            makeUnits(server, desk, turn, hears('unit')),
            uploadEvidence(server, writer, turn, hears('evidence')),
            importAndUndo(server, desk, hears('import')),
          ]);
          const died = work.then(() => Promise.reject(new Error('The server ended before it was killed.')));
          await Promise.race([died, begun.promise]);
          await Promise.race([died, wait(Math.random() * 300)]);
          while (!underWay.has(at)) await Promise.race([died, wait(Math.random() * 5)]);
          for (const kind of underWay) struck[kind]++;
          await Promise.all([work, server.kill()]);
        } finally {
          await server.kill();
        }
        if (turn % 5 === 4 || turn === kills - 1) await check();
      }
      for (const kind of Object.values(promised)) expect(kind.size).toBeGreaterThan(0);
      for (const kind of kinds) expect(struck[kind], kind).toBeGreaterThanOrEqual(Math.floor(kills / kinds.length));
      const imports = await office.context.db
        .selectFrom('events')
        .select('id')
        .where('action', '=', 'exchanges.apply')
        .execute();
      expect(imports.length).toBeGreaterThan(0);
      const { broken, events } = await verifyChain({ ...office.context, close: async () => {} });
      expect(broken).toBeNull();
      expect(events).toBeGreaterThan(kills);
    },
    timeFor(kills),
  );

  /** Everything acknowledged so far is there, and every import is there whole or not at all. */
  const check = async () => {
    const { db, storage } = office.context;
    const units = await db.selectFrom('units').select('name').execute();
    const names = new Set(units.map(unit => unit.name));
    expect([...promised.units].filter(name => !names.has(name))).toEqual([]);
    const reports = await db
      .selectFrom('reports')
      .select(['id', 'remarks', 'narrative'])
      .where('roundId', '=', round.round.id)
      .execute();
    for (const report of reports)
      expect(Number(report.remarks || 0)).toBeGreaterThanOrEqual(promised.remarks.get(report.id) ?? 0);
    expect(new Set(reports.map(report => report.narrative === imported)).size, 'all rows imported, or none').toBe(1);
    const applied = await db.selectFrom('exchanges').select('id').where('state', '=', 'applied').execute();
    expect(applied.length > 0).toBe(reports.every(report => report.narrative === imported));
    const evidence = await db.selectFrom('evidence').select(['id', 'sha256']).execute();
    const kept = new Map(evidence.map(row => [row.id, row.sha256]));
    for (const [id, text] of promised.evidence)
      expect(Buffer.from(await storage.read(kept.get(id)!)).toString()).toContain(text);
  };

  const send = async (
    server: ServerProcess,
    client: Client,
    method: string,
    path: string,
    body?: object | FormData,
  ) => {
    const json = body && !(body instanceof FormData);
    const response = await fetch(server.url + path, {
      method,
      headers: {
        cookie: client.cookie,
        'x-csrf-token': client.csrfToken,
        ...(json ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: json ? JSON.stringify(body) : body } : {}),
    });
    return { status: response.status, body: await response.json() };
  };
  /** Sends a write, which is under way until it is answered or the line is dead. */
  const write = async (kind: Kind, ...request: Parameters<typeof send>) => {
    underWay.add(kind);
    try {
      return await send(...request);
    } finally {
      underWay.delete(kind);
    }
  };
  /** Until the line goes dead, which is how a killed server looks from outside. */
  const untilDead = async (work: () => Promise<void>) => {
    try {
      for (;;) await work();
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    }
  };

  const writeRemarks = (server: ServerProcess, client: Client, acknowledge: () => void) => {
    let turn = 0;
    return untilDead(async () => {
      const { id } = round.reports[turn++ % steps]!;
      const { body: now } = (await send(server, client, 'GET', `/api/reports/${id}`)) as { body: Report };
      const next = Number(now.remarks || 0) + 1;
      const { status } = await write('remark', server, client, 'PATCH', `/api/reports/${id}`, {
        version: now.version,
        remarks: String(next),
      });
      if (status !== 200) return;
      promised.remarks.set(id, next);
      acknowledge();
    });
  };
  const makeUnits = (server: ServerProcess, client: Client, turn: number, acknowledge: () => void) => {
    let count = 0;
    return untilDead(async () => {
      const name = `第${turn}回第${count++}組`;
      const { status } = await write('unit', server, client, 'POST', '/api/units', { name });
      if (status === 201) {
        promised.units.add(name);
        acknowledge();
      }
      await wait(10);
    });
  };
  const uploadEvidence = (server: ServerProcess, client: Client, turn: number, acknowledge: () => void) => {
    let count = 0;
    return untilDead(async () => {
      const text = `第${turn}回第${count++}份`;
      const form = new FormData();
      form.append('file', new Blob([text]), 'note.txt');
      const { status, body } = await write(
        'evidence',
        server,
        client,
        'POST',
        `/api/evidence?reportId=${round.reports[0]!.id}`,
        form,
      );
      if (status === 200 && body.stored[0]) {
        promised.evidence.set(body.stored[0].id, text);
        acknowledge();
      }
      await wait(15);
    });
  };
  const importAndUndo = (server: ServerProcess, client: Client, acknowledge: () => void) =>
    untilDead(async () => {
      const form = new FormData();
      form.append('file', new Blob([Buffer.from(returned)]), 'returned.xlsx');
      const { body: exchange } = (await send(server, client, 'POST', '/api/exchanges', form)) as {
        body: ExchangeDetail;
      };
      const { id, version, state } = exchange;
      const verb = state === 'applied' ? 'undo' : 'apply';
      const { status } = await write('import', server, client, 'POST', `/api/exchanges/${id}/${verb}`, { version });
      if (status === 200) acknowledge();
    });
};
