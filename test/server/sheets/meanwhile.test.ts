import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { openRound } from '../../support/open-round.ts';
import { openSheetDesk, type SheetDesk } from './desk.ts';

/** What happens on either side, or to the server, while spreadsheets are kept in step. */
describe.each(engines)('meanwhile, on $name', engine => {
  let sheets: SheetDesk;
  const cloud = () => sheets.google.cloud;
  beforeAll(async () => {
    sheets = await openSheetDesk(engine);
  });
  afterAll(() => sheets?.close());

  const publish = async (count: number, more: object = {}) => {
    const round = await openRound(sheets.office, sheets.office.district, count);
    const sheet = await sheets.publish(round, more);
    const rowIds = await Promise.all(round.reports.map(report => sheets.rowIdOf(sheet, report)));
    return { round, sheet, people: sheets.peopleOf(sheet), reports: round.reports as readonly Report[], rowIds };
  };
  const during = async <T>(
    moment: 'beforeRead' | 'beforeWrite' | 'afterWrite',
    act: () => unknown,
    work: Promise<T>,
  ) => {
    cloud()[moment] = async () => {
      cloud()[moment] = null;
      await act();
    };
    return work.finally(() => {
      cloud()[moment] = null;
    });
  };

  it('asks for the version alone as long as nothing happened on either side', async () => {
    const { sheet, people, reports, rowIds } = await publish(2);
    await sheets.sync(sheet);
    const reads = () => sheets.asked(`GET /v4/spreadsheets/${sheet.spreadsheetId}`);
    const versions = () => sheets.asked(`GET /drive/v3/files/${sheet.spreadsheetId}`);
    const [readsBefore, versionsBefore] = [reads(), versions()];
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active', lastSent: 0 });
    expect([reads() - readsBefore, versions() - versionsBefore]).toEqual([0, 1]);
    people.type(rowIds[0]!, 'narrative', '有變更');
    expect((await sheets.sync(sheet)).body).toMatchObject({ waiting: 1 });
    expect(reads() - readsBefore).toBe(1);
    await sheets.editHere(reports[1]!, { narrative: '這邊也有' });
    expect((await sheets.sync(sheet)).body).toMatchObject({ lastSent: 1 });
  });

  it('keeps the names of evidence up to date, each with its link', async () => {
    const { sheet, reports } = await publish(2);
    await sheets.office.district.as.officer.post('/api/evidence/link', {
      reportId: reports[0]!.id,
      name: '公告網頁',
      url: 'https://example.org/notice',
    });
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active', lastSent: 1 });
    const cells = sheets.bookOf(sheet).tabs.flatMap(({ cells: rows }) => rows.flat());
    const cell = cells.find(each => each?.userEnteredValue?.stringValue === '公告網頁');
    expect(cell?.textFormatRuns?.[0]?.format?.link?.uri).toMatch(/^https?:/);
    expect((await sheets.sync(sheet)).body).toMatchObject({ lastSent: 0 });
  });

  it('takes nothing and sends nothing for a server that stood still until another took over', async () => {
    const { sheet, people, rowIds, reports } = await publish(2, { mode: 'automatic' });
    people.type(rowIds[0]!, 'narrative', '線上填的');
    await sheets.editHere(reports[1]!, { narrative: '這邊填的' });
    const version = sheets.bookOf(sheet).version;
    const takeOver = () =>
      sheets.office.context.db
        .updateTable('sheets')
        .set({ leaseHolder: 'another', leaseUntil: '2100-01-01T00:00:00.000Z' })
        .where('id', '=', sheet.id)
        .execute();
    expect((await during('beforeRead', takeOver, sheets.sync(sheet))).body.code).toBe('sheet_busy');
    expect((await sheets.exchanges.reportNow(reports[0]!)).narrative).not.toBe('線上填的');
    expect(sheets.bookOf(sheet).version).toBe(version);
    expect(await sheets.now(sheet)).toMatchObject({ state: 'active', lastTaken: 0 });
  });

  it.each(['pause', 'disconnect'] as const)('lets a %s stand that comes while Google refuses', async verb => {
    const { sheet } = await publish(1);
    const { version } = await sheets.now(sheet);
    const stop = () => sheets.secretariat.post(`/api/sheets/${sheet.id}/${verb}`, { version });
    // Somebody wrote, so that the grid is read at all.
    sheets.bookOf(sheet).version += 1;
    const answer = await during(
      'beforeRead',
      async () => {
        expect((await stop()).status).toBe(200);
        cloud().unshared.add(sheet.spreadsheetId!);
      },
      sheets.sync(sheet),
    );
    expect(answer.body.code).toBe('google_forbidden');
    expect((await sheets.now(sheet)).state).toBe(verb === 'pause' ? 'paused' : 'disconnected');
  });

  it('says that a spreadsheet is no longer shared, and goes on once it is', async () => {
    const { sheet, people, rowIds } = await publish(2, { mode: 'automatic' });
    cloud().unshared.add(sheet.spreadsheetId!);
    people.type(rowIds[0]!, 'narrative', '沒有分享時填的');
    expect((await sheets.sync(sheet)).body.code).toBe('google_absent');
    expect(await sheets.now(sheet)).toMatchObject({ state: 'failed', nextSyncAt: null });
    cloud().unshared.delete(sheet.spreadsheetId!);
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active', problem: null, lastTaken: 1 });
  });

  it('keeps the reason when the key of an account cannot be opened, until it is connected anew', async () => {
    const { sheet } = await publish(1);
    const { db } = sheets.office.context;
    const [account] = await db.selectFrom('sheetAccounts').selectAll().where('id', '=', sheet.accountId).execute();
    await db.updateTable('sheetAccounts').set({ sealed: 's1.other.x.y' }).where('id', '=', sheet.accountId).execute();
    expect((await sheets.sync(sheet)).body.code).toBe('secret_key_missing');
    expect(await sheets.now(sheet)).toMatchObject({ state: 'failed', problem: { code: 'secret_key_missing' } });
    const anew = await sheets.connect(account!.name.split('@')[0]);
    expect(anew).toMatchObject({ id: sheet.accountId, version: account!.version + 1 });
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active', problem: null });
  });

  it('lets an account go whose key cannot be opened', async () => {
    const { id } = await sheets.connect();
    await sheets.office.context.db.updateTable('sheetAccounts').set({ sealed: 'x' }).where('id', '=', id).execute();
    expect((await sheets.secretariat.delete(`/api/sheetAccounts/${id}`)).status).toBe(204);
  });

  it('marks an account whose grant Google no longer accepts', async () => {
    const { sheet } = await publish(1);
    const { name } = (await sheets.secretariat.get(`/api/sheetAccounts/${sheet.accountId}`)).body;
    cloud().keysOf.delete(name);
    cloud().tokens.clear();
    expect((await sheets.sync(sheet)).body.code).toBe('google_revoked');
    expect((await sheets.secretariat.get(`/api/sheetAccounts/${sheet.accountId}`)).body.state).toBe('revoked');
    await sheets.connect(name.split('@')[0]);
    expect((await sheets.secretariat.get(`/api/sheetAccounts/${sheet.accountId}`)).body.state).toBe('ok');
    expect((await sheets.sync(sheet)).body).toMatchObject({ state: 'active' });
  });
});
