import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import type { RecipientSheet } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import type { Asked } from '../../support/returns-desk.ts';
import { startServer } from '../../support/server-process.ts';
import { type HandingDesk, openHandingDesk } from './desk.ts';

const longAgo = '2000-01-01T00:00:00.000Z';

/** Real servers on one database that are killed while they hand out and take back. */
describe.each(engines)('servers on $name', engine => {
  let desk: HandingDesk;
  let asked: Asked[];
  let env: Record<string, string>;
  beforeAll(async () => {
    desk = await openHandingDesk(engine);
    const { dataDir, databaseUrl } = desk.office.context.config;
    env = {
      DATA_DIR: dataDir,
      GOOGLE_ROOT_URL: desk.google.root,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    };
    const ask = () => desk.ask([desk.office.district.agency.id], 3, { dueDate: '2130-06-30' });
    asked = [await ask(), await ask()];
    // From now on nothing is done but by the servers that are started.
    await desk.office.context.background.stop();
  }, 60_000);
  afterAll(() => desk?.close());

  const put = (id: string, set: object) =>
    desk.office.context.db.updateTable('recipientSheets').set(set).where('id', '=', id).execute();
  /** What a server left that died holding it runs out in time. */
  const letLeaseRunOut = (sheet: RecipientSheet) => put(sheet.id, { leaseUntil: longAgo, nextLookAt: longAgo });
  const wholeChain = async () => (await verifyChain({ ...desk.office.context, close: async () => {} })).broken;

  /** Lets a server begin, stops it dead at a moment at Google, and lets another end what it began. */
  const killedAt = async (moment: 'beforeCreate' | 'afterCreate', begin: () => Promise<RecipientSheet>) => {
    const { cloud } = desk;
    const dead = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    cloud[moment] = async () => {
      cloud[moment] = null;
      held.resolve();
      await dead.promise;
    };
    const sheet = await begin();
    const victim = await startServer(env);
    await held.promise;
    await victim.kill();
    dead.resolve();
    await letLeaseRunOut(sheet);
    const survivor = await startServer(env);
    try {
      return await desk.until(
        () => desk.now(sheet),
        ({ state }) => state === 'active',
      );
    } finally {
      await survivor.kill();
    }
  };

  it.each(['beforeCreate', 'afterCreate'] as const)('make one spreadsheet between them when one is killed %s', {
    timeout: 150_000,
  }, async moment => {
    const of = asked.pop()!;
    const books = new Set(desk.cloud.books.keys());
    const sheet = await killedAt(moment, async () => {
      await desk.ok(desk.handOut(of), 200);
      return (await desk.sheets(of.collection))[0]!;
    });
    const made = [...desk.cloud.books.keys()].filter(id => !books.has(id));
    expect(made).toContain(sheet.spreadsheetId);
    expect(made).toHaveLength(1);
    expect(await wholeChain()).toBeNull();
  });
});
