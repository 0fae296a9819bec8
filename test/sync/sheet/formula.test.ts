import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cells, evaluateFormula, parseFormula, type Value } from '../../../sync/sheet/formula/index.ts';

const values: Readonly<Record<string, Value>> = { A1: '已完成', A2: 85, A3: null, $B$1: true, '其他!C1': 7 };
const range: readonly Exclude<Value, null>[] = ['已完成', '辦理中', 85, 'ok', 'OK'];
const cells: Cells = {
  valueOf: ({ sheet, name }) => values[sheet === null ? name : `${sheet}!${name}`],
  valuesOf: ({ name }) => (name.includes(':') || name === '選項' ? range : undefined),
};
const result = (formula: string): Value | undefined => {
  const parsed = parseFormula(formula);
  return parsed ? evaluateFormula(parsed, cells) : undefined;
};

describe('a formula', () => {
  it.each<readonly [string, Value]>([
    ['1+2*3-4/2', 5],
    ['-(1+2)', -3],
    ['=A2>=60', true],
    ['50%', 0.5],
    ['A1="已完成"', true],
    ['"a"="A"', true],
    ['A1&"！"', '已完成！'],
    ['"說""好"""', '說"好"'],
    ['AND(A2>=0,A2<=100,LEN(A1)<=5)', true],
    ['OR(A1="否",A1="無")', false],
    ['NOT($B$1)', false],
    ['IF(A1="已完成",A2=100,TRUE)', false],
    ['LEN(TRIM("  五 個 "))', 3],
    ['EXACT("a","A")', false],
    ['LEFT(A1,2)&RIGHT(A1)', '已完成'],
    ['ISNUMBER(A2)', true],
    ['ISTEXT(A2)', false],
    ['ISBLANK(A3)', true],
    ['MOD(A2,2)=1', true],
    ['INT(-1.5)', -2],
    ['SUM(A1:B9,5)', 90],
    ['MAX(A1:B9)-MIN(A1:B9)', 0],
    ['COUNTIF(A1:B9,"已完成")', 1],
    ['COUNTIF(選項,"OK")', 2],
    ['COUNTIF($A$1:$B$9,">60")', 1],
    ['COUNTIF(A1:B9,"<>OK")', 3],
    ["'其他'!C1+其他!C1", 14],
    ['1<"1"', true],
  ])('%s gives %s', (formula, expected) => {
    expect(result(formula)).toBe(expected);
  });

  it.each([
    'INDIRECT("A1")=1',
    'TODAY()>A2',
    'C9',
    'A1+1',
    '1/0',
    'COUNTIF(A1:B9,"已*")',
    'VLOOKUP(A1,A1:B9,2)',
    'AND("x")',
    '1+',
    '(1',
    '{1,2}',
    'A1 A2',
    '#REF!',
    '"open',
    '',
    `${'('.repeat(500)}1${')'.repeat(500)}`,
    '1+'.repeat(5000),
  ])('%s cannot be worked out', formula => {
    expect(result(formula)).toBeUndefined();
  });

  it('never fails, whatever it says', () => {
    const piece = fc.constantFrom(
      'A1',
      'B2:C3',
      '(',
      ')',
      ',',
      '"x"',
      '1',
      '+',
      '=',
      'LEN(',
      'AND(',
      '%',
      '&',
      ' ',
      '!',
      "'",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map(pieces => pieces.join('')),
        formula => void result(formula),
      ),
    );
  });
});
