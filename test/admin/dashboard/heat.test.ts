import { describe, expect, test } from 'vitest';
import { partsOf, percentOf, sheetsOf } from '../../../admin/dashboard/heat/sheets.ts';
import type { HeatCell, PlanItem, Unit } from '../../../sync/model/index.ts';

const item = (id: string, position: number, agencyId = 'here') =>
  ({ id, position, agencyId, planId: `plan of ${agencyId}`, label: id, text: id }) as PlanItem;
const unit = (id: string, position: number, agencyId = 'here') => ({ id, position, agencyId, name: id }) as Unit;
const cell = (planItemId: string, unitId: string, given: Partial<HeatCell> = {}): HeatCell => ({
  planItemId,
  unitId,
  total: 4,
  accepted: 1,
  submitted: 1,
  overdue: 0,
  returned: 0,
  light: 'green',
  ...given,
});

describe('the heat map', () => {
  const heat = [
    cell('二', '社會課', { light: 'yellow' }),
    cell('一', '民政課'),
    cell('二', '民政課', { light: 'red', overdue: 2 }),
  ];
  const [sheet] = sheetsOf(
    heat,
    [item('二', 1), item('一', 0)],
    [unit('社會課', 2), unit('民政課', 1), unit('人文課', 0)],
  );

  test('stands in the order of the plan and of the office, without units that owe nothing', () => {
    expect(sheet?.rows.map(row => row.item.id)).toEqual(['一', '二']);
    expect(sheet?.units.map(({ id }) => id)).toEqual(['民政課', '社會課']);
    expect(sheet?.rows[0]?.cells[1]).toBeUndefined();
  });

  test('adds up both ways, and shines as its worst', () => {
    expect(sheet?.rows[1]?.sum).toMatchObject({ total: 8, accepted: 2, overdue: 2, light: 'red' });
    expect(sheet?.unitSums.map(({ total, light }) => [total, light])).toEqual([
      [8, 'red'],
      [4, 'yellow'],
    ]);
    expect(sheet?.sum).toMatchObject({ total: 12, accepted: 3, submitted: 3 });
  });

  test('keeps agencies apart', () => {
    const sheets = sheetsOf(
      [cell('一', '民政課'), cell('甲', '秘書室')],
      [item('一', 0), item('甲', 0, 'there')],
      [unit('民政課', 0), unit('秘書室', 0, 'there')],
    );
    expect(sheets.map(({ agencyId, sum }) => [agencyId, sum.total])).toEqual([
      ['here', 4],
      ['there', 4],
    ]);
  });
});

describe('cut to the width of a paper', () => {
  const units = ['甲', '乙', '丙', '丁', '戊'].map((id, i) => unit(id, i));
  const [wide] = sheetsOf(
    units.map(({ id }, i) => cell('一', id, { total: i + 1 })),
    [item('一', 0)],
    units,
  );

  test('has every unit once, with its own cells and sum, and the sums of the whole', () => {
    const parts = partsOf(wide!, 2);
    expect(parts.map(part => part.units.map(({ id }) => id))).toEqual([['甲', '乙'], ['丙', '丁'], ['戊']]);
    expect(parts.flatMap(part => part.rows[0]!.cells.map(each => each?.total))).toEqual([1, 2, 3, 4, 5]);
    expect(parts.flatMap(part => part.unitSums.map(({ total }) => total))).toEqual([1, 2, 3, 4, 5]);
    expect(parts.map(part => [part.rows[0]!.sum.total, part.sum.total])).toEqual(parts.map(() => [15, 15]));
  });
});

describe('a percentage', () => {
  test('is 100 only when all is accepted and 0 only when nothing is', () => {
    expect(percentOf({ accepted: 299, total: 300 })).toBe(99);
    expect(percentOf({ accepted: 1, total: 300 })).toBe(1);
    expect(percentOf({ accepted: 300, total: 300 })).toBe(100);
    expect(percentOf({ accepted: 0, total: 3 })).toBe(0);
    expect(percentOf({ accepted: 0, total: 0 })).toBe(100);
  });
});
