import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, SheetConnection } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { longAgo, serversBeside } from '../../support/killed-at-google.ts';
import { openRound } from '../../support/open-round.ts';
import { openSheetDesk, type SheetDesk } from './desk.ts';

/** Real servers on one database, which keep spreadsheets in step by the clock and are killed in the middle of it. */
describe.each(engines)('servers on $name', engine => {
  let sheets: SheetDesk;
  let servers: ReturnType<typeof serversBeside>;
  beforeAll(async () => {
    sheets = await openSheetDesk(engine);
    servers = serversBeside(sheets);
  }, 60_000);
  afterAll(() => sheets?.close());

  const writes = () => sheets.asked(':batchUpdate');
  /** A spreadsheet with an edit on each side, due now. */
  const edited = async () => {
    const round = await openRound(sheets.office, sheets.office.district, 2);
    const sheet = await sheets.publish(round, { mode: 'automatic', everyMinutes: 5 });
    const [here, there] = round.reports as readonly [Report, Report];
    await sheets.editHere(here, { narrative: '系統填的' });
    sheets.peopleOf(sheet).type(await sheets.rowIdOf(sheet, there), 'narrative', '線上填的');
    return { sheet, here, there, rowHere: await sheets.rowIdOf(sheet, here) };
  };
  const due = (sheet: SheetConnection) =>
    sheets.office.context.db.updateTable('sheets').set({ nextSyncAt: longAgo }).where('id', '=', sheet.id).execute();
  /** What a server left that died holding it runs out in time. */
  const letLeaseRunOut = (sheet: SheetConnection) =>
    sheets.office.context.db
      .updateTable('sheets')
      .set({ leaseUntil: longAgo, nextSyncAt: longAgo })
      .where('id', '=', sheet.id)
      .execute();
  const leaseOf = async ({ id }: SheetConnection): Promise<string | null> => {
    const { db } = sheets.office.context;
    const row = await db.selectFrom('sheets').select('leaseHolder').where('id', '=', id).executeTakeFirstOrThrow();
    return row.leaseHolder;
  };
  const openOperations = (sheet: SheetConnection) =>
    sheets.office.context.db
      .selectFrom('sheetOperations')
      .select('id')
      .where('sheetId', '=', sheet.id)
      .where('endedAt', 'is', null)
      .execute();
  const happened = async (action: string, sheet: SheetConnection) => {
    const { db } = sheets.office.context;
    const rows = await db
      .selectFrom('events')
      .select('id')
      .where('action', '=', action)
      .where('recordId', '=', sheet.id)
      .execute();
    return rows.length;
  };
  const isInStep = async ({ sheet, there, rowHere }: Awaited<ReturnType<typeof edited>>) => ({
    sent: sheets.peopleOf(sheet).says(rowHere, 'narrative') === '系統填的',
    taken: (await sheets.exchanges.reportNow(there)).narrative === '線上填的',
    settled: (await openOperations(sheet)).length === 0,
  });
  const inStep = { sent: true, taken: true, settled: true };

  it('sync a spreadsheet once between them, however many look', { timeout: 60_000 }, async () => {
    const work = await edited();
    const before = writes();
    await due(work.sheet);
    const both = await Promise.all([servers.start(), servers.start()]);
    try {
      await expect.poll(() => isInStep(work), { timeout: 30_000 }).toEqual(inStep);
      await expect.poll(async () => (await sheets.now(work.sheet)).lastSent, { timeout: 10_000 }).toBe(1);
    } finally {
      await Promise.all(both.map(server => server.kill()));
    }
    expect(writes() - before).toBe(1);
    expect(await happened('sheets.send', work.sheet)).toBe(1);
    expect(await happened('sheets.sync', work.sheet)).toBe(2);
  });

  it.each([
    ['before its batch is carried out', 'beforeWrite', 2],
    ['after its batch was carried out', 'afterWrite', 1],
  ] as const)('leave nothing half done when one is killed %s', { timeout: 60_000 }, async (_, moment, wanted) => {
    const work = await edited();
    const before = writes();
    await servers.killedAt(moment, () => due(work.sheet));
    expect(await openOperations(work.sheet)).toHaveLength(1);
    await letLeaseRunOut(work.sheet);
    await servers.survivor(async () => {
      await expect.poll(() => isInStep(work), { timeout: 30_000 }).toEqual(inStep);
      await expect.poll(() => leaseOf(work.sheet), { timeout: 10_000 }).toBeNull();
    });
    expect(writes() - before).toBeLessThanOrEqual(wanted);
    expect(await servers.brokenLink()).toBeNull();
    expect((await sheets.sync(work.sheet)).status).toBe(200);
  });
});
