import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection, Recipient } from '../../../sync/model/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { collectionDesk, opened } from '../../support/collection-desk.ts';
import { engines } from '../../support/engines.ts';
import { type MailServer, openMailServer } from '../../support/mail-server.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('mails to recipients on $name', engine => {
  let office: Office;
  let mail: MailServer;
  let client: Client;
  /** Moves time; whoever was logged in logs in again. */
  const later = async (minutes: number) => {
    office.clock.advance(minutes * 60_000);
    client = await clientFor(office, office.bureau.users.secretariat.id);
  };
  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice(engine, { smtpUrl: mail.url, mailFrom: '管考系統 <guankao@example.org>' });
    client = office.bureau.as.secretariat;
  });
  afterAll(async () => {
    await office?.close();
    await mail?.close();
  });

  const desk = collectionDesk(() => client);
  const secretariat = () => client;
  let serial = 0;
  beforeEach(() => {
    serial++;
  });
  /** An address that no other test writes to. */
  const addressOf = (who: string) => `${who}.${serial}@example.org`;
  const mailsTo = (who: string) => mail.received.filter(({ to }) => to.includes(addressOf(who)));

  /** A collection of which the district and its sibling have an address. */
  const prepared = async (
    more: object = {},
  ): Promise<{ collection: Collection; district: Recipient; sibling: Recipient }> => {
    const agencies = [office.district.agency.id, office.sibling.agency.id];
    const collection = await desk.open(await desk.draft(await desk.template(), agencies, more));
    const lines = await desk.recipients(collection);
    const addressed = async (agencyId: string, mailTo: string): Promise<Recipient> => {
      const { id, version } = lines.find(line => line.agencyId === agencyId)!;
      const { status, body } = await secretariat().patch(`/api/recipients/${id}`, { version, mailTo });
      expect(status, JSON.stringify(body)).toBe(200);
      return body;
    };
    return {
      collection,
      district: await addressed(agencies[0]!, addressOf('district')),
      sibling: await addressed(agencies[1]!, addressOf('sibling')),
    };
  };
  const mailAll = ({ id }: Collection, body: object = {}) => secretariat().post(`/api/collections/${id}/mail`, body);
  const stateOf = async ({ id }: Recipient) => (await desk.recipient(id)).mailState;
  const settled = (recipient: Recipient, state: string) =>
    vi.waitFor(async () => expect(await stateOf(recipient)).toBe(state), { timeout: 10_000, interval: 20 });

  it('carry each agency its own workbook and the instructions', async () => {
    const { collection, district, sibling } = await prepared({ instructions: '一、逐項填寫。\n二、附佐證。' });
    expect((await mailAll(collection)).body).toEqual({ queued: 2, withoutAddress: 0 });
    await settled(district, 'sent');
    await settled(sibling, 'sent');
    const [letter] = mailsTo('district');
    expect(letter!.mail.subject).toBe('【清川市民政局】請填報「一一四年服務自評」，114年6月30日前回復');
    expect(letter!.mail.from).toMatchObject({ name: '管考系統', address: 'guankao@example.org' });
    expect(letter!.mail.text).toContain('清川市青田區公所 您好');
    expect(letter!.mail.text?.replaceAll('\r', '')).toContain('填表說明\n一、逐項填寫。\n二、附佐證。');
    const [file] = letter!.mail.attachments;
    expect(file!.filename).toBe('清川市青田區公所_一一四年服務自評.xlsx');
    expect(opened(new Uint8Array(file!.content as ArrayBuffer)).sheets[0]?.anchor(2, 2)?.text).toBe('清川市青田區公所');
    expect(await desk.recipient(district.id)).toMatchObject({
      sentVia: 'mail',
      sentAt: office.context.now().toISOString(),
    });
    expect((await desk.eventsOf(district.id)).at(-1)).toBe('recipients.mail');
  });

  it('go out once, however often they are asked for and whoever has had one', async () => {
    const { collection, district, sibling } = await prepared();
    await Promise.all([mailAll(collection), mailAll(collection), mailAll(collection)]);
    await settled(district, 'sent');
    await settled(sibling, 'sent');
    expect((await mailAll(collection)).body).toEqual({ queued: 0, withoutAddress: 0 });
    expect([mailsTo('district').length, mailsTo('sibling').length]).toEqual([1, 1]);
    expect((await mailAll(collection, { recipientIds: [district.id] })).body.queued).toBe(1);
    await vi.waitFor(() => expect(mailsTo('district')).toHaveLength(2));
  });

  it('tell of an address that is refused at its recipient, and reach the others', async () => {
    const { collection, district, sibling } = await prepared();
    mail.refuse(addressOf('district'), 550, 'No such mailbox');
    await mailAll(collection);
    await settled(district, 'failed');
    await settled(sibling, 'sent');
    const { mailProblem, sentAt } = await desk.recipient(district.id);
    expect(mailProblem).toMatchObject({ code: 'mail_refused', params: { to: addressOf('district') } });
    expect(mailProblem?.message).toContain('No such mailbox');
    expect(sentAt).toBeNull();
    expect((await desk.eventsOf(district.id)).at(-1)).toBe('recipients.mailFailed');
    const { id, version } = await desk.recipient(district.id);
    const { body } = await secretariat().patch(`/api/recipients/${id}`, { version, mailTo: addressOf('mended') });
    expect(body).toMatchObject({ mailState: null, mailProblem: null });
    expect((await mailAll(collection)).body.queued).toBe(1);
    await settled(district, 'sent');
    expect(mailsTo('mended')).toHaveLength(1);
  });

  it('are tried again when the server is not ready, each time later, and given up in the end', async () => {
    const { collection, district } = await prepared();
    mail.refuse(addressOf('district'), 451, 'Try later');
    await mailAll(collection, { recipientIds: [district.id] });
    const tries = async () => {
      const row = await office.context.db
        .selectFrom('outbox')
        .select(['tries', 'state', 'leaseUntil'])
        .where('recipientId', '=', district.id)
        .executeTakeFirstOrThrow();
      return row.leaseUntil === null ? row.tries : -1;
    };
    for (let n = 1; n <= 8; n++) {
      await vi.waitFor(async () => expect(await tries()).toBe(n), { timeout: 10_000, interval: 20 });
      await later(61);
      office.context.background.wake('mail');
    }
    expect((await desk.recipient(district.id)).mailProblem).toMatchObject({
      code: 'mail_undelivered',
      params: { tries: 8 },
    });
    mail.allow(addressOf('district'));
  });

  it('are dropped and say so when the collection was closed before', async () => {
    const { collection, district } = await prepared();
    mail.refuse(addressOf('district'), 451, 'Try later');
    await mailAll(collection, { recipientIds: [district.id] });
    await vi.waitFor(async () => {
      const row = await office.context.db
        .selectFrom('outbox')
        .select('tries')
        .where('recipientId', '=', district.id)
        .executeTakeFirst();
      expect(row?.tries).toBe(1);
    });
    await desk.send('close', await desk.now(collection));
    mail.allow(addressOf('district'));
    await later(61);
    office.context.background.wake('mail');
    await settled(district, 'failed');
    expect((await desk.recipient(district.id)).mailProblem?.code).toBe('mail_dropped');
    expect(mailsTo('district')).toHaveLength(0);
  });

  it('speak English to whoever works in it', async () => {
    const { collection, district } = await prepared();
    await secretariat().send({
      method: 'POST',
      url: `/api/collections/${collection.id}/mail`,
      payload: { recipientIds: [district.id] },
      headers: { 'accept-language': 'en' },
    });
    await settled(district, 'sent');
    expect(mailsTo('district')[0]!.mail.subject).toBe('[清川市民政局] Please fill in “一一四年服務自評” by 2025-06-30');
  });

  it('take nothing that somebody wrote for a command: not in the subject, the address or the text', async () => {
    const name = '彙整 {report.state.drafting} 案';
    const { collection, district } = await prepared({
      name,
      instructions: '.\r\nRCPT TO:<spy@example.org>\r\n{url} =cmd',
    });
    for (const mailTo of [
      'a@b.tw\r\nBcc: spy@example.org',
      'spy@example.org, other@example.org',
      '<spy@example.org>',
    ]) {
      const { id, version } = await desk.recipient(district.id);
      expect((await secretariat().patch(`/api/recipients/${id}`, { version, mailTo })).status).toBe(400);
    }
    await mailAll(collection, { recipientIds: [district.id] });
    await settled(district, 'sent');
    const [letter] = mailsTo('district');
    expect(letter!.to).toEqual([addressOf('district')]);
    expect(letter!.mail.subject).toContain(name);
    expect(letter!.mail.text?.replaceAll('\r', '')).toContain('.\nRCPT TO:<spy@example.org>\n{url} =cmd');
    expect(mail.received.some(({ to }) => to.includes('spy@example.org'))).toBe(false);
  });

  it('take no name for a header, whoever it is of', async () => {
    const { collection, district } = await prepared({ name: '案 Bcc: spy@example.org' });
    const { db } = office.context;
    const evil = '清川市民政局\r\nBcc: spy@example.org\r\n\r\n<h1>';
    const rename = (name: string) =>
      db.updateTable('agencies').set({ name }).where('id', '=', office.bureau.agency.id).execute();
    await rename(evil);
    const fileName = 'a"\r\nX-Evil: 1\r\n.xlsx';
    await db.updateTable('recipients').set({ fileName }).where('id', '=', district.id).execute();
    await mailAll(collection, { recipientIds: [district.id] });
    await settled(district, 'sent');
    await rename(office.bureau.agency.name);
    const [letter] = mailsTo('district');
    expect(letter!.to).toEqual([addressOf('district')]);
    expect(letter!.mail.bcc ?? []).toEqual([]);
    expect(letter!.mail.headers.map(({ key }) => key)).not.toContain('x-evil');
    expect(letter!.mail.attachments).toHaveLength(1);
    expect(letter!.mail.subject).toContain('案 Bcc: spy@example.org');
  });

  it('go to everybody again when a newer edition was issued', async () => {
    const { collection, district, sibling } = await prepared();
    await mailAll(collection);
    await settled(district, 'sent');
    await settled(sibling, 'sent');
    await later(1);
    const { body } = await desk.send('editions', await desk.now(collection), {
      templateId: (await desk.template()).id,
    });
    await desk.made(collection);
    expect(body.collection.edition).toBe(2);
    expect((await mailAll(collection)).body).toEqual({ queued: 2, withoutAddress: 0 });
    await vi.waitFor(() => expect(mailsTo('district')).toHaveLength(2));
    expect(mailsTo('district')[1]!.mail.attachments[0]!.filename).toContain('第2版');
    await settled(district, 'sent');
    expect((await mailAll(collection)).body).toEqual({ queued: 0, withoutAddress: 0 });
  });

  it('remind those who owe their return, and mark each on the roster', async () => {
    const { collection, district, sibling } = await prepared();
    const chase = (body: object = {}) => secretariat().post(`/api/collections/${collection.id}/chase`, body);
    const until = (instant: string) => later((Date.parse(instant) - office.context.now().getTime()) / 60_000);
    await until('2025-06-30T10:00:00.000Z');
    expect((await chase()).body).toEqual({ chased: 0, mailed: 0 });
    expect((await chase({ recipientIds: [sibling.id] })).body).toEqual({ chased: 1, mailed: 1 });
    await until('2025-06-30T16:30:00.000Z');
    expect((await desk.roster(collection)).counts).toMatchObject({ notReturned: 0, overdue: 2 });
    const { id, version } = await desk.recipient(district.id);
    await secretariat().patch(`/api/recipients/${id}`, { version, mailTo: null });
    expect((await chase()).body).toEqual({ chased: 2, mailed: expect.any(Number) });
    await settled(sibling, 'sent');
    expect(await desk.recipient(sibling.id)).toMatchObject({ chases: 2, sentAt: null });
    expect(await desk.recipient(district.id)).toMatchObject({
      chases: 1,
      mailState: null,
      chasedAt: '2025-06-30T16:30:00.000Z',
    });
    expect(mailsTo('sibling')[0]!.mail.subject).toBe('【清川市民政局】稽催：「一一四年服務自評」尚未收到貴機關的回復');
    expect((await desk.eventsOf(district.id)).filter(action => action === 'recipients.chase')).toHaveLength(1);
  });
});

describe.each(engines)('without a mail server on $name', engine => {
  it('that answers, mails wait and say why', async () => {
    const office = await openOffice(engine, { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'guankao@example.org' });
    const { secretariat } = office.bureau.as;
    const desk = collectionDesk(() => secretariat);
    const collection = await desk.open(await desk.draft(await desk.template(), [office.district.agency.id]));
    const [{ id, version } = { id: '', version: 0 }] = await desk.recipients(collection);
    await secretariat.patch(`/api/recipients/${id}`, { version, mailTo: 'desk@example.org' });
    expect((await secretariat.post(`/api/collections/${collection.id}/mail`, {})).body.queued).toBe(1);
    await vi.waitFor(async () =>
      expect(await desk.recipient(id)).toMatchObject({
        mailState: 'waiting',
        sentAt: null,
        mailProblem: { code: 'mail_tried', severity: 'warning', params: { tries: 1, to: 'desk@example.org' } },
      }),
    );
    expect((await desk.eventsOf(id)).at(-1)).toBe('recipients.update');
    await office.close();
  });

  it('mails are refused and reminders only marked', async () => {
    const office = await openOffice(engine);
    const desk = collectionDesk(() => office.bureau.as.secretariat);
    const collection = await desk.open(await desk.draft(await desk.template(), [office.district.agency.id]));
    const post = (verb: string) => office.bureau.as.secretariat.post(`/api/collections/${collection.id}/${verb}`, {});
    expect((await post('mail')).body.code).toBe('mail_not_configured');
    const { id, version } = collection;
    await office.bureau.as.secretariat.patch(`/api/collections/${id}`, { version, dueDate: '2025-06-01' });
    expect((await post('chase')).body).toEqual({ chased: 1, mailed: 0 });
    await office.close();
  });
});
