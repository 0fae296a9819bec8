import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectingParties } from '../../support/collection-parties.ts';
import { engines } from '../../support/engines.ts';
import { openParties, type Parties } from '../../support/package-desk.ts';

describe.each(engines)('a collection that travels in packages, on $name', engine => {
  let parties: Parties;
  const story = collectingParties(() => parties);
  beforeAll(async () => {
    parties = await openParties(engine);
  }, 60_000);
  afterAll(() => parties?.close());

  it('is asked, answered, reviewed, sent back and answered anew as in one installation', async () => {
    const asked = await story.ask(3, { instructions: '請於期限前回復，並附佐證。', dueDate: '2025-06-30' });
    const issued = new Uint8Array(
      (await parties.bureau.desk.get(`/api/recipients/${asked.recipients[0]!.id}/workbook`)).raw,
    );

    const brought = await story.takeDown(await story.down(asked));
    expect(brought).toMatchObject({ kind: 'collection', state: 'applied', title: asked.collection.name });
    const line = await story.line(brought);
    expect(line).toMatchObject({ state: 'notReturned', edition: 1, sentVia: 'package', stateReason: '' });
    const { district, bureau } = parties;
    const { body: collection } = await district.desk.get(`/api/collections/${line.collectionId}`);
    expect(collection).toMatchObject({
      name: asked.collection.name,
      agencyId: district.peer.id,
      dueDate: '2025-06-30',
      instructions: '請於期限前回復，並附佐證。',
      state: 'open',
    });
    const workbook = await district.desk.get(`/api/recipients/${line.id}/workbook`);
    expect(workbook.raw.equals(Buffer.from(issued)), 'the very workbook that was made out to it').toBe(true);

    const first = await story.fill(line, { 0: { result: '已完成', narrative: '一' }, 1: { narrative: '二' } });
    const [handed] = await story.allRead(district, line.collectionId);
    expect(handed).toMatchObject({ state: 'read', edition: 1, via: 'app', doubts: [] });
    const unsent = async () => (await district.desk.get('/api/recipients/unsent')).body;
    expect(await unsent()).toEqual([{ id: line.id, files: 1 }]);
    const returned = await story.takeUp(await story.up(line));
    expect(await unsent(), 'on its way once it was packed').toEqual([]);
    expect(returned).toMatchObject({ kind: 'collected', collectionId: asked.collection.id });
    const [came] = await story.bureau.files(asked.collection);
    expect(came).toMatchObject({
      state: 'read',
      via: 'package',
      recipientId: asked.recipients[0]!.id,
      fileName: '回復.xlsx',
      doubts: [],
    });
    const original = await bureau.desk.get(`/api/collectionFiles/${came!.id}/file`);
    expect(original.raw.equals(Buffer.from(first))).toBe(true);
    expect(await story.bureau.applyAll(asked.collection)).toEqual({ applied: 1, left: [] });

    expect((await bureau.desk.get('/api/recipients/unsent')).body, 'no affair of the bureau').toEqual([]);

    const [one, two] = await story.bureau.rows(asked.collection);
    await story.bureau.ok(story.bureau.review(one!, { first: { score: 3, remarks: '佐證不足' } }), 200);
    await story.bureau.ok(story.bureau.review(two!, { returnReason: '請補辦理日期' }), 200);
    const finding = await story.bureau.ok<{ id: string }>(
      bureau.desk.post('/api/findings', { collectedRowId: two!.id, title: '未填日期', text: '請補', dueDate: null }),
      201,
    );
    const judged = await story.bureau.recipient(asked.recipients[0]!.id);
    await story.bureau.ok(story.bureau.judge(judged, 'sendBack', { reason: '第二項請補正' }), 200);

    await story.takeDown(await story.down(asked));
    const back = await story.line(line);
    expect(back).toMatchObject({ state: 'sentBack', stateReason: '第二項請補正', fileId: handed!.id });
    expect((await district.desk.get(`/api/collectionFiles/${handed!.id}`)).body.state).toBe('applied');
    const rows = await story.agency.rows({ id: line.collectionId });
    expect(rows.map(({ returnReason }) => returnReason)).toEqual([null, '請補辦理日期', null]);
    expect(rows[0]).toMatchObject({
      first: { score: 3, remarks: '佐證不足', by: null },
      accepted: { result: '已完成', narrative: '一' },
      lineage: { fileId: handed!.id, fileName: '回復.xlsx' },
    });
    expect((await district.desk.get(`/api/recipients/${line.id}/review`)).status).toBe(200);
    const [found] = (await district.desk.get('/api/findings')).body;
    expect(found).toMatchObject({ title: '未填日期', state: 'open', collectionId: line.collectionId });
    expect(found.collectedRowId).toBe(rows[1]!.id);

    await story.agency.ok(
      district.desk.post(`/api/findings/${found.id}/answer`, { version: found.version, action: '已補日期' }),
      200,
    );
    await story.fill(back, { 1: { narrative: '二，114年6月5日辦理' } }, '補正.xlsx', first);
    expect((await story.line(line)).state).toBe('returned');
    await story.takeUp(await story.up(line));
    expect(await story.bureau.applyAll(asked.collection)).toEqual({ applied: 1, left: [] });
    const again = await story.bureau.rows(asked.collection);
    expect(again[1]!.accepted.narrative).toBe('二，114年6月5日辦理');
    expect((await bureau.desk.get(`/api/findings/${finding.id}`)).body).toMatchObject({
      state: 'answered',
      action: '已補日期',
    });
    const done = await story.bureau.recipient(asked.recipients[0]!.id);
    await story.bureau.ok(story.bureau.judge(done, 'accept'), 200);
    await story.takeDown(await story.down(asked));
    expect(await story.line(line)).toMatchObject({ state: 'consolidated', stateReason: '' });
    expect((await story.line(line)).acceptedAt).not.toBeNull();
  });
});
