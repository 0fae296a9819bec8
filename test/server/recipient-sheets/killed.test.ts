import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipientSheet } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { longAgo, serversBeside } from '../../support/killed-at-google.ts';
import type { Asked } from '../../support/returns-desk.ts';
import { type HandingDesk, openHandingDesk } from './desk.ts';

/** Real servers on one database that are killed while they hand out and take back. */
describe.each(engines)('servers on $name', engine => {
  let desk: HandingDesk;
  let asked: Asked[];
  let servers: ReturnType<typeof serversBeside>;
  beforeAll(async () => {
    desk = await openHandingDesk(engine);
    servers = serversBeside(desk);
    const ask = () => desk.ask([desk.office.district.agency.id], 3, { dueDate: '2130-06-30' });
    asked = [await ask(), await ask()];
    // From now on nothing is done but by the servers that are started.
    await desk.office.context.background.stop();
  }, 60_000);
  afterAll(() => desk?.close());

  /** What a server left that died holding it runs out in time. */
  const letLeaseRunOut = ({ id }: RecipientSheet) =>
    desk.office.context.db
      .updateTable('recipientSheets')
      .set({ leaseUntil: longAgo, nextLookAt: longAgo })
      .where('id', '=', id)
      .execute();

  it.each(['beforeCreate', 'afterCreate'] as const)('make one spreadsheet between them when one is killed %s', {
    timeout: 150_000,
  }, async moment => {
    const of = asked.pop()!;
    const books = new Set(desk.cloud.books.keys());
    const begun = await servers.killedAt(moment, async () => {
      await desk.ok(desk.handOut(of), 200);
      return (await desk.sheets(of.collection))[0]!;
    });
    await letLeaseRunOut(begun);
    const sheet = await servers.survivor(() =>
      desk.until(
        () => desk.now(begun),
        ({ state }) => state === 'active',
      ),
    );
    const made = [...desk.cloud.books.keys()].filter(id => !books.has(id));
    expect(made).toContain(sheet.spreadsheetId);
    expect(made).toHaveLength(1);
    expect(await servers.brokenLink()).toBeNull();
  });
});
