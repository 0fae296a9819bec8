import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { itemsOf } from '../plans/build.ts';
import { yearDraft, yearPlan } from './office-plan.ts';

describe.each(engines)('linking a plan to the one before on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  it('says of each item which one it goes on with, and takes it back', async () => {
    const { secretariat } = office.district.as;
    const { plan: previous, items: was } = await yearPlan(secretariat);
    const { plan, items } = await yearDraft(secretariat);
    const link = (planItemId: string, version: number, previousItemId: string | null) =>
      secretariat.post(`/api/plans/${plan.id}/linkPrevious`, {
        previousPlanId: previous.id,
        links: [{ planItemId, version, previousItemId }],
      });
    expect((await link(items.ramps.id, 1, was.ramps.id)).body).toEqual({ linked: 1 });
    const find = async () => (await itemsOf(secretariat, plan)).find(({ id }) => id === items.ramps.id)!;
    expect(await find()).toMatchObject({ carriedFrom: was.ramps.id, version: 2 });
    expect((await link(items.signs.id, 1, was.ramps.id)).body.code).toBe('item_already_carried');
    expect((await link(items.ramps.id, 1, null)).body.code).toBe('stale_version');
    expect((await link(items.ramps.id, 2, null)).status).toBe(200);
    expect((await find()).carriedFrom).toBeNull();
    const { body: events } = await secretariat.get(`/api/events?recordId=${items.ramps.id}&action=planItems.link`);
    expect(events).toHaveLength(2);
  });

  it('is refused for items and plans of others', async () => {
    const { secretariat } = office.district.as;
    const { plan: previous, items: was } = await yearPlan(secretariat);
    const { plan, items } = await yearDraft(secretariat);
    const { plan: foreign, items: theirs } = await yearPlan(office.sibling.as.secretariat, 'published');
    const code = async (previousPlanId: string, planItemId: string, previousItemId: string) =>
      (
        await secretariat.post(`/api/plans/${plan.id}/linkPrevious`, {
          previousPlanId,
          links: [{ planItemId, version: 1, previousItemId }],
        })
      ).body.code;
    expect(await code(foreign.id, items.ramps.id, theirs.ramps.id)).toBe('not_found');
    expect(await code(previous.id, items.ramps.id, theirs.ramps.id)).toBe('foreign_reference');
    expect(await code(previous.id, theirs.ramps.id, was.ramps.id)).toBe('foreign_reference');
    expect(await code(previous.id, was.signs.id, was.ramps.id)).toBe('foreign_reference');
  });
});
