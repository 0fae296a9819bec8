import { describe, expect, it } from 'vitest';
import { itemsIn, walkOf } from '../../../admin/crosswalk/walk.ts';
import type { Crosswalk } from '../../../sync/model/index.ts';

const item = (id: string, parentId: string | null, depth: number) => ({
  id,
  parentId,
  depth,
  position: 0,
  label: null,
  text: id,
  units: [],
  skeletonKey: null,
});
const plan = {
  id: 'p',
  agencyId: 'a',
  year: 115,
  title: '計畫',
  state: 'draft',
  agencyName: '公所',
  relation: 'own',
} as const;
const at = '2025-01-15T02:00:00.000Z';
const crosswalk: Crosswalk = {
  plan,
  superior: { ...plan, id: 's' },
  items: [item('own', null, 0)],
  superiorItems: [item('x', null, 0), item('x1', 'x', 1), item('x2', 'x', 1), item('y', null, 0)],
  links: [
    {
      id: 'l',
      version: 1,
      createdAt: at,
      updatedAt: at,
      agencyId: 'a',
      planId: 'p',
      planItemId: 'own',
      superiorPlanId: 's',
      superiorItemId: 'x1',
      note: '',
    },
  ],
  suggestions: [{ planItemId: 'own', superiorItemId: 'x2', score: 0.9, by: 'text', certain: true }],
};

describe('a crosswalk on the screen', () => {
  const walk = walkOf(crosswalk);

  it('tells of each item whether it is served, and counts those that must be', () => {
    expect([...walk.coverage]).toEqual([
      ['x', 'heading'],
      ['x1', 'covered'],
      ['x2', 'uncovered'],
      ['y', 'uncovered'],
    ]);
    expect(walk.counts).toEqual({ total: 3, covered: 1, suggested: 1 });
    expect(walk.certain).toHaveLength(1);
  });

  it('shows what is not served, or may be, under its headings', () => {
    const shown = (view: 'all' | 'uncovered' | 'suggested') =>
      itemsIn(view, crosswalk.superiorItems, walk).map(({ id }) => id);
    expect(shown('all')).toEqual(['x', 'x1', 'x2', 'y']);
    expect(shown('uncovered')).toEqual(['x', 'x2', 'y']);
    expect(shown('suggested')).toEqual(['x', 'x2']);
  });
});
