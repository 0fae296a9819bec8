import { describe, expect, it } from 'vitest';
import { cellKey, cellsOf, groupsOf, moved } from '../../../admin/crosswalk/matrix/matrix.ts';
import type { CrosswalkItem, CrosswalkLink } from '../../../sync/model/index.ts';

const item = (id: string, parentId: string | null, label: string | null): CrosswalkItem => ({
  id,
  parentId,
  depth: 0,
  position: 0,
  label,
  text: id,
  units: [],
  skeletonKey: null,
});
const items = [
  item('a', null, '一'),
  item('a1', 'a', '(一)'),
  item('a11', 'a1', '1'),
  item('a12', 'a1', '2'),
  item('b', null, '二'),
  item('b1', 'b', null),
];
const link = { id: 'l', planItemId: 'a1', superiorItemId: 'x', note: '' } as CrosswalkLink;

describe('the columns of the matrix', () => {
  it('are the lowest rows of the plan, item by item, numbered below their item', () => {
    const groups = groupsOf({ items, links: [], suggestions: [] });
    expect(groups.map(({ root, columns }) => [root.id, columns.map(({ item: { id }, label }) => [id, label])])).toEqual(
      [
        [
          'a',
          [
            ['a11', '(一)1.'],
            ['a12', '(一)2.'],
          ],
        ],
        ['b', [['b1', '']]],
      ],
    );
  });

  it('have a row above them where it serves something itself', () => {
    const [first] = groupsOf({ items, links: [link], suggestions: [] });
    expect(first!.columns.map(({ item: { id } }) => id)).toEqual(['a1', 'a11', 'a12']);
  });
});

it('a cell knows its link, and what is suggested there', () => {
  const suggestion = { planItemId: 'b1', superiorItemId: 'x', score: 0.5, by: 'text', certain: false } as const;
  const { linked, suggested } = cellsOf({ links: [link], suggestions: [suggestion] });
  expect(linked.get(cellKey('x', 'a1'))).toBe(link);
  expect([...suggested]).toEqual([cellKey('x', 'b1')]);
});

it.each([
  ['right', [1, 2]],
  ['left', [1, 0]],
  ['up', [0, 1]],
  ['down', [2, 1]],
  ['first', [1, 0]],
  ['last', [1, 3]],
] as const)('the key %s leads to another cell', (move, to) => {
  expect(moved([1, 1], move, [3, 4])).toEqual(to);
});

it('no key leads out of the matrix', () => {
  expect(moved([0, 0], 'up', [3, 4])).toEqual([0, 0]);
  expect(moved([2, 3], 'right', [3, 4])).toEqual([2, 3]);
});
