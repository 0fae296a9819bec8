import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../sync/model/index.ts';
import { suggestLinks } from '../../../../sync/outline/crosswalk/index.ts';

const item = (id: string, parentId: string | null, text: string, skeletonKey: string | null = null) => ({
  id,
  parentId,
  text,
  skeletonKey,
});
const own = [
  item('a', null, '完備基礎服務', 'basics'),
  item('a1', 'a', '改善洽公環境', 'basics.setting'),
  item('a11', 'a1', '每季檢查無障礙坡道與服務鈴。'),
  item('a12', 'a1', '增設哺集乳室並每週清潔。'),
];
const above = [
  item('x', null, '基礎服務', 'basics'),
  item('x1', 'x', '建置合宜服務環境', 'basics.setting'),
  item('x11', 'x1', '定期檢查無障礙坡道與服務鈴。'),
  item('x12', 'x1', '維護哺集乳室及周邊環境清潔。'),
  item('x2', 'x', '人員訓練', 'basics.quality'),
  item('x21', 'x2', '辦理新進人員講習。'),
];

describe('suggestions', () => {
  it('pair steps of like texts, and less alike ones under one part of the skeleton', () => {
    const told = suggestLinks(own, above, []).map(each => [
      each.planItemId,
      each.superiorItemId,
      each.by,
      each.certain,
    ]);
    expect(told).toContainEqual(['a11', 'x11', 'both', true]);
    expect(told).toContainEqual(['a12', 'x12', 'skeleton', false]);
    expect(told.map(([, superior]) => superior)).not.toContain('x21');
  });

  it('leave out what is linked', () => {
    const links = [{ planItemId: 'a11', superiorItemId: 'x11' }];
    expect(suggestLinks(own, above, links).map(each => each.planItemId)).not.toContain('a11');
  });
});

describe('coverage', () => {
  it('counts the lowest items, each served by its own link or by one above it', () => {
    const of = (...ids: readonly string[]) => [
      ...coverageOf(
        above,
        ids.map(superiorItemId => ({ superiorItemId })),
      ).covered,
    ];
    expect([...coverageOf(above, []).targets]).toEqual(['x11', 'x12', 'x21']);
    expect(of('x11')).toEqual(['x11']);
    expect(of('x1')).toEqual(['x11', 'x12']);
    expect(of('x')).toEqual(['x11', 'x12', 'x21']);
    expect(of()).toEqual([]);
  });
});
