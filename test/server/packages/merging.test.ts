import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PacketDetail, type PlanItem, packetKey } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type OpenRound, openRound } from '../../support/open-round.ts';
import { handIn, openParties, type Parties, pack, take } from '../../support/package-desk.ts';

describe.each(engines)('a plan that a bureau sends twice, on $name', engine => {
  let parties: Parties;
  let round: OpenRound;
  const plan = () => pack(parties.bureau, { kind: 'plan', planId: round.plan.id });
  /** The plan's items at the other side, in printed order. */
  const items = async (planId: string): Promise<readonly PlanItem[]> =>
    (await parties.district.desk.get(`/api/planItems?planId=${planId}&_sort=depth,position`)).body;
  const rewrite = (id: string, set: object) =>
    parties.bureau.office.context.db
      .updateTable('planItems')
      .set(set as never)
      .where('id', '=', id)
      .execute();
  const send = (method: 'post' | 'patch', { id }: PacketDetail, verb: string, body: object) =>
    parties.district.desk[method](`/api/packages/${id}${verb}`, body);

  beforeAll(async () => {
    parties = await openParties(engine);
    round = await openRound(parties.bureau.office, parties.bureau.staffed, 3);
  }, 60_000);
  afterAll(() => parties?.close());

  it('becomes a draft of our own where that is wished, once and for all its updates', async () => {
    const { body: waiting } = await handIn(parties.district, await plan());
    expect(waiting).toMatchObject({ state: 'previewed', place: 'superior', placeFixed: false });
    const { body: moved } = await send('patch', waiting, '', {
      version: waiting.version,
      decisions: {},
      place: 'draft',
    });
    expect(moved.place).toBe('draft');
    const stale = await send('post', waiting, '/apply', { version: waiting.version });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
    const { body: done } = await send('post', moved, '/apply', { version: moved.version });
    const { body: made } = await parties.district.desk.get(`/api/plans/${done.planId}`);
    expect(made).toMatchObject({
      state: 'draft',
      agencyId: parties.district.staffed.agency.id,
      title: round.plan.title,
    });
    expect((await items(done.planId)).map(({ text }) => text)).toEqual([
      '把基本服務做好',
      '作業程序一致',
      '第1步：檢視櫃臺作業',
      '第2步：檢視櫃臺作業',
      '第3步：檢視櫃臺作業',
    ]);
    expect(
      (await items(done.planId)).every(item => item.planId === done.planId && item.id !== round.steps[0]!.id),
    ).toBe(true);
  });

  it('and the second time changes what only the bureau changed, and asks about what both did', async () => {
    const { body: list } = await parties.district.desk.get('/api/packages?state=applied');
    const { planId } = list[0];
    const ours = await items(planId);
    const edit = async (item: PlanItem, text: string) =>
      expect(
        (await parties.district.desk.patch(`/api/planItems/${item.id}`, { version: item.version, text })).status,
      ).toBe(200);
    await edit(ours[3]!, '第2步：本所改寫');
    await edit(ours[4]!, '第3步：本所改寫');
    await rewrite(round.steps[0]!.id, { text: '第1步：局裡修正', position: 1 });
    await rewrite(round.steps[1]!.id, { text: '第2步：局裡修正', position: 0 });
    const { body: waiting } = await handIn(parties.district, await plan());
    expect(waiting.counts).toMatchObject({ fresh: 0, changes: 2, conflicts: 1, unsettled: 1 });
    const early = await send('post', waiting, '/apply', { version: waiting.version });
    expect([early.status, early.body.code]).toEqual([409, 'conflicts_unsettled']);
    const key = packetKey({ resource: 'planItems', foreignId: round.steps[1]!.id }, 'text');
    const wrong = await send('patch', waiting, '', {
      version: waiting.version,
      decisions: { 'planItems/x:text': 'ours' },
    });
    expect(wrong.body.code).toBe('decision_impossible');
    const place = await send('patch', waiting, '', { version: waiting.version, decisions: {}, place: 'superior' });
    expect(place.body.code).toBe('package_place_fixed');
    const { body: settled } = await send('patch', waiting, '', {
      version: waiting.version,
      decisions: { [key]: 'theirs' },
    });
    expect(settled.counts.unsettled).toBe(0);
    const { body: done } = await send('post', settled, '/apply', { version: settled.version });
    expect(done.state, JSON.stringify(done)).toBe('applied');
    expect((await items(planId)).slice(2).map(({ text }) => text)).toEqual([
      '第2步：局裡修正',
      '第1步：局裡修正',
      '第3步：本所改寫',
    ]);
    await send('post', done, '/undo', { version: done.version });
    expect((await items(planId)).slice(2).map(({ text }) => text)).toEqual([
      '第1步：檢視櫃臺作業',
      '第2步：本所改寫',
      '第3步：本所改寫',
    ]);
  });

  it('and takes nothing more once the plan was approved here', async () => {
    const { body: list } = await parties.district.desk.get('/api/packages?state=applied');
    const { planId } = list[0];
    const { body: draft } = await parties.district.desk.get(`/api/plans/${planId}`);
    await parties.district.desk.post(`/api/plans/${planId}/approve`, { version: draft.version });
    const { body: waiting } = await handIn(parties.district, await plan());
    const { rows }: PacketDetail = waiting;
    const locked = (rows ?? []).flatMap(row =>
      row.fields.filter(({ why }) => why === 'locked').map(({ field }) => packetKey(row, field)),
    );
    expect(locked.length).toBeGreaterThan(0);
    const forced = await send('patch', waiting, '', {
      version: waiting.version,
      decisions: { [locked[0]!]: 'theirs' },
    });
    expect(forced.body.code).toBe('decision_impossible');
  });

  it('and stands as the superior’s, to be laid beside ours, where nothing else was wished', async () => {
    const other = await openRound(parties.bureau.office, parties.bureau.staffed, 1);
    const done = await take(parties.district, await pack(parties.bureau, { kind: 'plan', planId: other.plan.id }));
    expect(done.place).toBe('superior');
    const mine = await openRound(parties.district.office, parties.district.staffed, 1);
    const { body: beside } = await parties.district.desk.get(`/api/plans/${mine.plan.id}/beside`);
    expect(beside).toContainEqual(expect.objectContaining({ id: done.planId, relation: 'superior' }));
    const step = (
      await parties.district.office.context.db
        .selectFrom('planItems')
        .select('id')
        .where('planId', '=', done.planId!)
        .execute()
    )[0]!;
    const link = {
      planId: mine.plan.id,
      superiorPlanId: done.planId,
      links: [{ planItemId: mine.steps[0]!.id, superiorItemId: step.id }],
    };
    expect((await parties.district.desk.post('/api/crosswalkLinks', link)).status).toBe(201);
    const undone = await send('post', done, '/undo', { version: done.version });
    expect(undone.body.left, 'somebody built on it').toMatchObject([{ resource: 'plans', localId: done.planId }]);
    expect((await parties.district.desk.get(`/api/crosswalkLinks?planId=${mine.plan.id}`)).body).toHaveLength(1);
  });
});

describe.each(engines)('evidence, findings and their answers, on $name', engine => {
  let parties: Parties;
  let round: OpenRound;

  beforeAll(async () => {
    parties = await openParties(engine);
    round = await openRound(parties.district.office, parties.district.staffed, 2);
    const { officer, secretariat, chief } = parties.district.staffed.as;
    for (const [i, report] of round.reports.entries()) {
      const files = [
        { name: `說明${i}.txt`, bytes: Buffer.from(`第${i}項的說明`) },
        { name: `名冊${i}.txt`, bytes: Buffer.from(`第${i}項的名冊，王小明 A123456789`) },
      ];
      const { body } = await officer.upload(`/api/evidence?reportId=${report.id}`, files);
      const roll = body.stored[1];
      await officer.patch(`/api/evidence/${roll.id}`, { version: roll.version, personalData: true });
      for (const [by, verb] of [
        [officer, 'submit'],
        [chief, 'endorse'],
        [secretariat, 'accept'],
      ] as const) {
        const { body: now } = await secretariat.get(`/api/reports/${report.id}`);
        const moved = await by.post(`/api/reports/${report.id}/${verb}`, { version: now.version });
        expect(moved.status, JSON.stringify(moved.body)).toBe(200);
      }
    }
  }, 60_000);
  afterAll(() => parties?.close());

  it('go with the reports, but none that holds personal data', async () => {
    const bytes = await pack(parties.district, { kind: 'returns', roundId: round.round.id });
    expect(Buffer.from(bytes).includes('A123456789')).toBe(false);
    const done = await take(parties.bureau, bytes);
    expect(done.leftOut).toEqual({ personalData: 2, unfinished: 0 });
    const { body: evidence } = await parties.bureau.desk.get('/api/evidence?_sort=name');
    expect(evidence.map(({ name }: { name: string }) => name)).toEqual(['說明0.txt', '說明1.txt']);
    const { raw } = await parties.bureau.desk.get(`/api/evidence/${evidence[1].id}/file`);
    expect(raw.toString()).toBe('第1項的說明');
    const { body: reports } = await parties.bureau.desk.get(`/api/reports?agencyId=${parties.bureau.peer.id}`);
    expect(reports.map(({ evidenceCount }: { evidenceCount: number }) => evidenceCount)).toEqual([1, 1]);
    const undone = await parties.bureau.desk.post(`/api/packages/${done.id}/undo`, { version: done.version });
    expect(undone.body).toMatchObject({ state: 'undone', left: [] });
    expect((await parties.bureau.desk.get('/api/evidence')).body).toEqual([]);
  });

  it('findings come down, what is done about them goes up, and how they then stand comes down', async () => {
    const { context } = parties.bureau.office;
    const at = context.now().toISOString();
    await context.db
      .insertInto('findings')
      .values({
        id: 'finding-1',
        version: 1,
        createdAt: at,
        updatedAt: at,
        agencyId: parties.bureau.staffed.agency.id,
        againstId: parties.bureau.peer.id,
        collectionId: null,
        collectedRowId: null,
        title: '佐證不足',
        text: '請補照片',
        dueDate: '2025-07-31',
        state: 'open',
        stateReason: '',
        action: '',
        answeredAt: null,
      })
      .execute();
    await take(parties.district, await pack(parties.bureau, { kind: 'reviews' }));
    const { body: findings } = await parties.district.desk.get('/api/findings');
    expect(findings).toMatchObject([
      { title: '佐證不足', state: 'open', againstId: parties.district.staffed.agency.id },
    ]);
    const [{ id, version }] = findings;
    const answered = await parties.district.desk.post(`/api/findings/${id}/answer`, { version, action: '已補拍照片' });
    expect(answered.status, JSON.stringify(answered.body)).toBe(200);
    await take(parties.bureau, await pack(parties.district, { kind: 'returns', roundId: round.round.id }));
    expect((await parties.bureau.desk.get('/api/findings/finding-1')).body).toMatchObject({
      state: 'answered',
      action: '已補拍照片',
    });
    const { body: answer } = await parties.bureau.desk.get('/api/findings/finding-1');
    const kept = { version: answer.version, reason: '照片看不清楚' };
    expect((await parties.bureau.desk.post('/api/findings/finding-1/keep', kept)).status).toBe(200);
    const done = await take(parties.district, await pack(parties.bureau, { kind: 'reviews' }));
    expect(done.counts).toMatchObject({ conflicts: 0, changes: 2 });
    const { body: now } = await parties.district.desk.get(`/api/findings/${id}`);
    expect(now).toMatchObject({ state: 'kept', stateReason: '照片看不清楚', action: '已補拍照片' });
    const undone = await parties.district.desk.post(`/api/packages/${done.id}/undo`, { version: done.version });
    expect(undone.body).toMatchObject({ state: 'undone', left: [] });
    expect((await parties.district.desk.get(`/api/findings/${id}`)).body.state).toBe('answered');
  });
});
