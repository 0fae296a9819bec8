import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipientSheet } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type HandingDesk, openHandingDesk } from './desk.ts';

const minute = 60_000;

describe.each(engines)('spreadsheets of a collection on $name, as time passes and Google answers,', {
  timeout: 60_000,
}, engine => {
  let desk: HandingDesk;
  beforeAll(async () => {
    desk = await openHandingDesk(engine);
  }, 60_000);
  afterAll(() => desk?.close());

  const ask = (more: object = {}) =>
    desk.ask([desk.office.district.agency.id, desk.office.sibling.agency.id], 3, { dueDate: '2030-06-30', ...more });
  const asked = async (more: object = {}) => {
    const of = await ask(more);
    const sheets = await desk.handedOut(of);
    return { ...of, sheet: sheets.find(({ agencyId }) => agencyId === desk.office.district.agency.id)! };
  };
  const stateOf = async ({ recipientId }: RecipientSheet) => (await desk.recipient(recipientId)).state;
  const failed = (sheet: RecipientSheet) =>
    desk.until(
      () => desk.now(sheet),
      ({ problem }) => problem !== null,
    );

  it('leave agencies their time: before the due date only who says so takes them back, after it those that rest', async () => {
    const { collection, sheet } = await asked({ dueDate: '2025-06-02' });
    // Whatever was written in the very moment of handing out has the same time.
    desk.office.clock.advance(minute);
    const start = desk.office.context.now().getTime();
    const at = (minutes: number) => new Date(start + minutes * minute).toISOString();
    desk.write(sheet, 0, 'narrative', '填一半');
    await desk.pass(40 * minute);
    const edited = await desk.until(
      () => desk.now(sheet),
      ({ editedAt }) => editedAt !== null,
    );
    expect(edited).toMatchObject({ editedAt: at(0), takenAt: null, fileId: null });
    const { version } = await desk.now_(collection);
    await desk.ok(desk.client.patch(`/api/collections/${collection.id}`, { version, dueDate: '2025-06-01' }), 200);
    desk.write(sheet, 1, 'narrative', '期限過後還在寫');
    await desk.pass(20 * minute);
    await desk.until(
      () => desk.now(sheet),
      ({ editedAt }) => editedAt === at(40),
    );
    expect(await desk.filesOf(sheet)).toEqual([]);
    await desk.pass(15 * minute);
    await desk.until(
      () => desk.now(sheet),
      ({ takenAt }) => takenAt !== null,
    );
    expect(await desk.filesOf(sheet)).toHaveLength(1);
    const exports = desk.asked('/export');
    await desk.pass(20 * minute);
    await desk.until(
      () => desk.now(sheet),
      ({ lookedAt }) => lookedAt === at(95),
    );
    expect(desk.asked('/export')).toBe(exports);
    expect(await desk.send('close', await desk.now_(collection))).toMatchObject({ status: 200 });
    expect((await desk.take(sheet)).body.code).toBe('collection_closed');
  });

  it('tell what Google refuses for good, and go on once a person has mended it', async () => {
    const of = await ask();
    await desk.ok(desk.handOut(of, { folderId: '' }), 200);
    const homeless = await desk.until(
      () => desk.sheets(of.collection),
      list => list.every(({ state }) => state === 'failed'),
    );
    expect(homeless.map(({ problem }) => problem?.code)).toEqual(['google_storage', 'google_storage']);
    const [sheet] = await desk.handedOut(of);
    desk.write(sheet!, 0, 'narrative', '被刪之前');
    desk.bookOf(sheet!).trashed = true;
    await desk.take(sheet!);
    expect((await failed(sheet!)).problem?.code).toBe('google_absent');
    desk.bookOf(sheet!).trashed = false;
    expect(await desk.taken(sheet!)).toHaveLength(1);
    expect(await desk.now(sheet!)).toMatchObject({ state: 'active', problem: null });
    desk.cloud.unshared.add(sheet!.spreadsheetId!);
    desk.write(sheet!, 0, 'narrative', '權限收回之前');
    await desk.take(sheet!);
    expect((await failed(sheet!)).problem?.code).toBe('google_absent');
    desk.cloud.unshared.clear();
    expect((await desk.taken(sheet!)).at(-1)).toMatchObject({ state: 'read', problem: null });
  });

  it('are not harmed by hostile answers: an endless export, one that is no workbook, and a link that is a script', async () => {
    const { sheet } = await asked();
    desk.write(sheet, 0, 'narrative', '正常內容');
    desk.cloud.exportLimit = 100;
    await desk.take(sheet);
    expect((await failed(sheet)).problem?.code).toBe('google_export_large');
    desk.cloud.exportLimit = 10 * 1024 * 1024;
    const { uploadLimitBytes } = desk.office.context.config;
    desk.cloud.exportInstead = () => new Uint8Array(uploadLimitBytes + 1);
    await desk.take(sheet);
    expect((await failed(sheet)).problem?.code).toBe('google_export_large');
    desk.cloud.exportInstead = () => Buffer.from('<html>Sign in to continue</html>');
    const [page] = await desk.taken(sheet);
    expect(page).toMatchObject({ state: 'unreadable', problem: { severity: 'error' } });
    desk.cloud.exportInstead = null;
    expect((await desk.taken(sheet)).at(-1)).toMatchObject({ state: 'read' });
    expect(await stateOf(sheet)).toBe('returned');

    const of = await ask();
    const newBook = desk.cloud.newBook.bind(desk.cloud);
    desk.cloud.newBook = name => Object.assign(newBook(name), { url: 'javascript:alert(document.cookie)' });
    const sheets = await desk.handedOut(of);
    desk.cloud.newBook = newBook;
    for (const { url, spreadsheetId } of sheets)
      expect(url).toBe(`${desk.google.root}/spreadsheets/d/${spreadsheetId}/edit`);
  });

  it('are made once, although Google fails after it made them, and refuses for a while', async () => {
    const of = await ask();
    const before = desk.cloud.books.size;
    desk.cloud.troubles.push({ on: 'write', when: 'after', status: 503 });
    await desk.ok(desk.handOut(of), 200);
    const first = await desk.until(
      () => desk.sheets(of.collection),
      list => list.filter(({ state, problem }) => state === 'active' || problem !== null).length === 2,
    );
    expect(first.map(({ state }) => state).sort()).toEqual(['active', 'publishing']);
    await desk.pass(6 * minute);
    await desk.until(
      () => desk.sheets(of.collection),
      list => list.every(({ state, problem }) => state === 'active' && problem === null),
    );
    expect(desk.cloud.books.size - before).toBe(2);
    const names = new Set(
      [...desk.cloud.books.values()].slice(before).map(({ id }) => desk.cloud.appProperties.get(id)?.guankaoForm),
    );
    expect(names.size).toBe(2);
  });
});
