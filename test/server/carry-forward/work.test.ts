import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CarriedWork, Plan } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { approved, itemsOf } from '../plans/build.ts';
import { carried, yearPlan } from './office-plan.ts';

describe.each(engines)('last year’s work on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  /** Last year's plan with people on every step, and this year's, with one step reworded. */
  const twoYears = async () => {
    const { as, units, users } = office.sibling;
    const { secretariat } = as;
    const { plan: old, items } = await yearPlan(secretariat);
    const give = async (planItemId: string, unit: string, officerId: string | null) =>
      expect(
        (await secretariat.post('/api/assignments', { planItemId, unitId: units[unit]!.id, officerId })).status,
      ).toBe(201);
    await give(items.ramps.id, '民政課', users.officer.id);
    await give(items.signs.id, '社會課', users.otherOfficer.id);
    await give(items.survey.id, '民政課', users.colleague.id);
    await give(items.survey.id, '社會課', null);
    const draft = await carried(secretariat, old, { yearIn: [items.ramps.id] });
    const signs = (await itemsOf(secretariat, draft)).find(item => item.carriedFrom === items.signs.id)!;
    await secretariat.patch(`/api/planItems/${signs.id}`, { version: 1, text: '更新櫃台指引牌並加註三種外語。' });
    return { old, items, next: await approved(secretariat, draft) };
  };
  const proposed = async (plan: Plan): Promise<CarriedWork> =>
    (await office.sibling.as.secretariat.get(`/api/plans/${plan.id}/carriedWork`)).body;

  it('is proposed with its units and officers; what changed but for the year is marked', async () => {
    const { old, items, next } = await twoYears();
    const { units, users } = office.sibling;
    const work = await proposed(next);
    expect(work).toMatchObject({ previousPlanId: old.id, previousYear: 114 });
    const of = (id: string) => work.items.find(item => item.previousItemId === id)!;
    expect(of(items.ramps.id)).toMatchObject({
      differs: [],
      shares: [{ unitId: units.民政課!.id, part: 'lead', officerId: users.officer.id, officerGone: false }],
      unitsGone: 0,
    });
    expect(of(items.signs.id).differs).toEqual(['text']);
    expect(of(items.survey.id).shares).toHaveLength(2);
  });

  it('is assigned for the items that were chosen, once', async () => {
    const { next } = await twoYears();
    const { secretariat } = office.sibling.as;
    const { items } = await proposed(next);
    const same = items.filter(item => item.differs.length === 0).map(item => item.planItemId);
    const assign = () => secretariat.post(`/api/plans/${next.id}/assignCarried`, { planItemIds: same });
    expect((await assign()).body).toEqual({ created: 3, withoutOfficer: 1 });
    expect((await assign()).body).toEqual({ created: 0, withoutOfficer: 0 });
    expect((await proposed(next)).items.map(item => item.differs)).toEqual([['text']]);
    expect((await secretariat.get(`/api/assignments?planId=${next.id}`)).body).toHaveLength(3);
  });

  it('proposes nobody who left and no unit that is no more', async () => {
    const { items, next } = await twoYears();
    const { db } = office.context;
    const { units, users } = office.sibling;
    await db
      .updateTable('users')
      .set({ disabled: engine.name === 'PostgreSQL' ? true : 1 })
      .where('id', '=', users.officer.id)
      .execute();
    await db
      .updateTable('units')
      .set({ disabled: engine.name === 'PostgreSQL' ? true : 1 })
      .where('id', '=', units.社會課!.id)
      .execute();
    const work = await proposed(next);
    const of = (id: string) => work.items.find(item => item.previousItemId === id)!;
    expect(of(items.ramps.id).shares).toMatchObject([{ officerId: null, officerGone: true }]);
    expect(of(items.signs.id)).toMatchObject({ shares: [], unitsGone: 1 });
    expect(of(items.survey.id)).toMatchObject({ shares: [{ officerId: users.colleague.id }], unitsGone: 1 });
  });
});
