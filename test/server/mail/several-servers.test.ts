import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { claim } from '../../../server/background/index.ts';
import { start } from '../../../server/start.ts';
import { collectionDesk } from '../../support/collection-desk.ts';
import { type Engine, engines } from '../../support/engines.ts';
import { addressedDraft, long, mailStatesOf, sender } from '../../support/handing-out.ts';
import { type MailServer, openMailServer } from '../../support/mail-server.ts';
import { type Office, openOffice } from '../../support/office.ts';

/** An office with a mail server of its own, for all tests of a suite. */
function withMail(engine: Engine): { readonly office: Office; readonly mail: MailServer } {
  let office: Office;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice(engine, { smtpUrl: mail.url, mailFrom: sender });
  });
  afterAll(async () => {
    await office?.close();
    await mail?.close();
  });
  return {
    get office() {
      return office;
    },
    get mail() {
      return mail;
    },
  };
}

/** Several servers share one PostgreSQL; a file of SQLite is one server's. */
const shared = engines.filter(({ name }) => name === 'PostgreSQL');

describe.each(shared)('several servers on $name', engine => {
  const served = withMail(engine);

  it('make each workbook and send each mail once between them', async () => {
    const { office, mail } = served;
    const { config, now } = office.context;
    const others = [await start(config, now), await start(config, now)];
    const collection = await addressedDraft(office, office.bureau.as.secretariat, 60, '共');
    const desk = collectionDesk(() => office.bureau.as.secretariat);
    await desk.send('open', collection);
    await office.bureau.as.secretariat.post(`/api/collections/${collection.id}/mail`, {});
    for (const { context } of others) {
      context.background.wake('workbooks');
      context.background.wake('mail');
    }
    await vi.waitFor(
      async () => expect(new Set(await mailStatesOf(office, collection))).toEqual(new Set(['sent'])),
      long,
    );
    const addresses = mail.received.flatMap(({ to }) => to);
    expect(addresses).toHaveLength(60);
    expect(new Set(addresses).size).toBe(60);
    const { made } = await office.context.db
      .selectFrom('events')
      .select(eb => eb.fn.countAll<number>().as('made'))
      .where('action', '=', 'recipients.make')
      .executeTakeFirstOrThrow();
    expect(Number(made)).toBe(60);
    for (const other of others) await other.stop();
  });
});

describe.each(engines)('what a server has taken on $name', engine => {
  const served = withMail(engine);

  it('is left alone by the others until its lease is over', async () => {
    const { office, mail } = served;
    const { context, bureau, clock } = office;
    const collection = await addressedDraft(office, bureau.as.secretariat, 3, '租');
    const desk = collectionDesk(() => bureau.as.secretariat);
    await desk.open(collection);
    const [first] = await desk.recipients(collection);
    const at = context.now().toISOString();
    const row = {
      kind: 'issue',
      locale: 'zh-TW',
      askedBy: bureau.users.secretariat.id,
      mailTo: first!.mailTo!,
    } as const;
    // As a server left it that ended while it sent.
    const more = { state: 'waiting', tries: 0, notBefore: at, leaseUntil: null, begunAt: at, sentAt: null } as const;
    await context.db
      .insertInto('outbox')
      .values({ id: 'left', createdAt: at, recipientId: first!.id, ...row, ...more, answer: '' })
      .execute();
    const open = sql<boolean>`${sql.ref('outbox.id')} = 'left'`;
    const take = () => claim(context, { table: 'outbox', open, most: 5, leaseMs: 60_000 });
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.flatMap(({ ids }) => ids)).toEqual(['left']);
    context.background.wake('mail');
    clock.advance(59_000);
    expect((await take()).ids).toEqual([]);
    clock.advance(2_000);
    context.background.wake('mail');
    await vi.waitFor(async () => expect((await desk.recipient(first!.id)).mailState).toBe('sent'), long);
    const copies = mail.received.filter(({ to }) => to.includes(first!.mailTo!));
    expect(copies.map(({ mail: { messageId } }) => messageId)).toEqual(['<left@localhost>']);
    // What became of the first attempt nobody knows; whoever gets two is told, and so is the record.
    expect(copies[0]!.mail.text).toContain('您可能收到內容相同的兩封');
    const { body } = await bureau.as.secretariat.get(`/api/events?recordId=${first!.id}&action=recipients.mail`);
    expect(body[0].after).toMatchObject({ perhapsAgain: true });
  });
});
