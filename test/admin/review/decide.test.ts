import { describe, expect, test } from 'vitest';
import { failuresAfter, placeAfter } from '../../../admin/review/decide.ts';
import { reportOf } from '../reports/report.ts';

const refusal = (id: string, message: string) => ({ id, problem: { code: 'stale_version', message } });

describe('why reports could not be decided on', () => {
  test('stands beside each of them until it is tried again', () => {
    const once = failuresAfter({}, { done: [reportOf({ id: 'a' })], refused: [refusal('b', '已被他人更新')] });
    expect(once).toEqual({ b: '已被他人更新' });
    expect(failuresAfter(once, { done: [], refused: [refusal('c', '無權')] })).toEqual({
      b: '已被他人更新',
      c: '無權',
    });
    expect(failuresAfter(once, { done: [reportOf({ id: 'b' })], refused: [] })).toEqual({});
  });
});

describe('after a decision the attention goes', () => {
  const ids = ['a', 'b', 'c'];
  test.each([
    [['a'], 0, 'b'],
    [['b'], 1, 'c'],
    [['c'], 2, 'b'],
    [['b', 'c'], 1, 'a'],
    [['a', 'b', 'c'], 0, null],
  ] as const)('when %j are gone from place %i, to %s', (gone, at, next) => {
    expect(placeAfter(ids, new Set(gone), at)).toBe(next);
  });
});
