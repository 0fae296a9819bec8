import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSections } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addItem, approved, closed, draftPlan, itemsOf, published, sampleSections, unpublished } from './build.ts';

describe.each(engines)('plans on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const actionsOn = async (id: string) =>
    (await secretariat().get(`/api/events?recordId=${id}&_sort=id`)).body.map((e: { action: string }) => e.action);

  it('are drafted for one’s own agency', async () => {
    const plan = await draftPlan(secretariat());
    expect(plan).toMatchObject({
      agencyId: office.district.agency.id,
      year: 114,
      state: 'draft',
      version: 1,
      approvedAt: null,
    });
    expect((await secretariat().get('/api/plans')).body).toContainEqual(plan);
  });

  it('record who approved them, when, and by which document', async () => {
    const plan = await draftPlan(secretariat());
    const { status, body } = await office.district.as.head.post(`/api/plans/${plan.id}/approve`, {
      version: 1,
      documentDate: '2025-01-15',
      documentNumber: '青秘字第1140001234號',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'approved',
      approvedBy: office.district.users.head.id,
      approvedAt: office.context.now().toISOString(),
      documentDate: '2025-01-15',
      documentNumber: '青秘字第1140001234號',
    });
    expect(await actionsOn(plan.id)).toEqual(['plans.create', 'plans.approve']);
  });

  it('go back to draft only with a reason', async () => {
    const plan = await approved(secretariat(), await draftPlan(secretariat()));
    const unapprove = (body: object) => secretariat().post(`/api/plans/${plan.id}/unapprove`, { version: 2, ...body });
    expect((await unapprove({})).body.code).toBe('reason_required');
    expect((await unapprove({ reason: '  ' })).body.code).toBe('reason_required');
    const { body } = await unapprove({ reason: '漏列一項步驟' });
    expect(body).toMatchObject({ state: 'draft', version: 3, approvedAt: null, approvedBy: null });
    const [event] = (await secretariat().get(`/api/events?recordId=${plan.id}&action=plans.unapprove`)).body;
    expect(event.after).toMatchObject({ state: 'draft', reason: '漏列一項步驟' });
  });

  it('walk from draft to closed and keep the times', async () => {
    const plan = await closed(secretariat(), await draftPlan(secretariat()));
    expect(plan).toMatchObject({ state: 'closed', version: 4 });
    expect(plan.approvedAt && plan.publishedAt && plan.closedAt).toBeTruthy();
  });

  it.each([
    ['draft', 'publish'],
    ['draft', 'close'],
    ['approved', 'approve'],
    ['approved', 'close'],
    ['approved', 'unpublish'],
    ['published', 'unapprove'],
    ['closed', 'publish'],
    ['closed', 'unpublish'],
    ['published', 'reopen'],
  ] as const)('refuse in state %s to %s, and say so in the words of the office', async (state, verb) => {
    const reach = { draft: draftPlan, approved, published, closed } as const;
    const draft = await draftPlan(secretariat());
    const plan = state === 'draft' ? draft : await reach[state](secretariat(), draft);
    const { status, body } = await secretariat().post(`/api/plans/${plan.id}/${verb}`, {
      version: plan.version,
      ...(['unapprove', 'unpublish', 'reopen'].includes(verb) ? { reason: '更正' } : {}),
    });
    expect(status).toBe(409);
    expect(body.code).toBe('illegal_transition');
    expect(body.message).not.toContain(state);
    expect((await secretariat().get(`/api/plans/${plan.id}`)).body).toEqual(plan);
  });

  it('are locked after approval, except for the document that approved them', async () => {
    const plan = await approved(secretariat(), await draftPlan(secretariat()));
    const edit = (set: object, version = 2) => secretariat().patch(`/api/plans/${plan.id}`, { version, ...set });
    const refused = await edit({ title: '另一個名稱' });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'plan_locked', details: { state: 'approved' } });
    expect(refused.body.message).toContain('已核定');
    expect((await edit({ title: plan.title, documentNumber: '青秘字第9號' })).body).toMatchObject({
      documentNumber: '青秘字第9號',
      version: 3,
    });
    expect((await secretariat().delete(`/api/plans/${plan.id}`)).body.code).toBe('plan_locked');
  });

  it('say around their table what is written there while they are drafts, and nothing else after approval', async () => {
    const plan = await draftPlan(secretariat());
    expect(plan.sections).toEqual(noSections);
    const edit = (set: object, version: number) => secretariat().patch(`/api/plans/${plan.id}`, { version, ...set });
    expect((await edit({ sections: sampleSections }, 1)).body).toMatchObject({ sections: sampleSections, version: 2 });
    expect((await secretariat().get(`/api/plans/${plan.id}`)).body.sections).toEqual(sampleSections);
    expect((await edit({ sections: { ...sampleSections, goals: 'one' } }, 2)).status).toBe(400);
    expect((await edit({ sections: { goals: [] } }, 2)).status).toBe(400);
    const { version } = await approved(secretariat(), { ...plan, version: 2 });
    expect((await edit({ sections: noSections }, version)).body.code).toBe('plan_locked');
    // A whole form sends back what it was given.
    expect((await edit({ sections: sampleSections, documentNumber: '青秘字第9號' }, version)).status).toBe(200);
  });

  it('are made with what a document says around its table and by which letter it was issued', async () => {
    const said = { sections: sampleSections, documentDate: '2025-01-15', documentNumber: '青秘字第1140001234號' };
    const { status, body } = await secretariat().post('/api/plans', { year: 114, title: '讀得的計畫', ...said });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...said, state: 'draft' });
  });

  it('get a public address when they are published, and keep it', async () => {
    const plan = await published(secretariat(), await draftPlan(secretariat()));
    expect(plan).toMatchObject({
      publishedBy: office.district.users.secretariat.id,
      publishedAt: office.context.now().toISOString(),
      membersPublic: false,
    });
    expect(plan.publicId).toMatch(/^[a-z2-7]{16}$/);
    const taken = await unpublished(secretariat(), plan);
    expect(taken).toMatchObject({ state: 'approved', publishedAt: null, publishedBy: null, publicId: plan.publicId });
    const again = (await secretariat().post(`/api/plans/${plan.id}/publish`, { version: taken.version })).body;
    expect(again).toMatchObject({ state: 'published', publicId: plan.publicId });
    const [event] = (await secretariat().get(`/api/events?recordId=${plan.id}&action=plans.unpublish`)).body;
    expect(event.after).toMatchObject({ state: 'approved', reason: '附表有誤，更正後再公布' });
  });

  it('are reopened after they were closed, with a reason, and may then be taken off the public page', async () => {
    const plan = await closed(secretariat(), await draftPlan(secretariat()));
    const reopen = (set: object) =>
      secretariat().post(`/api/plans/${plan.id}/reopen`, { version: plan.version, ...set });
    expect((await reopen({})).body.code).toBe('reason_required');
    const { body } = await reopen({ reason: '附表誤植' });
    expect(body).toMatchObject({ state: 'published', closedAt: null, publishedAt: plan.publishedAt });
    expect(await unpublished(secretariat(), body)).toMatchObject({ state: 'approved', publicId: plan.publicId });
  });

  it('are taken back only with a reason', async () => {
    const plan = await published(secretariat(), await draftPlan(secretariat()));
    const { status, body } = await secretariat().post(`/api/plans/${plan.id}/unpublish`, { version: plan.version });
    expect([status, body.code]).toEqual([400, 'reason_required']);
  });

  it('name the members of their task force to everybody only when somebody said so', async () => {
    const { id, version } = await approved(secretariat(), await draftPlan(secretariat()));
    const plan = (await secretariat().post(`/api/plans/${id}/publish`, { version, membersPublic: true })).body;
    expect(plan.membersPublic).toBe(true);
    const change = await secretariat().patch(`/api/plans/${id}`, { version: plan.version, membersPublic: false });
    expect(change.body).toMatchObject({ membersPublic: false, state: 'published' });
  });

  it('hand over the current row to whoever worked on an old one', async () => {
    const plan = await draftPlan(secretariat());
    const current = (await secretariat().patch(`/api/plans/${plan.id}`, { version: 1, title: '先存的' })).body;
    for (const late of [
      await secretariat().patch(`/api/plans/${plan.id}`, { version: 1, title: '後存的' }),
      await secretariat().post(`/api/plans/${plan.id}/approve`, { version: 1 }),
    ]) {
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ code: 'stale_version', details: { current } });
    }
  });

  it('are approved once when two people approve at once', async () => {
    const plan = await draftPlan(secretariat());
    const both = await Promise.all(
      [secretariat(), office.district.as.head].map(by => by.post(`/api/plans/${plan.id}/approve`, { version: 1 })),
    );
    expect(both.map(answer => answer.status).sort()).toEqual([200, 409]);
  });

  it('refuse fields they do not have', async () => {
    const { status, body } = await secretariat().post('/api/plans', { year: 114, title: '計畫', state: 'published' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'unknown_field' });
    expect(body.message).toContain('state');
    const plan = await draftPlan(secretariat());
    expect((await secretariat().patch(`/api/plans/${plan.id}`, { version: 1, approvedBy: 'me' })).status).toBe(400);
  });

  it('take their tree along when a draft is deleted, and leave it in the history', async () => {
    const plan = await draftPlan(secretariat());
    const item = await addItem(secretariat(), plan, null);
    const step = await addItem(secretariat(), plan, item);
    expect((await secretariat().delete(`/api/plans/${plan.id}`)).status).toBe(200);
    expect((await secretariat().get(`/api/plans/${plan.id}`)).status).toBe(404);
    expect(await itemsOf(secretariat(), plan)).toEqual([]);
    expect(await actionsOn(step.id)).toEqual(['planItems.create', 'planItems.delete']);
  });

  it('are not closed while a round is still open', async () => {
    const plan = await published(secretariat(), await draftPlan(secretariat()));
    const round = (
      await secretariat().post('/api/rounds', {
        planId: plan.id,
        kind: 'routine',
        title: '上半年平時查核',
        month: 6,
        dueDate: '2025-06-30',
      })
    ).body;
    await secretariat().post(`/api/rounds/${round.id}/open`, { version: round.version });
    const { status, body } = await secretariat().post(`/api/plans/${plan.id}/close`, { version: plan.version });
    expect(status).toBe(409);
    expect(body.code).toBe('rounds_open');
    expect(body.message).toContain('上半年平時查核');
  });

  it('are hidden from the bureau while they are drafts, and from everybody else always', async () => {
    const draft = await draftPlan(secretariat());
    const item = await addItem(secretariat(), draft, null);
    const seenBy = async (who: Office['bureau']) => (await who.as.secretariat.get(`/api/plans/${draft.id}`)).status;
    const itemSeenBy = async (who: Office['bureau']) =>
      (await who.as.secretariat.get(`/api/planItems/${item.id}`)).status;
    expect([await seenBy(office.bureau), await itemSeenBy(office.bureau)]).toEqual([404, 404]);
    await approved(secretariat(), draft);
    expect([await seenBy(office.bureau), await itemSeenBy(office.bureau)]).toEqual([200, 200]);
    for (const other of [office.sibling, office.foreign])
      expect([await seenBy(other), await itemSeenBy(other)]).toEqual([404, 404]);
    const meddling = await office.bureau.as.secretariat.post(`/api/plans/${draft.id}/unapprove`, {
      version: 2,
      reason: '上級要求',
    });
    expect(meddling.status).toBe(403);
  });
});
