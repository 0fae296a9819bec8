import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assignment, Plan, PlanItem } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addItem, closed, draftPlan, published } from '../plans/build.ts';

describe.each(engines)('assignments on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const unit = (name: string) => office.district.units[name]!.id;
  const people = () => office.district.users;
  const assign = (item: PlanItem, more: object = {}) =>
    secretariat().post('/api/assignments', { planItemId: item.id, unitId: unit('民政課'), ...more });
  const assigned = async (more: object = {}): Promise<Assignment & { plan: Plan }> => {
    const plan = await draftPlan(secretariat());
    const { status, body } = await assign(await addItem(secretariat(), plan, null), more);
    expect(status, JSON.stringify(body)).toBe(201);
    return { ...body, plan };
  };
  const act = (by: Client, { id }: Assignment, verb: string, body: object) =>
    by.post(`/api/assignments/${id}/${verb}`, body);
  const edit = (by: Client, { id, version }: Assignment, set: object) =>
    by.patch(`/api/assignments/${id}`, { version, ...set });

  /** An assignment of a published plan whose June round is open, with the report it owes. */
  const owing = async (): Promise<{ assignment: Assignment; reportId: string; plan: Plan }> => {
    const draft = await draftPlan(secretariat());
    const { body: assignment } = await assign(await addItem(secretariat(), draft, null), {
      officerId: people().officer.id,
    });
    const plan = await published(secretariat(), draft);
    await openRound(plan);
    const [report] = (await secretariat().get(`/api/reports?assignmentId=${assignment.id}`)).body;
    return { assignment, reportId: report.id, plan };
  };
  const openRound = async (plan: Plan) => {
    const round = { planId: plan.id, kind: 'routine', title: '上半年', month: 6, dueDate: '2025-06-30' };
    const { body } = await secretariat().post('/api/rounds', round);
    expect((await secretariat().post(`/api/rounds/${body.id}/open`, { version: body.version })).status).toBe(200);
  };

  it('give a unit its share of a step', async () => {
    const assignment = await assigned({ officerId: people().officer.id, part: 'assist' });
    expect(assignment).toMatchObject({
      agencyId: office.district.agency.id,
      planId: assignment.plan.id,
      unitId: unit('民政課'),
      officerId: people().officer.id,
      part: 'assist',
      state: 'open',
      version: 1,
    });
    expect((await assigned()).part).toBe('lead');
  });

  it('exist once for a step and a unit', async () => {
    const item = await addItem(secretariat(), await draftPlan(secretariat()), null);
    const answers = await Promise.all([assign(item), assign(item), assign(item)]);
    expect(answers.map(a => a.status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(a => a.status === 409)!.body.code).toBe('assignment_exists');
    expect((await assign(item, { unitId: unit('社會課') })).status).toBe(201);
  });

  it('refuse units and people that do not fit, and say why', async () => {
    const item = await addItem(secretariat(), await draftPlan(secretariat()), null);
    const refusal = async (more: object) => {
      const { status, body } = await assign(item, more);
      return [status, body.code, body.details?.field];
    };
    expect(await refusal({ unitId: office.sibling.units.民政課!.id })).toEqual([400, 'foreign_reference', 'unitId']);
    expect(await refusal({ officerId: office.sibling.users.officer.id })).toEqual([
      400,
      'foreign_reference',
      'officerId',
    ]);
    expect(await refusal({ officerId: people().otherOfficer.id })).toEqual([400, 'officer_unfit', 'officerId']);
    expect(await refusal({ state: 'released' })).toEqual([400, 'unknown_field', undefined]);

    const { body: room } = await secretariat().post('/api/units', { name: '停用課' });
    await secretariat().patch(`/api/units/${room.id}`, { version: 1, disabled: true });
    expect(await refusal({ unitId: room.id })).toEqual([400, 'unit_disabled', 'unitId']);

    const administrator = office.district.as.administrator;
    const { body: gone } = await administrator.post('/api/users', {
      account: 'gone.one',
      name: '離職者',
      role: 'officer',
      unitId: unit('民政課'),
    });
    await administrator.patch(`/api/users/${gone.id}`, { version: 1, disabled: true });
    const unfit = await assign(item, { officerId: gone.id });
    expect(unfit.body.code).toBe('officer_unfit');
    expect(unfit.body.message).toContain('離職者');
    expect((await secretariat().get(`/api/assignments?planItemId=${item.id}`)).body).toEqual([]);
  });

  it('belong to their agency and section', async () => {
    const assignment = await assigned();
    const seen = (by: Client) => by.get(`/api/assignments/${assignment.id}`).then(a => a.status);
    expect(await seen(office.district.as.officer)).toBe(200);
    expect(await seen(office.district.as.otherOfficer)).toBe(404);
    for (const other of [office.bureau, office.sibling, office.foreign])
      expect(await seen(other.as.secretariat)).toBe(404);
    const item = { planItemId: assignment.planItemId, unitId: office.sibling.units.社會課!.id };
    expect((await office.sibling.as.secretariat.post('/api/assignments', item)).status).toBe(404);
    expect((await edit(office.district.as.officer, assignment, { part: 'assist' })).status).toBe(403);
  });

  it('are handed by the section chief to somebody of the section', async () => {
    const assignment = await assigned();
    const { chief } = office.district.as;
    const { body } = await edit(chief, assignment, { officerId: people().colleague.id });
    expect(body).toMatchObject({ officerId: people().colleague.id, version: 2 });
    expect((await edit(chief, body, { officerId: people().otherOfficer.id })).body.code).toBe('officer_unfit');
    expect((await edit(chief, body, { officerId: null })).body.officerId).toBeNull();
  });

  it('take their unfinished reports to the new officer, and leave the finished ones', async () => {
    const { assignment, reportId } = await owing();
    const officerOf = async () => (await secretariat().get(`/api/reports/${reportId}`)).body;
    const before = await officerOf();
    expect(before.officerId).toBe(people().officer.id);
    const { body } = await edit(secretariat(), assignment, { officerId: people().colleague.id });
    expect(await officerOf()).toMatchObject({ officerId: people().colleague.id, version: before.version });
    await office.context.db.updateTable('reports').set({ state: 'accepted' }).where('id', '=', reportId).execute();
    await edit(secretariat(), body, { officerId: people().officer.id });
    expect((await officerOf()).officerId).toBe(people().colleague.id);
  });

  it('hand over the current row to whoever worked on an old one', async () => {
    const assignment = await assigned();
    const { body: current } = await edit(secretariat(), assignment, { part: 'assist' });
    for (const late of [
      await edit(secretariat(), assignment, { officerId: people().officer.id }),
      await act(office.district.as.officer, assignment, 'requestRelease', { version: 1 }),
    ]) {
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ code: 'stale_version', details: { current } });
    }
  });

  it('are released on request, or kept under tracking with a reason', async () => {
    const assignment = await assigned();
    const { officer } = office.district.as;
    const asked = await act(officer, assignment, 'requestRelease', { version: 1, reason: '已全數完成' });
    expect(asked.body).toMatchObject({ state: 'releaseRequested', stateReason: '已全數完成' });
    expect((await act(secretariat(), assignment, 'keepTracking', { version: 2 })).body.code).toBe('reason_required');
    const kept = await act(secretariat(), assignment, 'keepTracking', { version: 2, reason: '佐證不足' });
    expect(kept.body).toMatchObject({ state: 'open', stateReason: '佐證不足' });
    await act(officer, assignment, 'requestRelease', { version: 3 });
    const released = await act(secretariat(), assignment, 'release', { version: 4 });
    expect(released.body).toMatchObject({ state: 'released', stateReason: '', version: 5 });
    const reopened = await act(secretariat(), assignment, 'reopen', { version: 5, reason: '復查未落實' });
    expect(reopened.body).toMatchObject({ state: 'open', version: 6 });
    const events = (await secretariat().get(`/api/events?recordId=${assignment.id}&_sort=id`)).body;
    expect(events.map((e: { action: string }) => e.action.split('.')[1])).toEqual([
      'create',
      'requestRelease',
      'keepTracking',
      'requestRelease',
      'release',
      'reopen',
    ]);
  });

  it('refuse what their state does not allow, in the words of the office', async () => {
    const assignment = await assigned();
    const refused = await act(secretariat(), assignment, 'release', { version: 1 });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('illegal_transition');
    expect(refused.body.message).toContain('列管中');
    await act(secretariat(), assignment, 'withdraw', { version: 1, reason: '計畫調整' });
    expect((await act(secretariat(), assignment, 'reopen', { version: 2, reason: '再列' })).status).toBe(409);
    const ended = await secretariat().patch(`/api/assignments/${assignment.id}`, { version: 2, part: 'assist' });
    expect(ended.status).toBe(409);
    expect(ended.body.code).toBe('assignment_ended');
    expect(
      (await act(office.district.as.chief, assignment, 'withdraw', { version: 2, reason: '自行撤銷' })).status,
    ).toBe(403);
  });

  it('owe a report at once when a round is open already', async () => {
    const { plan, assignment } = await owing();
    const item = (await secretariat().get(`/api/planItems/${assignment.planItemId}`)).body;
    const { body } = await assign(item, { unitId: unit('社會課') });
    expect((await secretariat().get(`/api/reports?assignmentId=${body.id}`)).body).toHaveLength(1);
    expect((await secretariat().get(`/api/reports?planId=${plan.id}`)).body).toHaveLength(2);
  });

  it('are not touched any more once the plan is closed', async () => {
    const draft = await draftPlan(secretariat());
    const item = await addItem(secretariat(), draft, null);
    const { body: assignment } = await assign(item);
    await closed(secretariat(), draft);
    for (const answer of [
      await assign(item, { unitId: unit('社會課') }),
      await edit(secretariat(), assignment, { part: 'assist' }),
      await act(office.district.as.officer, assignment, 'requestRelease', { version: 1 }),
      await secretariat().post('/api/assignments/bulk', { planId: draft.id, planItemIds: [item.id] }),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('plan_closed');
    }
  });
});
