import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { itemsOf } from '../plans/build.ts';

describe.each(engines)('the skeleton on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  it('makes a draft of the items and key points that were chosen, numbered anew', async () => {
    const { secretariat } = office.district.as;
    const keys = ['basics', 'basics.setting', 'convenience.online', 'convenience.oneStop'];
    const { status, body } = await secretariat.post('/api/plans/fromSkeleton', {
      year: 115,
      title: '115年度計畫',
      keys,
    });
    expect(status).toBe(201);
    const items = await itemsOf(secretariat, body);
    const told = items.map(({ label, depth, skeletonKey }) => [depth, label, skeletonKey]);
    expect(told.filter(([depth]) => depth === 0)).toEqual([
      [0, '一', 'basics'],
      [0, '二', 'convenience'],
    ]);
    expect(told).toContainEqual([1, '(一)', 'convenience.oneStop']);
    expect(told).toContainEqual([1, '(二)', 'convenience.online']);
  });

  it('refuses keys that it does not have', async () => {
    const { secretariat } = office.district.as;
    const wish = { year: 115, title: '115年度計畫', keys: ['basics', 'unheard.of'] };
    expect((await secretariat.post('/api/plans/fromSkeleton', wish)).body.code).toBe('foreign_reference');
  });

  it('is recognised in a plan that is imported, and can be put right', async () => {
    const { secretariat } = office.district.as;
    const node = (label: string, text: string, children: readonly object[] = []) => ({
      label,
      text,
      units: [],
      checkMonths: [],
      cadence: [],
      remarks: '',
      children,
    });
    const { body: plan } = await secretariat.post('/api/plans/import', {
      year: 115,
      title: '115年度計畫',
      items: [
        node('一', '重視民眾意見回饋與參與', [node('(一)', '辦理滿意度調查並檢討改善', [node('1', '每年辦理一次。')])]),
      ],
    });
    const items = await itemsOf(secretariat, plan);
    expect(items.map(item => item.skeletonKey)).toEqual(['feedback', 'feedback.satisfaction', null]);
    const edited = await secretariat.patch(`/api/planItems/${items[1]!.id}`, {
      version: 1,
      skeletonKey: 'feedback.surveys',
    });
    expect(edited.body.skeletonKey).toBe('feedback.surveys');
    const { body: found } = await secretariat.get(`/api/planItems?skeletonKey=feedback.surveys&planId=${plan.id}`);
    expect(found).toHaveLength(1);
  });
});
