import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { oauthClient } from '../../support/google/key.ts';
import type { Emulator } from '../../support/google/server.ts';
import type { Office } from '../../support/office.ts';
import { openRound } from '../../support/open-round.ts';
import { openSheetDesk, type SheetDesk } from './desk.ts';

describe.each(engines)('spreadsheets on $name', engine => {
  let sheets: SheetDesk;
  let office: Office;
  let google: Emulator;
  beforeAll(async () => {
    sheets = await openSheetDesk(engine);
    ({ office, google } = sheets);
  });
  afterAll(() => sheets?.close());

  it('publish a round, offer what comes in, apply it, send what was settled, and leave both sides whole', async () => {
    const round = await openRound(office, office.district, 4);
    const [first, second, third] = round.reports as [Report, Report, Report];
    const sheet = await sheets.publish(round);
    expect(sheet).toMatchObject({ state: 'active', problem: null, waiting: 0 });
    const people = sheets.peopleOf(sheet);
    const book = google.cloud.books.get(sheet.spreadsheetId!)!;
    const tab = book.tabs.find(({ properties }) => properties.title === '民政課')!;
    expect(tab.protectedRanges.map(({ description }) => description)).toEqual(
      expect.arrayContaining(['表頭', '題目', '編號']),
    );

    const [rowA, rowB] = [await sheets.rowIdOf(sheet, first), await sheets.rowIdOf(sheet, second)];
    people.type(rowA, 'narrative', '在試算表填的');
    people.type(rowB, 'narrative', '試算表這樣說');
    await sheets.editHere(second, { narrative: '系統這樣說' });
    await sheets.editHere(third, { narrative: '系統新增的' });

    const { body: preview } = await sheets.secretariat.post(`/api/sheets/${sheet.id}/preview`, {});
    expect(preview).toMatchObject({ kind: 'read', incoming: 1, conflicts: 1, outgoing: 1, question: null });

    const { body: synced } = await sheets.sync(sheet);
    expect(synced).toMatchObject({ state: 'active', lastSent: 1, lastTaken: 0, waiting: 2 });
    expect(people.says(await sheets.rowIdOf(sheet, third), 'narrative')).toBe('系統新增的');
    expect((await sheets.exchanges.reportNow(first)).narrative).toBe('第1步原本的情形');

    const { body: exchange } = await sheets.secretariat.get(`/api/exchanges/${synced.exchangeId}`);
    expect(exchange).toMatchObject({ state: 'previewed', counts: { changes: 1, conflicts: 1, unsettled: 1 } });
    const { body: settled } = await sheets.exchanges.settle(exchange, { decisions: { [`${rowB}:narrative`]: 'ours' } });
    const { body: applied } = await sheets.exchanges.send(settled, 'apply');
    expect(applied.state).toBe('applied');
    expect((await sheets.exchanges.reportNow(first)).narrative).toBe('在試算表填的');
    await expect.poll(() => people.says(rowB, 'narrative'), { timeout: 10_000 }).toBe('系統這樣說');
    await expect.poll(async () => (await sheets.now(sheet)).lastSent, { timeout: 10_000 }).toBe(1);

    const { version } = await sheets.now(sheet);
    const { body: gone } = await sheets.secretariat.post(`/api/sheets/${sheet.id}/disconnect`, { version });
    expect(gone.state).toBe('disconnected');
    expect((await sheets.sync(sheet)).body.code).toBe('illegal_transition');
    expect(people.says(rowA, 'narrative')).toBe('在試算表填的');
    expect((await sheets.exchanges.reportNow(second)).narrative).toBe('系統這樣說');
  });

  it('take plain changes by themselves where that was chosen, with an exchange that can be undone', async () => {
    const round = await openRound(office, office.district, 3);
    const [first] = round.reports as [Report];
    const sheet = await sheets.publish(round, { mode: 'automatic' });
    const people = sheets.peopleOf(sheet);
    const row = await sheets.rowIdOf(sheet, first);
    people.type(row, 'result', '已完成');
    expect((await sheets.sync(sheet)).body).toMatchObject({ lastTaken: 1, waiting: 0 });
    expect(await sheets.exchanges.reportNow(first)).toMatchObject({ result: 'done' });
    const { body: list } = await sheets.secretariat.get(`/api/exchanges?formId=${sheet.formId}`);
    expect(list).toHaveLength(1);
    const { body: undone } = await sheets.exchanges.send(list[0], 'undo');
    expect(undone.state).toBe('undone');
    expect((await sheets.sync(sheet)).body).toMatchObject({ lastSent: 1 });
    expect(people.says(row, 'result')).toBe('辦理中');
  });

  it('ask before rows that many lost are put back', async () => {
    const round = await openRound(office, office.district, 8);
    const sheet = await sheets.publish(round, { mode: 'automatic' });
    const people = sheets.peopleOf(sheet);
    const lost = people.rowIds.slice(0, 5);
    for (const id of lost) people.deleteRow(id);
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'asking', question: { rows: 5, ofRows: 8 } });
    expect(people.rowIds).toHaveLength(3);
    expect((await sheets.sync(sheet, { answer: 'restore' })).body).toMatchObject({ state: 'active', question: null });
    expect(people.rowIds).toHaveLength(8);
  });

  it('send nothing twice when the answer of a write is lost, and wait where Google says so', async () => {
    const round = await openRound(office, office.district, 2);
    const [first] = round.reports as [Report];
    const sheet = await sheets.publish(round);
    await sheets.editHere(first, { narrative: '只送一次' });
    const writes = () => google.cloud.log.filter(line => line.includes(':batchUpdate')).length;
    const before = writes();
    google.cloud.troubles.push({ on: 'write', when: 'after', status: 503 });
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active', problem: null });
    expect(writes() - before).toBe(1);
    expect(sheets.peopleOf(sheet).says(await sheets.rowIdOf(sheet, first), 'narrative')).toBe('只送一次');
  });

  it('tell final failures apart and keep the reason', async () => {
    const round = await openRound(office, office.district, 2);
    const refused = await sheets.publish(round, { folderId: '' });
    expect(refused).toMatchObject({ state: 'failed', spreadsheetId: null, problem: { code: 'google_storage' } });

    const sheet = await sheets.publish(round);
    google.cloud.books.get(sheet.spreadsheetId!)!.trashed = true;
    expect((await sheets.sync(sheet)).body.code).toBe('google_absent');
    expect(await sheets.now(sheet)).toMatchObject({ state: 'failed', problem: { code: 'google_absent' } });
    google.cloud.books.get(sheet.spreadsheetId!)!.trashed = false;
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active', problem: null });
  });

  it('connect a person by browser and by device, and forget neither who began nor that it is good once', async () => {
    const { body: grant } = await sheets.secretariat.post('/api/sheetGrants', { client: oauthClient, flow: 'browser' });
    const back = await fetch(grant.url, { redirect: 'manual' });
    const callback = new URL(back.headers.get('location')!);
    const [code, state] = [callback.searchParams.get('code'), callback.searchParams.get('state')];
    const redirected = await office.stranger.get(`${callback.pathname}${callback.search}`);
    expect(redirected.headers.location).toContain('#/sheetAccounts/granted?');
    expect((await office.sibling.as.secretariat.post('/api/sheetGrants/finish', { code, state })).body.code).toBe(
      'google_grant_unknown',
    );
    const { status, body: account } = await sheets.secretariat.post('/api/sheetGrants/finish', { code, state });
    expect(status, JSON.stringify(account)).toBe(201);
    expect(account).toMatchObject({ kind: 'oauth', name: 'clerk@example.test', state: 'ok' });
    expect((await sheets.secretariat.post('/api/sheetGrants/finish', { code, state })).body.code).toBe(
      'google_grant_unknown',
    );

    const { body: device } = await sheets.secretariat.post('/api/sheetGrants', { client: oauthClient, flow: 'device' });
    const look = () => sheets.secretariat.post(`/api/sheetGrants/${device.id}/look`);
    expect((await look()).body.state).toBe('pending');
    await fetch(`${google.root}/device?code=${device.userCode}`);
    expect((await look()).body).toMatchObject({ state: 'granted', account: { kind: 'oauth' } });

    const round = await openRound(office, office.district, 2);
    const sheet = await sheets.publish(round, { accountId: account.id, folderId: '' });
    expect(sheet.state).toBe('active');
    google.cloud.refreshTokens.clear();
    google.cloud.tokens.clear();
    await office.context.db.updateTable('sheets').set({ leaseUntil: null }).execute();
    expect((await sheets.secretariat.delete(`/api/sheetAccounts/${account.id}`)).body.code).toBe('in_use');
  });

  it('keep keys and tokens where nobody can read them', async () => {
    const stored = await office.context.db.selectFrom('sheetAccounts').selectAll().execute();
    expect(JSON.stringify(stored)).not.toMatch(/PRIVATE KEY|1\/\//);
    const { body: listed } = await sheets.secretariat.get('/api/sheetAccounts');
    expect(Object.keys(listed[0])).not.toContain('sealed');
    const { body: events } = await sheets.secretariat.get('/api/events?resource=sheetAccounts');
    expect(JSON.stringify(events)).not.toMatch(/PRIVATE KEY|sealed/);
  });

  it('refuse keys that are none, foreign people, stale edits and unknown fields', async () => {
    for (const key of ['', '{}', '{"type":"service_account","client_email":"a@b.c","private_key":"x"}', 'null', '[1]'])
      expect((await sheets.secretariat.post('/api/sheetAccounts', { key })).body.code).toBe('google_key_wrong');
    const round = await openRound(office, office.district, 1);
    const sheet = await sheets.publish(round);
    expect((await office.sibling.as.secretariat.get(`/api/sheets/${sheet.id}`)).status).toBe(404);
    expect((await office.sibling.as.secretariat.post(`/api/sheets/${sheet.id}/sync`, { version: 1 })).status).toBe(404);
    expect((await office.district.as.officer.post(`/api/sheets/${sheet.id}/sync`, { version: 1 })).status).toBe(403);
    const foreign = await office.sibling.as.secretariat.post('/api/sheets', {
      roundId: round.round.id,
      accountId: sheet.accountId,
      tabbing: 'one',
    });
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect((await sheets.secretariat.patch(`/api/sheets/${sheet.id}`, { version: 99, everyMinutes: 15 })).status).toBe(
      409,
    );
    expect(
      (await sheets.secretariat.patch(`/api/sheets/${sheet.id}`, { version: sheet.version, spreadsheetId: 'x' }))
        .status,
    ).toBe(400);
    const { body } = await sheets.secretariat.patch(`/api/sheets/${sheet.id}`, {
      version: sheet.version,
      everyMinutes: 15,
    });
    expect(body).toMatchObject({ everyMinutes: 15, nextSyncAt: expect.any(String) });
  });

  it('have one writer, whichever server asks, and take up what a dead one left', async () => {
    const round = await openRound(office, office.district, 1);
    const sheet = await sheets.publish(round);
    const until = new Date(office.context.now().getTime() + 60_000).toISOString();
    await office.context.db
      .updateTable('sheets')
      .set({ leaseHolder: 'another', leaseUntil: until })
      .where('id', '=', sheet.id)
      .execute();
    expect((await sheets.sync(sheet)).body.code).toBe('sheet_busy');
    office.clock.advance(120_000);
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active' });
  });

  it('keep in step at the time that was chosen', async () => {
    const round = await openRound(office, office.district, 2);
    const [first] = round.reports as [Report];
    const sheet = await sheets.publish(round, { mode: 'automatic', everyMinutes: 5 });
    await sheets.editHere(first, { narrative: '排程送出' });
    office.clock.advance(6 * 60_000);
    office.context.background.wake('sheets');
    await expect
      .poll(async () => sheets.peopleOf(sheet).says(await sheets.rowIdOf(sheet, first), 'narrative'), {
        timeout: 10_000,
      })
      .toBe('排程送出');
  });
});
