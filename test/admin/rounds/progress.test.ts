import { describe, expect, it } from 'vitest';
import { owed, progressByUnit, progressOfAll } from '../../../admin/rounds/progress.ts';
import { lastDayOf, nextCheckMonth } from '../../../admin/rounds/suggest.ts';
import type { HeatCell } from '../../../sync/model/index.ts';

const cell = (planItemId: string, unitId: string, set: Partial<HeatCell>): HeatCell => ({
  planItemId,
  unitId,
  total: 0,
  accepted: 0,
  submitted: 0,
  overdue: 0,
  returned: 0,
  light: 'green',
  ...set,
});

describe('progress of a round', () => {
  const heat = [
    cell('i1', 'u1', { total: 3, accepted: 3 }),
    cell('i1', 'u2', { total: 2, submitted: 1, returned: 1 }),
    cell('i2', 'u2', { total: 4, accepted: 1, overdue: 2 }),
  ];
  it('puts the cells of a unit together, whoever has most to do first', () => {
    expect(progressByUnit(heat)).toEqual([
      { unitId: 'u2', total: 6, accepted: 1, submitted: 1, returned: 1, unfinished: 3, overdue: 2 },
      { unitId: 'u1', total: 3, accepted: 3, submitted: 0, returned: 0, unfinished: 0, overdue: 0 },
    ]);
  });
  it('adds up to the whole', () => {
    const all = progressOfAll(heat);
    const sum = (field: 'total' | 'unfinished') => progressByUnit(heat).reduce((n, one) => n + one[field], 0);
    expect([all.total, all.unfinished]).toEqual([sum('total'), sum('unfinished')]);
  });
});

describe('what a round will ask for', () => {
  const items = [
    { id: 'i', parentId: null, checkMonths: [] },
    { id: 'june', parentId: 'i', checkMonths: [6] },
    { id: 'below', parentId: 'june', checkMonths: [] },
    { id: 'always', parentId: 'i', checkMonths: [] },
  ];
  const share = (planItemId: string, unitId: string, state: 'open' | 'releaseRequested' | 'released' = 'open') => ({
    planItemId,
    unitId,
    state,
  });
  const assignments = [
    share('june', 'u1'),
    share('below', 'u2', 'releaseRequested'),
    share('always', 'u1', 'released'),
  ];
  it('counts tracked assignments whose row is due, by its own months or those above it', () => {
    expect(owed(items, assignments, 6)).toEqual({ reports: 2, units: 2 });
    expect(owed(items, assignments, 12)).toEqual({ reports: 0, units: 0 });
    expect(owed(items, [...assignments, share('always', 'u3')], 12)).toEqual({ reports: 1, units: 1 });
  });
});

describe('suggestions for a round', () => {
  it('are the last day of the month, and June or December', () => {
    expect(lastDayOf(114, 6)).toBe('2025-06-30');
    expect(lastDayOf(113, 2)).toBe('2024-02-29');
    expect([1, 6, 7, 12].map(nextCheckMonth)).toEqual([6, 6, 12, 12]);
  });
});
