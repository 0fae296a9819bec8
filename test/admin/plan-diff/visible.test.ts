import { describe, expect, it } from 'vitest';
import { changeFrom, visibleRows } from '../../../admin/plan-diff/visible.ts';
import type { PlanChange, PlanDiffRow } from '../../../sync/model/index.ts';

const row = (depth: number, kind: PlanChange): PlanDiffRow => ({
  kind,
  depth,
  differs: [],
  before: null,
  after: null,
  words: [],
  likeness: null,
  certain: true,
});
const rows = [
  row(0, 'same'),
  row(1, 'same'),
  row(2, 'reworded'),
  row(2, 'same'),
  row(1, 'added'),
  row(0, 'same'),
  row(1, 'removed'),
  row(0, 'reworded'),
];
const shown = (...kinds: readonly PlanChange[]) =>
  visibleRows(rows, new Set(kinds)).map(({ index, context }) => (context ? `(${index})` : `${index}`));

describe('the rows of a comparison', () => {
  it('are all shown when no kind is asked for', () => {
    expect(shown()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it('are shown by kind, each under what stands above it, once', () => {
    expect(shown('reworded')).toEqual(['(0)', '(1)', '2', '7']);
    expect(shown('added', 'removed')).toEqual(['(0)', '4', '(5)', '6']);
    expect(shown('moved')).toEqual([]);
  });
});

describe('walking from change to change', () => {
  const all = visibleRows(rows, new Set());
  it('goes down and up, and on at the other end', () => {
    expect([null, 2, 4, 6, 7].map(from => changeFrom(all, from, 1))).toEqual([2, 4, 6, 7, 2]);
    expect([null, 7, 6, 3, 2].map(from => changeFrom(all, from, -1))).toEqual([7, 6, 4, 2, 7]);
  });

  it('stays where nothing changed', () => {
    expect(changeFrom(visibleRows([row(0, 'same')], new Set()), null, 1)).toBeNull();
  });
});
