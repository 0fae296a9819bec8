import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import { readStamp } from '../../../sync/collect/index.ts';
import { clientFor } from '../../support/client.ts';
import { opened as read } from '../../support/collection-desk.ts';
import { engines } from '../../support/engines.ts';
import { addressedDraft, long, mailStatesOf, sender } from '../../support/handing-out.ts';
import { type MailServer, openMailServer } from '../../support/mail-server.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { startServer } from '../../support/server-process.ts';
import { killsOr, timeFor } from './kills.ts';

describe.each(engines)('a server that is killed while it hands out a collection on $name', engine => {
  const kills = killsOr(4);
  const count = 40;
  let office: Office;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice(engine, { pollMs: 0 });
    // The killed server goes by the real clock.
    office.clock.set(new Date().toISOString());
    await office.context.db.updateTable('users').set({ passwordChangedAt: new Date().toISOString() }).execute();
  });
  afterAll(async () => {
    await office?.close();
    await mail?.close();
  });

  it(
    'leaves no agency without its workbook and its mail, and sends none twice but what was under way',
    async () => {
      const { context } = office;
      const { dataDir, databaseUrl } = context.config;
      const env = {
        DATA_DIR: dataDir,
        SMTP_URL: mail.url,
        MAIL_FROM: sender,
        ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      };
      const client = await clientFor(office, office.bureau.users.secretariat.id);
      const collection = await addressedDraft(office, client, count, '斷');
      // So slow that a blow falls while mails are under way.
      mail.onMail(() => wait(20));
      for (let turn = 0; turn <= kills; turn++) {
        const server = await startServer(env);
        const post = (path: string, body: object) =>
          fetch(`${server.url}/api/collections/${collection.id}/${path}`, {
            method: 'POST',
            headers: { cookie: client.cookie, 'x-csrf-token': client.csrfToken, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
        try {
          if (turn === 0) {
            expect((await post('open', { version: collection.version })).status).toBe(200);
            expect(await (await post('mail', {})).json()).toMatchObject({ queued: count });
          }
          if (turn < kills) await wait(Math.random() * 250);
          else
            await vi.waitFor(
              async () => expect(new Set(await mailStatesOf(office, collection))).toEqual(new Set(['sent'])),
              long,
            );
        } finally {
          await server.kill();
        }
        // As if so much time had passed that what the dead server had taken may be taken again.
        for (const table of ['recipients', 'outbox'] as const)
          await context.db.updateTable(table).set({ leaseUntil: null }).execute();
      }
      const recipients = await context.db
        .selectFrom('recipients')
        .selectAll()
        .where('collectionId', '=', collection.id)
        .execute();
      for (const { id, sha256, fileName } of recipients)
        expect(readStamp(read(await context.storage.read(sha256!), fileName!))).toMatchObject({ recipient: id });
      const byAddress = Map.groupBy(mail.received, ({ to }) => to[0]!);
      expect(byAddress.size).toBe(count);
      for (const copies of byAddress.values())
        expect(new Set(copies.map(copy => copy.mail.messageId)).size, 'a copy bears the same id').toBe(1);
      expect(mail.received.length - count).toBeLessThanOrEqual(2 * kills);
      expect((await verifyChain({ ...context, close: async () => {} })).broken).toBeNull();
    },
    timeFor(kills),
  );
});
