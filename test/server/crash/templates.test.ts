import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import type { ExchangeDetail } from '../../../sync/model/index.ts';
import { type PrintedStep, tickForm } from '../../support/bureau-forms.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type OpenRound, openRound } from '../../support/open-round.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { killsOr, timeFor } from './kills.ts';

/** After each of what is promised twice. */
const kills = killsOr(6);
const steps: readonly PrintedStep[] = [1, 2].map(n => ({ label: String(n), text: `第${n}步：檢視櫃臺作業` }));

/** What the server acknowledged, and must therefore still know after it was killed. */
interface Promised {
  readonly templates: string[];
  readonly forms: string[];
  readonly previews: string[];
}

const kinds = ['templates', 'forms', 'previews'] as const satisfies readonly (keyof Promised)[];

describe.each(engines)('a server that is killed while templates come and go on $name', engine => {
  let office: Office;
  let round: OpenRound;
  let desk: Client;
  let env: Record<string, string>;
  const promised: Promised = { templates: [], forms: [], previews: [] };

  beforeAll(async () => {
    office = await openOffice(engine);
    round = await openRound(office, office.district, steps.length);
    const { dataDir, databaseUrl } = office.context.config;
    env = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
    // The killed server goes by the real clock.
    office.clock.set(new Date().toISOString());
    await office.context.db.updateTable('users').set({ passwordChangedAt: new Date().toISOString() }).execute();
    desk = await clientFor(office, office.district.users.secretariat.id);
  }, 60_000);
  afterAll(() => office?.close());

  const send = async ({ url }: ServerProcess, method: string, path: string, body?: object) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        cookie: desk.cookie,
        'x-csrf-token': desk.csrfToken,
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
    });
    return response;
  };
  const fileForm = (bytes: Uint8Array): FormData => {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(bytes)]), '局版.xlsx');
    return form;
  };

  /** One template after another: in, sent through, back, recognised. */
  const work = async (
    server: ServerProcess,
    turn: number,
    acknowledge: (kind: keyof Promised, id: string) => void,
  ): Promise<void> => {
    for (let n = 0; ; n++) {
      const bytes = await tickForm({ steps, year: 100 + turn * 20 + n });
      const template = await (await send(server, 'POST', '/api/templates', fileForm(bytes))).json();
      acknowledge('templates', template.id);
      const body = { roundId: round.round.id, templateId: template.id };
      const form = await (await send(server, 'POST', '/api/forms', body)).json();
      acknowledge('forms', form.id);
      const issued = new Uint8Array(await (await send(server, 'GET', `/api/forms/${form.id}/file`)).arrayBuffer());
      const exchange: ExchangeDetail = await (await send(server, 'POST', '/api/exchanges', fileForm(issued))).json();
      const wish = { version: exchange.version, formId: form.id };
      const answer = await send(server, 'POST', `/api/exchanges/${exchange.id}/recognise`, wish);
      if (answer.status === 200) acknowledge('previews', exchange.id);
    }
  };
  /** Until the line goes dead, which is how a killed server looks from outside. */
  const untilDead = async (begun: Promise<void>) => {
    try {
      await begun;
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    }
  };

  it(`forgets nothing that it acknowledged and leaves nothing half done, ${kills} times`, {
    timeout: timeFor(kills),
  }, async () => {
    for (let turn = 0; turn < kills; turn++) {
      const server = await startServer(env);
      const begun = Promise.withResolvers<void>();
      const working = untilDead(
        work(server, turn, (kind, id) => {
          promised[kind].push(id);
          if (kind === kinds[turn % kinds.length]) begun.resolve();
        }),
      );
      try {
        await Promise.race([working, begun.promise]);
        await Promise.race([working, wait(Math.random() * 500)]);
      } finally {
        await server.kill();
      }
      await working;
      await check();
    }
    for (const kind of Object.values(promised)) expect(kind.length).toBeGreaterThan(0);
    const { broken } = await verifyChain({ ...office.context, close: async () => {} });
    expect(broken).toBeNull();
  });

  const check = async () => {
    const { db, storage } = office.context;
    const templates = await db.selectFrom('templates').select(['id', 'sha256', 'profile']).execute();
    const forms = await db.selectFrom('forms').select(['id', 'sha256', 'rowCount', 'issued']).execute();
    const exchanges = await db.selectFrom('exchanges').select(['id', 'state', 'formId', 'returned']).execute();
    const ids = (rows: readonly { readonly id: string }[]) => new Set(rows.map(row => row.id));
    expect(promised.templates.filter(id => !ids(templates).has(id))).toEqual([]);
    expect(promised.forms.filter(id => !ids(forms).has(id))).toEqual([]);
    const previewed = exchanges.filter(({ state }) => state === 'previewed');
    expect(promised.previews.filter(id => !ids(previewed).has(id))).toEqual([]);
    for (const { sha256 } of [...templates, ...forms]) expect((await storage.read(sha256)).length).toBeGreaterThan(0);
    for (const { id, rowCount, issued } of forms) {
      const rows = await db.selectFrom('formRows').select('sheet').where('formId', '=', id).execute();
      expect([rows.length, rows.every(row => row.sheet !== null), issued !== null]).toEqual([rowCount, true, true]);
    }
    for (const { state, formId, returned } of exchanges)
      expect([state === 'previewed', formId !== null]).toEqual([returned !== null, returned !== null]);
  };
});
