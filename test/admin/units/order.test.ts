import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved } from '../../../admin/units/order.ts';
import type { Unit } from '../../../sync/model/index.ts';

const unit = (id: string, position: number, agencyId = 'office'): Unit => ({
  id,
  agencyId,
  name: id,
  aliases: [],
  position,
  disabled: false,
  version: 1,
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
});

const names = (units: readonly Unit[]): readonly string[] =>
  [...units].sort((a, b) => a.position - b.position).map(one => one.id);

const saved = (units: readonly Unit[], id: string, direction: 'up' | 'down'): readonly Unit[] => {
  const placed = new Map(moved(units, id, direction).map(({ unit: one, position }) => [one.id, position]));
  return units.map(one => ({ ...one, position: placed.get(one.id) ?? one.position }));
};

describe('moving a unit', () => {
  test('changes places with its neighbour and saves only the two', () => {
    const units = [unit('秘書室', 0), unit('民政課', 1), unit('社會課', 2)];
    expect(moved(units, '社會課', 'up').map(({ unit: one, position }) => [one.id, position])).toEqual([
      ['社會課', 1],
      ['民政課', 2],
    ]);
  });

  test('does nothing at either end', () => {
    const units = [unit('秘書室', 0), unit('民政課', 1)];
    expect(moved(units, '秘書室', 'up')).toEqual([]);
    expect(moved(units, '民政課', 'down')).toEqual([]);
  });

  test('stays inside its own agency', () => {
    const units = [unit('甲', 0), unit('乙', 0, 'other')];
    expect(moved(units, '甲', 'down')).toEqual([]);
  });

  test('mends gaps and ties on the way', () => {
    const units = [unit('甲', 3), unit('乙', 3), unit('丙', 9)];
    expect(names(saved(units, '丙', 'up'))).toEqual(['甲', '丙', '乙']);
  });

  test('up and then down gives the same order again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        (at, pick) => {
          const units = at.map(position => unit(`u${position}`, position));
          const one = names(units)[1 + (pick % (units.length - 1))]!;
          expect(names(saved(saved(units, one, 'up'), one, 'down'))).toEqual(names(units));
        },
      ),
    );
  });
});
