import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryForward } from '../../../server/carry-forward/carry.ts';
import { change } from '../../../server/records/change.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { draftPlan, itemsOf, published, sampleSections } from '../plans/build.ts';
import { carried, yearDraft, yearPlan } from './office-plan.ts';

describe.each(engines)('carrying a plan forward on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  it('copies the tree, links every item to the one it goes on with, and leaves the texts alone', async () => {
    const { secretariat } = office.district.as;
    const { plan } = await yearPlan(secretariat);
    const before = await itemsOf(secretariat, plan);
    const next = await carried(secretariat, plan);
    expect(next).toMatchObject({ year: 115, title: '115年度為民服務計畫', state: 'draft', documentNumber: null });
    const after = await itemsOf(secretariat, next);
    const said = ({ label, text, units, checkMonths, depth, position }: (typeof after)[number]) => [
      label,
      text,
      units,
      checkMonths,
      depth,
      position,
    ];
    expect(after.map(said)).toEqual(before.map(said));
    expect(after.map(item => item.carriedFrom)).toEqual(before.map(item => item.id));
    const idOf = new Map(after.map(item => [item.carriedFrom, item.id]));
    expect(after.map(item => item.parentId)).toEqual(
      before.map(item => (item.parentId === null ? null : idOf.get(item.parentId))),
    );
    expect(await itemsOf(secretariat, plan)).toEqual(before);
  });

  it('changes the year in the texts that were named, and in no other', async () => {
    const { secretariat } = office.district.as;
    const { plan, items } = await yearPlan(secretariat);
    const next = await carried(secretariat, plan, { yearIn: [items.survey.id] });
    const texts = (await itemsOf(secretariat, next)).map(({ text }) => text);
    expect(texts).toContain('於116年1月底前公布滿意度調查結果。');
    expect(texts).toContain('114年度每季檢查無障礙坡道並留下紀錄。');
  });

  it('takes what the plan says around its table, with the year where that was asked for', async () => {
    const { secretariat } = office.district.as;
    const draft = await draftPlan(secretariat);
    const { body } = await secretariat.patch(`/api/plans/${draft.id}`, { version: 1, sections: sampleSections });
    const plan = await published(secretariat, body);
    expect((await carried(secretariat, plan)).sections).toEqual(sampleSections);
    const goals = ['於115年底前縮短等候時間。'];
    const other = await draftPlan(secretariat);
    const said = await secretariat.patch(`/api/plans/${other.id}`, {
      version: 1,
      sections: { ...sampleSections, goals },
    });
    const next = await carried(secretariat, await published(secretariat, said.body), { yearInSections: true });
    expect(next.sections.goals).toEqual(['於116年底前縮短等候時間。']);
  });

  it('is refused for a draft, for another agency, and for items of another plan, and leaves nothing behind', async () => {
    const { secretariat } = office.district.as;
    const { plan: draft } = await yearDraft(secretariat);
    const { plan } = await yearPlan(secretariat, 'published');
    const count = async () => (await secretariat.get('/api/plans?_limit=1')).headers['x-total-count'];
    const before = await count();
    const wish = { year: 115, title: '115年度' };
    const refused = async (by = secretariat, id = plan.id, more = {}) =>
      (await by.post(`/api/plans/${id}/carryForward`, { ...wish, ...more })).body.code;
    expect(await refused(secretariat, draft.id)).toBe('plan_not_carried');
    expect(await refused(office.bureau.as.secretariat)).toBe('not_allowed');
    expect(await refused(office.sibling.as.secretariat)).toBe('not_found');
    expect(await refused(office.district.as.chief)).toBe('not_allowed');
    expect(await refused(secretariat, plan.id, { yearIn: ['nowhere'] })).toBe('foreign_reference');
    expect(await count()).toBe(before);
  });

  it('takes as many statements for a large plan as for a small one', async () => {
    const { secretariat } = office.district.as;
    const { plan: small } = await yearPlan(secretariat);
    const step = (i: number) => ({
      label: `${i}`,
      text: `工作${i}`,
      units: [],
      checkMonths: [],
      cadence: [],
      remarks: '',
    });
    const large = await secretariat.post('/api/plans/import', {
      year: 114,
      title: '大計畫',
      items: [{ ...step(0), children: Array.from({ length: 250 }, (_, i) => ({ ...step(i), children: [] })) }],
    });
    const { body } = await secretariat.post(`/api/plans/${large.body.id}/approve`, { version: 1 });
    const statements = async (id: string) => {
      const { context, count } = counted(office.context);
      const { id: userId, name, agencyId, unitId, role } = office.district.users.secretariat;
      await change(context, { id: userId, name, agencyId, unitId, role }, work =>
        carryForward(work, 'agency', id, { year: 115, title: '115' }),
      );
      return count();
    };
    expect(await statements(body.id)).toBe(await statements(small.id));
  });
});
