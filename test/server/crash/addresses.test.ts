import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import type { AddressChange } from '../../../sync/model/index.ts';
import { clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { addressedDraft } from '../../support/handing-out.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { startServer } from '../../support/server-process.ts';
import { killsOr, timeFor } from './kills.ts';

const kills = killsOr(3);
const count = 200;

describe.each(engines)('a server that is killed while addresses of agencies are set on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
    // The killed server goes by the real clock.
    office.clock.set(new Date().toISOString());
    await office.context.db.updateTable('users').set({ passwordChangedAt: new Date().toISOString() }).execute();
  });
  afterAll(() => office?.close());

  it(
    'has set all of them or none, and all that it acknowledged',
    async () => {
      const { db, config } = office.context;
      const env = {
        DATA_DIR: config.dataDir,
        ...(config.databaseUrl ? { DATABASE_URL: config.databaseUrl } : {}),
      };
      const client = await clientFor(office, office.bureau.users.secretariat.id);
      const { id } = await addressedDraft(office, client, count, '址');
      const stored = () =>
        db.selectFrom('recipients').select(['id', 'mailTo']).where('collectionId', '=', id).execute();
      const nth = (n: number) => `desk-${n}@example.org`;
      const first = await stored();
      let acknowledged = 0;
      /** What stands in the database: as often as all addresses were set. */
      let standing = 0;
      const statuses = new Set<number>();
      const check = async () => {
        const addresses = new Set((await stored()).map(({ mailTo }) => mailTo));
        expect([...addresses], 'all of them, or none').toHaveLength(1);
        standing = addresses.has(nth(acknowledged)) ? acknowledged : acknowledged + 1;
        expect(addresses).toEqual(new Set([nth(standing)]));
      };
      for (let turn = 0; turn <= kills; turn++) {
        // What a dead server had sent to its database is done or dropped by the time the next one listens.
        const server = await startServer(env);
        try {
          if (turn > 0) await check();
          if (turn === kills) break;
          const begun = Promise.withResolvers<void>();
          const send = async (next: number): Promise<void> => {
            const changes: AddressChange[] = first.map(({ id: recipientId, mailTo }) => ({
              recipientId,
              before: next === 1 ? mailTo : nth(next - 1),
              after: nth(next),
            }));
            const answer = await fetch(`${server.url}/api/collections/${id}/addresses`, {
              method: 'POST',
              headers: { cookie: client.cookie, 'x-csrf-token': client.csrfToken, 'content-type': 'application/json' },
              body: JSON.stringify({ changes }),
            });
            statuses.add(answer.status);
            await answer.json();
            acknowledged = next;
            begun.resolve();
            return send(next + 1);
          };
          const sending = send(standing + 1);
          await Promise.race([sending, begun.promise]);
          await Promise.race([sending, wait(Math.random() * 300)]);
          await server.kill();
          // A line that goes dead is how a killed server looks from outside.
          await expect(sending).rejects.toThrow();
        } finally {
          await server.kill();
        }
      }
      expect(statuses).toEqual(new Set([200]));
      const { set } = await db
        .selectFrom('events')
        .select(({ fn }) => fn.countAll().as('set'))
        .where('action', '=', 'recipients.update')
        .executeTakeFirstOrThrow();
      expect(Number(set), 'one event for each address of each time').toBe(standing * count);
      expect((await verifyChain({ ...office.context, close: async () => {} })).broken).toBeNull();
    },
    timeFor(kills),
  );
});
