import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../../server/records/change.ts';
import { oweReports } from '../../../server/rounds/owing.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { draftPlan } from '../plans/build.ts';
import { assign, draftRound, juneRound, opened, preparedPlan, reportsOf } from './build.ts';

describe.each(engines)('rounds on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const actionsOn = async (id: string) =>
    (await secretariat().get(`/api/events?recordId=${id}&_sort=id`)).body.map((e: { action: string }) => e.action);

  it('are prepared for a plan of one’s own agency and take its year', async () => {
    const plan = await draftPlan(secretariat());
    const round = await draftRound(secretariat(), plan.id);
    expect(round).toMatchObject({ agencyId: office.district.agency.id, year: 114, state: 'draft', version: 1 });

    const foreign = await office.foreign.as.secretariat.post('/api/rounds', juneRound(plan.id));
    expect([foreign.status, foreign.body.code]).toEqual([400, 'foreign_reference']);
    expect((await office.district.as.chief.post('/api/rounds', juneRound(plan.id))).status).toBe(403);
  });

  it('of a subordinate agency are not the bureau’s to prepare', async () => {
    const { plan } = await preparedPlan(secretariat());
    const { status } = await office.bureau.as.secretariat.post('/api/rounds', juneRound(plan.id));
    expect(status).toBe(403);
  });

  it('ask every due assignment for one report when they open, by the months of the step or of what stands above it', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    const [june, , always] = await Promise.all(steps.map(step => assign(office.district, step)));
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));

    expect(round).toMatchObject({ state: 'open', version: 2 });
    const reports = await reportsOf(secretariat(), round);
    expect(reports.map(report => report.assignmentId).sort()).toEqual([june!.id, always!.id].sort());
    expect(reports[0]).toMatchObject({
      state: 'pending',
      version: 1,
      dueDate: '2025-06-30',
      officerId: office.district.users.officer.id,
      unitId: office.district.units.民政課!.id,
      planId: plan.id,
      result: null,
      narrative: '',
      figures: [],
      evidenceCount: 0,
    });
    expect(await actionsOn(round.id)).toEqual(['rounds.create', 'rounds.open']);
    expect(await actionsOn(reports[0]!.id)).toEqual(['reports.create']);
  });

  it('open once; asking again adds nothing', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    await assign(office.district, steps[0]);
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));

    const again = await secretariat().post(`/api/rounds/${round.id}/open`, { version: round.version });
    expect([again.status, again.body.code]).toEqual([409, 'illegal_transition']);
    expect(again.body.message).toBe('目前狀態為「填報中」，不能執行「開放填報」。');
    const { users } = office.district;
    const added = await change(office.context, users.secretariat, work => oweReports(work, plan.id));
    expect(added).toBe(0);
    expect(await reportsOf(secretariat(), round)).toHaveLength(1);
  });

  it('cannot open before the plan is approved', async () => {
    const round = await draftRound(secretariat(), (await draftPlan(secretariat())).id);
    const { status, body } = await secretariat().post(`/api/rounds/${round.id}/open`, { version: 1 });
    expect([status, body.code]).toEqual([409, 'plan_not_approved']);
    expect((await secretariat().get(`/api/rounds/${round.id}`)).body).toEqual(round);
  });

  it('ask assignments that are added while they are open, if they are due', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));
    expect(await reportsOf(secretariat(), round)).toEqual([]);

    const [june] = await Promise.all([assign(office.district, steps[0]), assign(office.district, steps[1])]);
    expect((await reportsOf(secretariat(), round)).map(report => report.assignmentId)).toEqual([june.id]);
  });

  it('do not ask what is no longer tracked', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    const { id, version } = await assign(office.district, steps[0]);
    await secretariat().post(`/api/assignments/${id}/withdraw`, { version, reason: '業務移交他機關' });
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));
    expect(await reportsOf(secretariat(), round)).toEqual([]);
  });

  it('excuse a report that nobody began when its assignment is withdrawn, and keep what somebody wrote', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    const [began, untouched] = await Promise.all([
      assign(office.district, steps[0]),
      assign(office.district, steps[2]),
    ]);
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));
    const reportOf = async (assignmentId: string) =>
      (await reportsOf(secretariat(), round)).find(report => report.assignmentId === assignmentId)!;
    const written = await reportOf(began.id);
    await office.district.as.officer.patch(`/api/reports/${written.id}`, { version: 1, narrative: '已開始辦理' });
    const blank = await reportOf(untouched.id);

    for (const { id, version } of [began, untouched])
      await secretariat().post(`/api/assignments/${id}/withdraw`, { version, reason: '併入他案' });
    expect((await reportsOf(secretariat(), round)).map(report => report.id)).toEqual([written.id]);
    expect(await actionsOn(blank.id)).toEqual(['reports.create', 'reports.delete']);
  });

  it('open with as many statements for many assignments as for few', async () => {
    const statements = async (steps: number) => {
      const { plan, keyPoint } = await preparedPlan(secretariat());
      const { context } = office;
      const { agency, units, users } = office.district;
      const place = { agencyId: agency.id, planId: plan.id, version: 1, createdAt: '', updatedAt: '' };
      for (let i = 0; i < steps; i++) {
        const node = { ...place, parentId: keyPoint.id, position: 10 + i, depth: 2, label: null, text: '步驟' };
        const row = { ...node, id: `${plan.id}-${i}`, units: '[]', checkMonths: '[]', cadence: '[]', remarks: '' };
        await context.db.insertInto('planItems').values(row).execute();
        const share = { ...place, id: `${row.id}-a`, planItemId: row.id, unitId: units.民政課!.id, officerId: null };
        const state = { part: 'lead', state: 'open', stateReason: '' } as const;
        await context.db
          .insertInto('assignments')
          .values({ ...share, ...state })
          .execute();
      }
      const round = await draftRound(secretariat(), plan.id);
      await context.db.updateTable('rounds').set({ state: 'open' }).where('id', '=', round.id).execute();
      const watched = counted(context);
      expect(await change(watched.context, users.secretariat, work => oweReports(work, plan.id))).toBe(steps);
      return watched.count();
    };
    expect(await statements(60)).toBe(await statements(2));
  });

  it('take a new due date to their reports without disturbing who writes', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    await assign(office.district, steps[0]);
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));
    const { status } = await secretariat().patch(`/api/rounds/${round.id}`, { version: 2, dueDate: '2025-07-15' });
    expect(status).toBe(200);
    expect(await reportsOf(secretariat(), round)).toMatchObject([{ dueDate: '2025-07-15', version: 1 }]);
  });

  it('keep their month once reports were asked for by it', async () => {
    const { plan } = await preparedPlan(secretariat());
    const round = await draftRound(secretariat(), plan.id);
    const draft = await secretariat().patch(`/api/rounds/${round.id}`, { version: 1, month: 12 });
    expect(draft.body).toMatchObject({ month: 12, version: 2 });
    await opened(secretariat(), draft.body);
    const { status, body } = await secretariat().patch(`/api/rounds/${round.id}`, { version: 3, month: 6 });
    expect([status, body.code]).toEqual([409, 'round_not_draft']);
  });

  it('are deleted only while they are drafts', async () => {
    const { plan } = await preparedPlan(secretariat());
    const [draft, open] = await Promise.all([
      draftRound(secretariat(), plan.id),
      draftRound(secretariat(), plan.id).then(round => opened(secretariat(), round)),
    ]);
    expect((await secretariat().delete(`/api/rounds/${draft.id}`)).status).toBe(200);
    expect((await secretariat().get(`/api/rounds/${draft.id}`)).status).toBe(404);
    expect((await secretariat().delete(`/api/rounds/${open.id}`)).body.code).toBe('round_not_draft');
  });

  it('stop the writing when they close, and are reopened only with a reason', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    await assign(office.district, steps[0]);
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));
    const [report] = await reportsOf(secretariat(), round);
    const write = (version: number) =>
      office.district.as.officer.patch(`/api/reports/${report!.id}`, { version, narrative: '辦理情形' });
    const move = (verb: string, body: object) => secretariat().post(`/api/rounds/${round.id}/${verb}`, body);

    expect((await move('close', { version: 2 })).body).toMatchObject({ state: 'closed', version: 3 });
    expect((await write(1)).body.code).toBe('round_closed');
    expect((await move('chase', {})).body.code).toBe('round_not_open');
    expect((await secretariat().patch(`/api/rounds/${round.id}`, { version: 3, title: '改名' })).body.code).toBe(
      'round_closed',
    );
    expect((await move('reopen', { version: 3 })).status).toBe(400);
    expect((await move('reopen', { version: 3, reason: '三個單位尚未填報' })).body).toMatchObject({ state: 'open' });
    expect((await write(1)).body).toMatchObject({ narrative: '辦理情形', state: 'drafting' });
  });

  it('chase whoever still owes a report, all of them or those named', async () => {
    const { plan, steps } = await preparedPlan(secretariat());
    await Promise.all([assign(office.district, steps[0]), assign(office.district, steps[2])]);
    const round = await opened(secretariat(), await draftRound(secretariat(), plan.id));
    const [first, second] = await reportsOf(secretariat(), round);
    const chase = (body: object) => secretariat().post(`/api/rounds/${round.id}/chase`, body);

    expect((await chase({ reportIds: [first!.id] })).body).toEqual({ chased: 1 });
    expect(await reportsOf(secretariat(), round)).toMatchObject([
      { chasedAt: office.context.now().toISOString(), version: 1 },
      { chasedAt: null },
    ]);
    await office.district.as.officer.patch(`/api/reports/${first!.id}`, {
      version: 1,
      result: 'done',
      narrative: '完成',
    });
    await office.district.as.officer.post(`/api/reports/${first!.id}/submit`, { version: 2 });
    expect((await chase({})).body).toEqual({ chased: 1 });
    expect(await actionsOn(second!.id)).toEqual(['reports.create', 'reports.chase']);
    expect((await chase({ reportIds: [first!.id] })).body).toEqual({ chased: 0 });
    expect((await chase({ reportIds: [] })).body).toEqual({ chased: 0 });
    expect((await chase({ reportIds: ['no-such-report'] })).body.code).toBe('foreign_reference');
    expect((await office.district.as.chief.post(`/api/rounds/${round.id}/chase`, {})).status).toBe(403);
  });

  it('are seen by the bureau once they are open, and never by agencies that have nothing to do with them', async () => {
    const { plan } = await preparedPlan(secretariat());
    const round = await draftRound(secretariat(), plan.id);
    const seen = async (by: typeof office.bureau) => (await by.as.secretariat.get(`/api/rounds/${round.id}`)).status;
    expect(await seen(office.bureau)).toBe(404);
    await opened(secretariat(), round);
    expect(await seen(office.bureau)).toBe(200);
    expect([await seen(office.sibling), await seen(office.foreign)]).toEqual([404, 404]);
    expect((await office.bureau.as.secretariat.post(`/api/rounds/${round.id}/close`, { version: 2 })).status).toBe(403);
  });

  it('refuse stale versions with the round as it is', async () => {
    const { plan } = await preparedPlan(secretariat());
    const round = await draftRound(secretariat(), plan.id);
    await secretariat().patch(`/api/rounds/${round.id}`, { version: 1, title: '先改' });
    const { status, body } = await secretariat().patch(`/api/rounds/${round.id}`, { version: 1, title: '後改' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'stale_version', details: { current: { title: '先改', version: 2 } } });
  });
});
