import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crosswalk } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { yearDraft, yearPlan } from '../carry-forward/office-plan.ts';
import { closed } from '../plans/build.ts';

describe.each(engines)('links to the superior’s plan on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const twoPlans = async () => {
    const own = await yearDraft(office.district.as.secretariat);
    const above = await yearPlan(office.bureau.as.secretariat, 'published');
    return { own, above };
  };
  type Plans = Awaited<ReturnType<typeof twoPlans>>;
  type Pair = readonly [keyof Plans['own']['items'], keyof Plans['own']['items']];
  const link = ({ own, above }: Plans, pairs: readonly Pair[], by = office.district.as.secretariat) =>
    by.post('/api/crosswalkLinks', {
      planId: own.plan.id,
      superiorPlanId: above.plan.id,
      links: pairs.map(([mine, theirs]) => ({
        planItemId: own.items[mine].id,
        superiorItemId: above.items[theirs].id,
      })),
    });
  const read = async ({ own, above }: Plans, by = office.district.as.secretariat) => {
    const { status, body } = await by.get(`/api/plans/${own.plan.id}/crosswalk?with=${above.plan.id}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return crosswalk.parse(body);
  };

  it('are suggested by like texts and stored only when a person says so', async () => {
    const plans = await twoPlans();
    const { links, suggestions } = await read(plans);
    expect(links).toEqual([]);
    expect(suggestions.filter(each => each.certain).map(each => [each.planItemId, each.superiorItemId])).toEqual(
      (['ramps', 'signs', 'survey'] as const).map(name => [plans.own.items[name].id, plans.above.items[name].id]),
    );
    expect((await link(plans, [['ramps', 'ramps']])).status).toBe(201);
    const after = await read(plans);
    expect(after.links).toHaveLength(1);
    expect(after.suggestions.map(each => each.planItemId)).not.toContain(plans.own.items.ramps.id);
  });

  it('are many to many, and each is stored once', async () => {
    const plans = await twoPlans();
    const pairs: readonly Pair[] = [
      ['ramps', 'ramps'],
      ['ramps', 'signs'],
      ['signs', 'signs'],
    ];
    expect((await link(plans, pairs)).body).toHaveLength(3);
    expect((await link(plans, [...pairs, ['survey', 'keyPoint']])).body).toHaveLength(1);
    expect((await read(plans)).links).toHaveLength(4);
  });

  it('carry a note and its history, and can be taken back', async () => {
    const plans = await twoPlans();
    const { secretariat } = office.district.as;
    const [{ id }] = (await link(plans, [['ramps', 'ramps']])).body;
    const noted = await secretariat.patch(`/api/crosswalkLinks/${id}`, { version: 1, note: '併同上半年辦理' });
    expect(noted.body).toMatchObject({ note: '併同上半年辦理', version: 2 });
    expect((await secretariat.patch(`/api/crosswalkLinks/${id}`, { version: 1, note: '' })).status).toBe(409);
    expect((await secretariat.delete(`/api/crosswalkLinks/${id}`)).status).toBe(200);
    expect((await read(plans)).links).toEqual([]);
    const { body: events } = await secretariat.get(`/api/events?recordId=${id}&_sort=id`);
    expect(events.map((event: { action: string }) => event.action)).toEqual([
      'crosswalkLinks.create',
      'crosswalkLinks.update',
      'crosswalkLinks.delete',
    ]);
  });

  it('are seen by the bureau once the plan is approved, and changed by its own secretariat alone', async () => {
    const plans = await twoPlans();
    await link(plans, [['ramps', 'ramps']]);
    const { bureau, district, sibling } = office;
    const look = (by = bureau.as.secretariat) =>
      by.get(`/api/plans/${plans.own.plan.id}/crosswalk?with=${plans.above.plan.id}`);
    expect((await look()).status).toBe(404);
    await district.as.secretariat.post(`/api/plans/${plans.own.plan.id}/approve`, { version: 1 });
    expect((await look()).body.links).toHaveLength(1);
    expect((await look(sibling.as.secretariat)).status).toBe(404);
    expect((await link(plans, [['signs', 'signs']], bureau.as.secretariat)).status).toBe(403);
    expect((await link(plans, [['signs', 'signs']], district.as.officer)).status).toBe(403);
    expect((await link(plans, [['signs', 'signs']])).status).toBe(201);
  });

  it('name items of these two plans, of a superior that published, under a plan that is not closed', async () => {
    const plans = await twoPlans();
    const hidden = await yearDraft(office.bureau.as.secretariat);
    const beside = await yearPlan(office.sibling.as.secretariat, 'published');
    expect((await link({ ...plans, above: { ...hidden } }, [['ramps', 'ramps']])).body.code).toBe('foreign_reference');
    expect((await link({ ...plans, above: beside }, [['ramps', 'ramps']])).body.code).toBe('foreign_reference');
    const mixed = { ...plans, above: { ...plans.above, items: beside.items } };
    expect((await link(mixed, [['ramps', 'ramps']])).body.code).toBe('foreign_reference');
    await closed(office.district.as.secretariat, plans.own.plan);
    expect((await link(plans, [['ramps', 'ramps']])).body.code).toBe('plan_closed');
  });

  it('come as a workbook that names what nothing serves', async () => {
    const plans = await twoPlans();
    await link(plans, [['ramps', 'ramps']]);
    const { raw } = await office.district.as.secretariat.get(
      `/api/plans/${plans.own.plan.id}/crosswalk.xlsx?with=${plans.above.plan.id}`,
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(raw as never);
    const [sheet] = book.worksheets;
    expect(sheet!.getCell('A2').text).toBe('上級計畫應對應 3 項，已對應 1 項，尚未對應 2 項。');
    expect(sheet!.getColumn(3).values.slice(4).filter(Boolean)).toEqual(['已對應', '未對應', '未對應']);
  });
});
