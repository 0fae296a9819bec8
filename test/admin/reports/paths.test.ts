import { describe, expect, test } from 'vitest';
import { pathOf, printed } from '../../../admin/reports/paths.ts';
import type { PlanItem } from '../../../sync/model/index.ts';

const item = (id: string, parentId: string | null): [string, PlanItem] => [id, { id, parentId } as PlanItem];

describe('the path of a step', () => {
  test('goes from the item down to the step', () => {
    const known = new Map([item('step', 'point'), item('point', 'item'), item('item', null), item('other', null)]);
    expect(pathOf('step', known).map(({ id }) => id)).toEqual(['item', 'point', 'step']);
  });

  test('begins where it is known', () => {
    expect(pathOf('step', new Map([item('step', 'point')])).map(({ id }) => id)).toEqual(['step']);
    expect(pathOf('step', new Map())).toEqual([]);
  });

  test('ends even if the tree were a circle', () => {
    expect(pathOf('a', new Map([item('a', 'b'), item('b', 'a')]))).toHaveLength(2);
  });
});

test.each([
  ['一', '一、提升服務'],
  ['(一)', '(一)提升服務'],
  ['1', '1. 提升服務'],
  ['A', 'A. 提升服務'],
  [null, '提升服務'],
])('a node numbered %s is printed with its mark', (label, text) => {
  expect(printed({ label, text: '提升服務' })).toBe(text);
});
