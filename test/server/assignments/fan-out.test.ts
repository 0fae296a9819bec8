import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fanOut } from '../../../server/assignments/fan-out.ts';

const unit = (id: string, name: string, position: number, more: { aliases?: string[]; disabled?: boolean } = {}) => ({
  id,
  name,
  position,
  aliases: [],
  disabled: false,
  ...more,
});
const office = [
  unit('sec', '秘書室', 0, { aliases: ['研考'] }),
  unit('civ', '民政課', 1),
  unit('soc', '社會課', 2),
  unit('old', '兵役課', 3, { disabled: true }),
];
const step = (id: string, ...units: string[]) => ({ id, units });
const shares = (units: readonly string[], wish = {}) =>
  fanOut([step('s', ...units)], office, [], wish).create.map(({ unitId, part }) => `${unitId} ${part}`);

describe('fan-out', () => {
  it('gives a step of 各課室 to every enabled section, each leading its own', () => {
    expect(shares(['各課室'])).toEqual(['sec lead', 'civ lead', 'soc lead']);
    expect(shares(['民政課', '各課室'])).toEqual(['sec lead', 'civ lead', 'soc lead']);
  });

  it('lets the first printed unit lead and the others assist', () => {
    expect(shares(['社會課', '民政課'])).toEqual(['civ assist', 'soc lead']);
    expect(shares(['研考'])).toEqual(['sec lead']);
  });

  it('gives the lead to nobody when the first name stands for no unit, and lists the name', () => {
    const result = fanOut([step('s', '觀光課', '民政課', '兵役課')], office, [], {});
    expect(result.create).toEqual([{ planItemId: 's', unitId: 'civ', part: 'assist', officerId: null }]);
    expect(result.unresolved).toEqual([
      { planItemId: 's', name: '觀光課' },
      { planItemId: 's', name: '兵役課' },
    ]);
    expect(result.withoutUnit).toEqual([]);
  });

  it('lists steps for which nobody names a unit', () => {
    expect(fanOut([step('s'), step('t', '民政課')], office, [], {}).withoutUnit).toEqual(['s']);
    expect(fanOut([step('s')], office, [], { leadUnitIds: ['civ'] }).withoutUnit).toEqual([]);
  });

  it('follows the request instead of the plan when it names units; a unit named twice leads', () => {
    expect(shares(['社會課'], { leadUnitIds: ['civ'], assistUnitIds: ['sec', 'civ'] })).toEqual([
      'civ lead',
      'sec assist',
    ]);
    expect(shares(['觀光課'], { assistUnitIds: ['sec'] })).toEqual(['sec assist']);
    expect(shares(['社會課'], { leadUnitIds: [], assistUnitIds: [] })).toEqual(['soc lead']);
  });

  it('gives each unit the case officer chosen for it', () => {
    const { create } = fanOut([step('s', '各課室')], office, [], { officers: { civ: 'wang' } });
    expect(create.map(row => row.officerId)).toEqual([null, 'wang', null]);
  });

  it('leaves what exists and reports it', () => {
    const existing = [{ id: 'a1', planItemId: 's', unitId: 'civ' }];
    const result = fanOut([step('s', '各課室')], office, existing, {});
    expect(result.existing).toEqual(existing);
    expect(result.create.map(row => row.unitId)).toEqual(['sec', 'soc']);
  });
});

const names = fc.constantFrom('秘書室', '研考', '民政課', '社會課', '兵役課', '各課室', '全所各課', '觀光課');
const steps = fc
  .array(fc.uniqueArray(names, { maxLength: 5 }), { maxLength: 12 })
  .map(lists => lists.map((list, i) => step(`s${i}`, ...list)));

describe('any fan-out', () => {
  it('creates a pair of step and unit at most once, for enabled units only', () => {
    fc.assert(
      fc.property(steps, items => {
        const pairs = fanOut(items, office, [], {}).create.map(row => `${row.planItemId} ${row.unitId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(pairs.filter(pair => pair.endsWith(' old'))).toEqual([]);
      }),
    );
  });

  it('adds nothing when it is done again', () => {
    fc.assert(
      fc.property(steps, items => {
        const first = fanOut(items, office, [], {});
        const created = first.create.map(({ planItemId, unitId }, i) => ({ id: `a${i}`, planItemId, unitId }));
        const again = fanOut(items, office, created, {});
        expect(again.create).toEqual([]);
        expect(again.existing).toEqual(created);
        expect(again.unresolved).toEqual(first.unresolved);
      }),
    );
  });

  it('accounts for every printed name: as an assignment, or as unresolved', () => {
    fc.assert(
      fc.property(steps, items => {
        const { create, unresolved, withoutUnit } = fanOut(items, office, [], {});
        for (const { id, units } of items) {
          const seen = [...create, ...unresolved].filter(row => row.planItemId === id);
          expect(seen.length > 0).toBe(units.length > 0);
          expect(withoutUnit.includes(id)).toBe(units.length === 0);
        }
      }),
    );
  });
});
