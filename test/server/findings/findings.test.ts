import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CollectedRow, Finding } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, returnsDesk, written } from '../../support/returns-desk.ts';

describe.each(engines)('findings on $name', engine => {
  let office: Office;
  let asked: Asked;
  let row: CollectedRow;
  const desk = returnsDesk(() => office);
  const bureau = () => office.bureau.as.secretariat;
  const agency = () => office.district.as.secretariat;
  beforeAll(async () => {
    office = await openOffice(engine);
    asked = await desk.ask([office.district.agency.id, office.sibling.agency.id]);
    const bytes = written(await desk.bytesFor(asked.recipients[0]!), {
      0: { result: '未辦理', narrative: '尚未公告' },
    });
    await desk.read(await desk.deliver(asked.collection, [{ name: '回復.xlsx', bytes }]));
    await desk.applyAll(asked.collection);
    row = (await desk.rows(asked.collection)).find(({ accepted }) => accepted.narrative === '尚未公告')!;
  }, 60_000);
  afterAll(() => office?.close());

  const wording = { title: '未公告時限', text: '第1項未依限公告。', dueDate: '2025-07-31' };
  const create = (client: Client, more: object = {}) =>
    client.post('/api/findings', { collectedRowId: row.id, ...wording, ...more });
  const move = (client: Client, { id, version }: Finding, verb: string, more: object = {}) =>
    client.post(`/api/findings/${id}/${verb}`, { version, ...more });
  let found: Finding;
  beforeEach(async () => {
    found = await desk.ok(create(bureau()), 201);
  });

  it('come from what an agency answered, are answered by it, kept with a reason, and released', async () => {
    expect(found).toMatchObject({
      ...wording,
      agencyId: office.bureau.agency.id,
      againstId: office.district.agency.id,
      collectionId: asked.collection.id,
      collectedRowId: row.id,
      state: 'open',
      action: '',
      answeredAt: null,
    });
    const answered = await desk.ok<Finding>(move(agency(), found, 'answer', { action: '已於七月公告' }), 200);
    expect(answered).toMatchObject({ state: 'answered', action: '已於七月公告' });
    expect(answered.answeredAt).toBe(office.context.now().toISOString());
    expect((await move(bureau(), answered, 'keep', { reason: '  ' })).status).toBe(400);
    const kept = await desk.ok<Finding>(move(bureau(), answered, 'keep', { reason: '請附照片' }), 200);
    expect(kept).toMatchObject({ state: 'kept', stateReason: '請附照片' });
    const again = await desk.ok<Finding>(move(agency(), kept, 'answer', { action: '附上照片' }), 200);
    const released = await desk.ok<Finding>(move(bureau(), again, 'release'), 200);
    expect(released).toMatchObject({ state: 'released', stateReason: '', action: '附上照片' });
    expect((await move(agency(), released, 'answer', { action: '太晚' })).body.code).toBe('illegal_transition');
    expect(await desk.eventsOf(found.id)).toEqual(
      ['create', 'answer', 'keep', 'answer', 'release'].map(verb => `findings.${verb}`),
    );
  });

  it('are reworded only while they wait for an answer', async () => {
    const change = (finding: Finding, more: object) =>
      bureau().patch(`/api/findings/${finding.id}`, { version: finding.version, ...more });
    const reworded = await desk.ok<Finding>(change(found, { title: '改', dueDate: null }), 200);
    expect(reworded).toMatchObject({ title: '改', dueDate: null, text: wording.text, version: 2 });
    const answered = await desk.ok<Finding>(move(agency(), reworded, 'answer', { action: '已改善' }), 200);
    expect((await change(answered, { title: '再改' })).body.code).toBe('illegal_transition');
    const kept = await desk.ok<Finding>(move(bureau(), answered, 'keep', { reason: '不足' }), 200);
    expect((await change(kept, { title: '再改' })).body.title).toBe('再改');
    expect((await move(bureau(), found, 'release')).status, 'only what was answered').toBe(409);
  });

  it('tell two who act at once of each other', async () => {
    const both = await Promise.all([
      move(agency(), found, 'answer', { action: '甲' }),
      move(bureau(), found, 'answer', { action: '乙' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { body: now } = await bureau().get(`/api/findings/${found.id}`);
    const stale = await move(bureau(), { ...now, version: 1 }, 'release');
    expect([stale.status, stale.body.code, stale.body.details.current.state]).toEqual([
      409,
      'stale_version',
      'answered',
    ]);
  });

  it('are answered by the bureau for an agency that has nobody here', async () => {
    const answered = await desk.ok<Finding>(move(bureau(), found, 'answer', { action: '電話告知已改善' }), 200);
    expect(answered.state).toBe('answered');
  });

  it('are between the two agencies alone', async () => {
    for (const client of [office.foreign.as.secretariat, office.sibling.as.secretariat]) {
      expect((await client.get(`/api/findings/${found.id}`)).status).toBe(404);
      expect((await client.get('/api/findings')).body).toEqual([]);
      expect((await move(client, found, 'answer', { action: '代答' })).status).toBe(404);
      expect((await create(client)).body.code).toBe('foreign_reference');
    }
    expect((await move(agency(), found, 'keep', { reason: '自行' })).status).toBe(403);
    expect((await agency().post(`/api/findings/${found.id}/release`, { version: 1 })).status).toBe(403);
    expect((await agency().patch(`/api/findings/${found.id}`, { version: 1, title: '改' })).status).toBe(403);
    expect((await create(agency())).body.code).toBe('foreign_reference');
    for (const role of ['head', 'auditor'] as const) {
      expect((await office.bureau.as[role].get(`/api/findings/${found.id}`)).status).toBe(200);
      expect((await move(office.bureau.as[role], found, 'answer', { action: '看' })).status).toBe(403);
    }
    expect((await office.district.as.officer.get('/api/findings')).status).toBe(403);
  });

  it('refuse what is none', async () => {
    const refused = await Promise.all([
      create(bureau(), { collectedRowId: 'nobody' }),
      create(bureau(), { title: '' }),
      create(bureau(), { title: '字'.repeat(201) }),
      create(bureau(), { dueDate: '2025-02-30' }),
      create(bureau(), { againstId: office.foreign.agency.id }),
      create(bureau(), { text: '長'.repeat(4001) }),
      move(agency(), found, 'answer', { action: ' ' }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
    // What somebody wrote is text, whatever it looks like.
    const odd = '=HYPERLINK("http://evil") {report.state.drafting} <script>\u202e';
    expect((await create(bureau(), { text: odd })).body.text).toContain('=HYPERLINK("http://evil")');
  });

  it('are followed up after the collection is closed, and new ones are not made', async () => {
    const { body: closed } = await desk.send('close', await desk.now(asked.collection));
    expect((await create(bureau())).body.code).toBe('collection_ended');
    const answered = await desk.ok<Finding>(move(agency(), found, 'answer', { action: '已改善' }), 200);
    await desk.ok(move(bureau(), answered, 'release'), 200);
    await desk.ok(desk.send('reopen', closed, { reason: '續辦' }), 200);
  });

  it('keep the answer that they name when its file is taken back', async () => {
    const [file] = await desk.files(asked.collection);
    await desk.ok(desk.verb(file!, 'undo'), 200);
    const { body: kept } = await bureau().get(`/api/findings/${found.id}?_expand=collectedRow`);
    expect(kept.collectedRow).toMatchObject({ id: row.id, original: {}, lineage: null });
    await desk.applyAll(asked.collection);
    expect((await desk.rows(asked.collection)).find(({ id }) => id === row.id)).toMatchObject({
      accepted: { narrative: '尚未公告' },
    });
  });
});
