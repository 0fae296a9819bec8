import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionFile, DeliveryAnswer, Recipient } from '../../../sync/model/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, returnsDesk, reviewForm, type Written, written } from '../../support/returns-desk.ts';

describe.each(engines)('an agency that returns in the app on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  const agency = () => office.district.as.secretariat;
  beforeAll(async () => {
    office = await openOffice(engine);
  }, 60_000);
  afterAll(() => office?.close());

  const ask = (more: object = {}) => desk.ask([office.district.agency.id, office.sibling.agency.id], 3, more);
  type Rows = Readonly<Record<number, Written>>;
  const first: Rows = { 0: { result: '已完成', narrative: '一' }, 1: { narrative: '二' } };
  const filled = async ({ recipients }: Asked, rows: Rows, n = 0) => written(await desk.bytesFor(recipients[n]!), rows);
  const hand = (recipient: Pick<Recipient, 'id'>, bytes: Uint8Array, name = '回復.xlsx', client: Client = agency()) =>
    client.upload(`/api/recipients/${recipient.id}/return`, [{ name, bytes }]);
  /** Hands a file in and waits until it is read. */
  const sent = async (asked: Asked, rows: Rows, name?: string): Promise<CollectionFile> => {
    const answer = await desk.ok<DeliveryAnswer>(hand(asked.recipients[0]!, await filled(asked, rows), name), 201);
    await desk.read(answer);
    return (await desk.files(asked.collection)).find(({ deliveryId }) => deliveryId === answer.id)!;
  };
  const stateOf = async ({ recipients }: Asked) => (await desk.recipient(recipients[0]!.id)).state;

  it('is known by who it is, and sees its own files without what the bureau makes of them', async () => {
    const asked = await ask();
    const bare = written(await reviewForm(asked.questions), first);
    const answer = await desk.ok<DeliveryAnswer>(hand(asked.recipients[0]!, bare), 201);
    await desk.read(answer);
    const [file] = await desk.files(asked.collection);
    expect(file).toMatchObject({ recipientId: asked.recipients[0]!.id, recognisedBy: 'person', via: 'app' });
    const { body: own } = await agency().get(`/api/collectionFiles/${file!.id}`);
    expect(own).toMatchObject({ id: file!.id, merge: null, candidates: [], decisions: {}, questions: [], left: [] });
    expect((await desk.file(file!.id)).merge).not.toBeNull();
    expect((await office.sibling.as.secretariat.get(`/api/collectionFiles/${file!.id}`)).status).toBe(404);
    for (const [client, status] of [
      [office.district.as.officer, 403],
      [office.district.as.auditor, 403],
      [office.sibling.as.secretariat, 404],
      [office.foreign.as.secretariat, 404],
      [office.stranger, 401],
    ] as const)
      expect((await hand(asked.recipients[0]!, bare, 'x.xlsx', client)).status).toBe(status);
    const verbs = ['apply', 'undo', 'reject'].map(verb =>
      agency().post(`/api/collectionFiles/${file!.id}/${verb}`, {
        version: file!.version,
        ...(verb === 'reject' ? { reason: '自' } : {}),
      }),
    );
    expect((await Promise.all(verbs)).map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('may return several times, late, and after it went back; never once it is closed', async () => {
    const asked = await ask({ dueDate: '2025-06-01' });
    expect((await desk.roster(asked.collection)).counts.overdue).toBe(2);
    const one = await sent(asked, first);
    expect(await stateOf(asked)).toBe('returned');
    const two = await sent(asked, { ...first, 1: { narrative: '二改' } }, '再送.xlsx');
    expect(await stateOf(asked)).toBe('duplicate');
    expect(await desk.applyAll(asked.collection)).toMatchObject({ applied: 0 });
    await desk.ok(desk.verb(one, 'reject', { reason: '以後來的為準' }), 200);
    expect(await desk.applyAll(asked.collection)).toEqual({ applied: 1, left: [] });
    const back = await desk.judge(await desk.recipient(asked.recipients[0]!.id), 'sendBack', { reason: '請補' });
    expect(back.body.state).toBe('sentBack');
    const three = await sent(asked, { ...first, 1: { narrative: '二補正' } }, '補正.xlsx');
    expect(await stateOf(asked)).toBe('returned');
    expect(await desk.applyAll(asked.collection)).toEqual({ applied: 1, left: [] });
    expect((await desk.file(two.id)).state).toBe('applied');
    expect((await desk.recipient(asked.recipients[0]!.id)).fileId).toBe(three.id);
    await desk.send('close', await desk.now(asked.collection));
    const late = await hand(asked.recipients[0]!, await filled(asked, { 0: { narrative: '太晚' } }));
    expect([late.status, late.body.code]).toEqual([409, 'collection_closed']);
    expect((await desk.verb(await desk.file(three.id), 'undo')).body.code).toBe('collection_ended');
    expect(
      (await office.bureau.as.secretariat.post(`/api/collections/${asked.collection.id}/apply`, {})).body.code,
    ).toBe('collection_ended');
  });

  it('sends the same bytes twice for one file, and never takes over another’s', async () => {
    const asked = await ask();
    const bytes = await filled(asked, first);
    const [a, b] = await Promise.all([
      hand(asked.recipients[0]!, bytes),
      hand(asked.recipients[0]!, bytes, '複本.xlsx'),
    ]);
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(await desk.files(asked.collection)).toHaveLength(1);
    const other = await hand(asked.recipients[1]!, bytes, '別人的.xlsx', office.sibling.as.secretariat);
    expect([other.status, other.body.code]).toEqual([409, 'collection_file_others']);
    const broken = new TextEncoder().encode('不是活頁簿');
    await desk.read(
      await desk.ok<DeliveryAnswer>(hand(asked.recipients[1]!, broken, 'x.xlsx', office.sibling.as.secretariat), 201),
    );
    expect((await desk.recipient(asked.recipients[1]!.id)).state).toBe('doubtful');
    await desk.read(await desk.ok<DeliveryAnswer>(hand(asked.recipients[0]!, broken, 'x.xlsx'), 201));
    expect((await desk.recipient(asked.recipients[1]!.id)).state, 'nothing of it is there any more').toBe(
      'notReturned',
    );
  });

  it('finds a preview lapsed when a row changed since', async () => {
    const asked = await ask();
    await desk.ok(desk.verb(await sent(asked, first), 'apply'), 200);
    const later = await sent(asked, { ...first, 0: { result: '已完成', narrative: '一改' } }, '再送.xlsx');
    expect(later).toMatchObject({ counts: { conflicts: 0 }, doubts: [] });
    const row = (await desk.rows(asked.collection)).find(({ accepted }) => accepted.narrative === '一')!;
    await desk.ok(desk.review(row, { accepted: { narrative: '局改' } }), 200);
    const refused = await desk.verb(later, 'apply');
    expect([refused.status, refused.body.code]).toEqual([409, 'conflicts_unsettled']);
    expect((await desk.file(later.id)).doubts).toEqual(['conflicts']);
    const settled = await desk.settle(later, { decisions: { '自評表!5:narrative': 'theirs' } });
    expect((await desk.verb(later, 'apply')).body.code, 'somebody decided since').toBe('stale_version');
    await desk.ok(desk.verb(settled.body, 'apply'), 200);
    const now = (await desk.rows(asked.collection)).find(({ id }) => id === row.id)!;
    expect(now.accepted.narrative).toBe('一改');
  });

  it('is taken in once when two secretariats press at the same moment', async () => {
    const asked = await ask();
    const file = await sent(asked, first);
    const other = await clientFor(office, office.bureau.users.secretariat.id);
    const apply = (client: Client) => client.post(`/api/collectionFiles/${file.id}/apply`, { version: file.version });
    const all = (client: Client) => client.post(`/api/collections/${asked.collection.id}/apply`, {});
    const answers = await Promise.all([
      apply(other),
      apply(office.bureau.as.secretariat),
      all(other),
      all(office.bureau.as.secretariat),
    ]);
    const applied = answers.filter(
      ({ status, body }) => status === 200 && (body.state === 'applied' || body.applied === 1),
    );
    expect(applied).toHaveLength(1);
    const rows = await desk.rows(asked.collection);
    expect(rows.map(({ version }) => version)).toEqual(rows.map(() => 1));
    expect((await desk.eventsOf(file.id)).filter(action => action === 'collectionFiles.apply')).toHaveLength(1);
    const undone = await Promise.all([1, 2].map(() => desk.verb(once(file), 'undo')));
    expect(undone.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await desk.rows(asked.collection)).toEqual([]);
  });
  /** As it stands once it was applied. */
  const once = ({ id, version }: CollectionFile) => ({ id, version: version + 1 });

  it('of an earlier edition is told apart, and taken in by a person', async () => {
    const asked = await ask();
    const bytes = await filled(asked, first);
    const newer = await desk.template(
      await reviewForm([...asked.questions, '新增題目：公告服務時限並更新']),
      '第二版.xlsx',
    );
    const { status } = await desk.send('editions', await desk.now(asked.collection), { templateId: newer.id });
    expect(status).toBe(201);
    await desk.made(asked.collection);
    await desk.read(await desk.ok<DeliveryAnswer>(hand(asked.recipients[0]!, bytes), 201));
    const [file] = await desk.files(asked.collection);
    expect(file).toMatchObject({ edition: 1, doubts: ['otherEdition'] });
    expect(await stateOf(asked)).toBe('otherEdition');
    expect(await desk.applyAll(asked.collection)).toMatchObject({ applied: 0, left: [{ why: 'otherEdition' }] });
    await desk.ok(desk.verb(file!, 'apply'), 200);
    expect(await desk.rows(asked.collection)).toHaveLength(3);
    const second = await sent(asked, { ...first, 3: { narrative: '四' } }, '第二版.xlsx');
    expect(second).toMatchObject({ edition: 2, counts: { changes: 1, conflicts: 0 } });
    await desk.ok(desk.verb(second, 'apply'), 200);
    expect((await desk.rows(asked.collection)).map(({ accepted }) => accepted.narrative ?? '').toSorted()).toEqual(
      ['', '一', '二', '四'].toSorted(),
    );
  });
});
