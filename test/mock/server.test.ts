import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboard, report, session, settings } from '../../sync/model/index.ts';
import { sample } from './sample/index.ts';
import { mockServer } from './server.ts';

const rows = sample();
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(mockServer(rows));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

const get = async (path: string): Promise<unknown> => (await fetch(base + path)).json();
const send = (method: string, path: string, body: unknown) =>
  fetch(base + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

test('somebody is logged in and nothing is left to set up', async () => {
  const { user } = session.parse(await get('/api/session'));
  expect(user).toMatchObject({ role: 'secretariat', disabled: false, mustChangePassword: false });
  expect(await get('/api/setup')).toEqual({ needed: false });
});

test('what the first page asks for follows the schemas', async () => {
  const { totals, heat } = dashboard.parse(await get('/api/dashboard'));
  expect(totals.total).toBeGreaterThan(0);
  expect(heat.reduce((sum, cell) => sum + cell.total, 0)).toBe(totals.total);
  settings.parse(await get('/api/settings'));
});

test('lists count and page as json-server does', async () => {
  const answer = await fetch(`${base}/api/reports?_start=10&_end=15`);
  expect(answer.headers.get('x-total-count')).toBe(String(rows.reports.length));
  expect(await answer.json()).toEqual(rows.reports.slice(10, 15));
});

test('evidence can be asked for by its report', async () => {
  const { reportId, evidenceId } = rows.attachments[0]!;
  expect(await get(`/api/evidence?reportId=${reportId}`)).toMatchObject([{ id: evidenceId }]);
  const without = rows.reports.find(one => one.evidenceCount === 0)!;
  expect(await get(`/api/evidence?reportId=${without.id}`)).toEqual([]);
});

test('an edit counts the version, and a verb moves the state as the machine says', async () => {
  const { id, version } = rows.reports.find(one => one.state === 'drafting')!;
  const edited = report.parse(await (await send('PATCH', `/api/reports/${id}`, { narrative: '改寫', version })).json());
  expect(edited).toMatchObject({ narrative: '改寫', version: version + 1 });
  const submitted = await (await send('POST', `/api/reports/${id}/submit`, { version: version + 1 })).json();
  expect(submitted).toMatchObject({ state: 'submitted', version: version + 2 });
  expect((await send('POST', `/api/reports/${id}/submit`, { version: version + 2 })).status).toBe(409);
  expect((await send('POST', `/api/reports/${id}/return`, { version: version + 2 })).status).toBe(409);
});
