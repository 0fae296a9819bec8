import { describe, expect, it } from 'vitest';
import { bodyOf, lacking, noWish, sharesOf, unknownNames } from '../../../admin/assignments/bulk/wish.ts';
import { inTurn } from '../../../admin/assignments/in-turn.ts';

const rows = new Set(['i1', 'i2']);

describe('a bulk assignment being put together', () => {
  it('lacks rows first, and units only where they are to be chosen', () => {
    expect(lacking(noWish)).toBe('bulkAssignment.needRows');
    expect(lacking({ ...noWish, rows })).toBeNull();
    expect(lacking({ ...noWish, rows, by: 'choice' })).toBe('bulkAssignment.needUnits');
    expect(lacking({ ...noWish, rows, by: 'choice', assist: ['u1'] })).toBeNull();
  });
  it('leaves the units to the plan unless they are chosen; a unit that leads does not assist too', () => {
    const wish = { ...noWish, rows, lead: ['u1'], assist: ['u1', 'u2'], officers: { u1: 'p1' } };
    expect(bodyOf('p', wish)).toEqual({ planId: 'p', planItemIds: ['i1', 'i2'], officers: { u1: 'p1' } });
    expect(bodyOf('p', { ...wish, by: 'choice', officers: {} })).toEqual({
      planId: 'p',
      planItemIds: ['i1', 'i2'],
      leadUnitIds: ['u1'],
      assistUnitIds: ['u2'],
    });
  });
  it('is shown by unit in the order of the office, with names that fit none', () => {
    const result = {
      create: [
        { planItemId: 'i1', unitId: 'u2', part: 'lead' as const, officerId: null },
        { planItemId: 'i1', unitId: 'u1', part: 'assist' as const, officerId: null },
        { planItemId: 'i2', unitId: 'u2', part: 'assist' as const, officerId: null },
      ],
      existing: [{ id: 'a', planItemId: 'i2', unitId: 'u3' }],
      unresolved: [
        { planItemId: 'i1', name: '某小組' },
        { planItemId: 'i2', name: '某小組' },
      ],
      withoutUnit: [],
    };
    expect(sharesOf(result, ['u1', 'u2', 'u3'])).toEqual([
      { unitId: 'u1', create: 1, existing: 0 },
      { unitId: 'u2', create: 2, existing: 0 },
      { unitId: 'u3', create: 0, existing: 1 },
    ]);
    expect(unknownNames(result)).toEqual([{ name: '某小組', rows: ['i1', 'i2'] }]);
  });
});

describe('doing one thing to many rows', () => {
  it('goes on after a refusal and says how many were refused, and why the first', async () => {
    const outcome = await inTurn([1, 2, 3], async row => {
      if (row !== 1) throw new Error(`第 ${row} 件已解除`);
    });
    expect(outcome).toEqual({ done: 1, refused: 2, message: '第 2 件已解除' });
  });
});
