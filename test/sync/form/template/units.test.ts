import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinResults, joinUnits, splitUnits } from '../../../../sync/form/template/index.ts';
import { results } from '../../../../sync/model/index.ts';

const names = ['民政課', '社會課', '秘書室', '1課'];
const anyLine = fc.oneof(
  fc.constantFrom(
    '',
    '已辦理三場。',
    '【民政課】',
    ' 【 民政課】',
    '　【社會課】',
    '　　【秘書室】 ',
    '【1課】　',
    '---',
    '　縮排',
    '【附註】',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }).map(text => text.replace(/[\n\r]/g, '')),
);
const anyText = fc.array(anyLine, { maxLength: 5 }).map(lines => lines.join('\n'));
const anyParts = fc
  .uniqueArray(fc.constantFrom(...names), { minLength: 1 })
  .chain(units => fc.tuple(...units.map(unit => anyText.map(text => ({ unit, text })))));

describe('the texts of units that share a row', () => {
  test('come out of one cell as they went in', () => {
    fc.assert(
      fc.property(anyParts, parts => {
        const split = splitUnits(
          joinUnits(parts),
          parts.map(({ unit }) => unit),
        );
        expect([...split!]).toEqual(parts.map(({ unit, text }) => [unit, text]));
      }),
      { numRuns: 2000 },
    );
  });

  test('stand below a line each, blank ones too, so that everybody sees where to write', () => {
    const parts = [
      { unit: '民政課', text: '已辦理三場。' },
      { unit: '社會課', text: '' },
    ];
    expect(joinUnits(parts)).toBe('【民政課】\n已辦理三場。\n【社會課】');
    expect(joinUnits(parts.slice(0, 1))).toBe('已辦理三場。');
  });

  test('are found in another order and with blanks around the lines', () => {
    const split = splitUnits('\n【社會課】 \n乙\n【 民政課 】\n甲', ['民政課', '社會課']);
    expect([...split!]).toEqual([
      ['民政課', '甲'],
      ['社會課', '乙'],
    ]);
  });

  test.each([
    ['a line is gone', '【民政課】\n甲'],
    ['a line is there twice', '【民政課】\n甲\n【社會課】\n乙\n【民政課】\n丙'],
    ['something stands above', '另補充\n【民政課】\n甲\n【社會課】\n乙'],
    ['all lines are gone', '兩課均已辦理。'],
  ])('are left to a person where %s', (_, text) => {
    expect(splitUnits(text, ['民政課', '社會課'])).toBeNull();
  });
});

test('the result of several units is what all of them have, else work in progress', () => {
  const result = fc.option(fc.constantFrom(...results));
  fc.assert(
    fc.property(fc.array(result, { minLength: 1 }), list => {
      expect(joinResults(list)).toBe(new Set(list).size === 1 ? list[0] : 'ongoing');
    }),
  );
});
