import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, isComplete, keyed, sectionsText, tidied } from '../../../admin/plans/sections/parts.ts';
import { noSections, type PlanSections, planSections } from '../../../sync/model/index.ts';

const line = fc.string({ unit: fc.constantFrom('計', '畫', ' ', 'a'), maxLength: 5 });
const anySections: fc.Arbitrary<PlanSections> = fc.record({
  basis: fc.array(line, { maxLength: 4 }),
  goals: fc.array(line, { maxLength: 4 }),
  scope: line,
  reviews: fc.array(
    fc.record({
      kind: fc.constantFrom('routine', 'adhoc', 'annual', 'award'),
      text: line,
      months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
      nextYear: fc.boolean(),
      submitTo: fc.array(line, { maxLength: 2 }),
      forms: fc.array(line, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  taskForce: fc.array(fc.record({ title: line, member: line, duty: line, remarks: line }), { maxLength: 3 }),
  closing: line,
});

describe('what was typed around a plan', () => {
  test('is what the server takes as soon as nothing is missing, and tidied only once', () => {
    fc.assert(
      fc.property(anySections, typed => {
        const sent = tidied(typed);
        expect(tidied(sent)).toEqual(sent);
        expect(planSections.safeParse(sent).success).toBe(isComplete(typed));
      }),
    );
  });

  test('loses nothing but blanks', () => {
    fc.assert(
      fc.property(anySections, typed => {
        const letters = (sections: PlanSections) =>
          JSON.stringify([sections.basis, sections.goals, sections.scope, sections.closing]).match(/[計畫a]/g);
        expect(letters(tidied(typed))).toEqual(letters(typed));
      }),
    );
  });
});

describe('the months of a review', () => {
  test('stand in the order of the calendar, that of the next year last', () => {
    expect(inOrder([12, 6], false)).toEqual({ months: [6, 12], nextYear: false });
    expect(inOrder([1, 6, 12], true)).toEqual({ months: [6, 12, 1], nextYear: true });
    expect(inOrder([6, 12, 1], false)).toEqual({ months: [1, 6, 12], nextYear: false });
    expect(inOrder([], true)).toEqual({ months: [], nextYear: false });
  });
});

test('entries that say the same have keys of their own', () => {
  const keys = keyed(['a', 'b', 'a'], text => text).map(([key]) => key);
  expect(new Set(keys).size).toBe(3);
});

test('the history tells each part under its name, and empty ones not at all', () => {
  const said = { ...noSections, goals: ['縮短等候', '件件回應'], closing: '修正時亦同。' };
  expect(sectionsText(said, part => `〔${part}〕`)).toBe('〔goals〕\n縮短等候\n件件回應\n\n〔closing〕\n修正時亦同。');
});
