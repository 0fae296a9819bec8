import { describe, expect, it } from 'vitest';
import { type CellPatch, type PatchValue, patchWorkbook } from '../../../sync/sheet/index.ts';
import { cell, odsFile, rowOf } from './ods-files.ts';
import { workbookFile, worksheet } from './packages.ts';
import { date, number, outcomes, patchesOf, text } from './patches.ts';

const met = 'written';
const [broken, wrong, long] = ['cell_rule_not_met', 'cell_number_not_allowed', 'cell_length_not_allowed'].map(
  code => `refused ${code}`,
);
const unchecked = 'written cell_rule_unchecked';

interface Rule {
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
}

/**
 * Row 1: A the full marks (10), B a day (114.06.30 as a number), C a calculated cell, D blank; E1:E3 the choices. The rule holds
 * for column F from its first row on.
 */
function xlsx({ type, operator = 'between', formulas }: Rule): Uint8Array {
  const inline = (address: string, value: string): string =>
    `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [
    `<row r="1"><c r="A1"><v>10</v></c><c r="B1"><v>45838</v></c><c r="C1"><f>A1*2</f><v>20</v></c>${inline('E1', '是')}</row>`,
    `<row r="2"><c r="A2"><v>20</v></c>${inline('E2', '否')}</row><row r="3">${inline('E3', '部分')}</row>`,
  ];
  const escaped = formulas.map(formula => formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return workbookFile(
    worksheet(
      rows.join(''),
      `<dataValidations><dataValidation type="${type}" operator="${operator}" sqref="F1:F9">${escaped
        .map((formula, i) => `<formula${i + 1}>${formula}</formula${i + 1}>`)
        .join('')}</dataValidation></dataValidations>`,
    ),
  );
}

const verdict = (rule: Rule, values: Readonly<Record<string, PatchValue>>): readonly string[] => {
  const patched = patchWorkbook(xlsx(rule), 'x.xlsx', patchesOf(values));
  if (!patched.ok) throw new Error(patched.issue.message);
  return outcomes(patched);
};

describe('a rule for cells', () => {
  it.each<readonly [string, Rule, Readonly<Record<string, PatchValue>>, readonly (string | undefined)[]]>([
    [
      'a limit from a cell beside it, row by row',
      { type: 'decimal', operator: 'lessThanOrEqual', formulas: ['A1'] },
      { F1: number(10), F2: number(11) },
      [met, met],
    ],
    [
      'the same, fixed',
      { type: 'decimal', operator: 'lessThanOrEqual', formulas: ['$A$1'] },
      { F1: number(10), F2: number(11) },
      [met, wrong],
    ],
    [
      'limits that are worked out',
      { type: 'whole', formulas: ['0', '$A$1*2-1'] },
      { F1: number(19), F2: number(20) },
      [met, wrong],
    ],
    [
      'a day from a cell',
      { type: 'date', operator: 'lessThanOrEqual', formulas: ['$B$1'] },
      { F1: date('2025-06-30'), F2: date('2025-07-01') },
      [met, wrong],
    ],
    [
      'a length from a cell',
      { type: 'textLength', operator: 'lessThan', formulas: ['$A$1'] },
      { F1: text('九個字'), F2: text('超過十個字的一段文字') },
      [met, long],
    ],
    [
      'a condition on itself',
      { type: 'custom', formulas: ['AND(LEN(F1)<=4,F1<>"無")'] },
      { F1: text('四個字呢'), F2: text('無'), F3: text('五個字以上') },
      [met, broken, broken],
    ],
    [
      'one of a list',
      { type: 'custom', formulas: ['COUNTIF($E$1:$E$3,F1)>0'] },
      { F1: text('部分'), F2: text('其他') },
      [met, broken],
    ],
    [
      'no value twice, of those that are written with it',
      { type: 'custom', formulas: ['COUNTIF($F$1:$F$9,F1)=1'] },
      { F1: text('甲'), F2: text('乙'), F3: text('甲') },
      [broken, met, broken],
    ],
    [
      'a condition on a cell that is written with it',
      { type: 'custom', formulas: ['OR(E1="否",LEN(F1)>2)'] },
      { E1: text('否'), F1: text('短'), F3: text('短') },
      [met, met, broken],
    ],
    [
      'what another formula gives',
      { type: 'decimal', operator: 'lessThan', formulas: ['$C$1'] },
      { F1: number(1) },
      [unchecked],
    ],
    ['a blank cell', { type: 'decimal', operator: 'lessThan', formulas: ['$D$1'] }, { F1: number(1) }, [unchecked]],
    ['the day it is', { type: 'custom', formulas: ['F1<=TODAY()'] }, { F1: date('2025-06-30') }, [unchecked]],
    ['a list that is looked up', { type: 'list', formulas: ['INDIRECT($E$1)'] }, { F1: text('是') }, [unchecked]],
    [
      'half a rule that is broken all the same',
      { type: 'whole', formulas: ['5', '$C$1'] },
      { F1: number(4), F2: number(6) },
      [wrong, unchecked],
    ],
  ])('may ask for %s', (_, rule, values, expected) => {
    expect(verdict(rule, values)).toEqual(expected);
  });

  it('is named where it could not be checked', () => {
    const patched = patchWorkbook(
      xlsx({ type: 'custom', formulas: ['F1<TODAY()'] }),
      'x.xlsx',
      patchesOf({ F1: number(1) }),
    );
    expect(patched.ok && patched.cells[0]!.issue).toMatchObject({
      severity: 'warning',
      params: { allowed: 'F1<TODAY()' },
    });
  });

  it('counts in OpenDocument too, seen from its own base cell', () => {
    const valid = (condition: string): string =>
      `<table:content-validations><table:content-validation table:name="v" table:condition="${condition}" table:base-cell-address="計畫.B1"/></table:content-validations>`;
    const named = '<table:table-cell table:content-validation-name="v"/>';
    const rows = ['10', '20'].map(value =>
      rowOf(
        `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`,
        named,
        cell('是'),
      ),
    );
    const verdictOf = (condition: string, patches: readonly CellPatch[]): readonly string[] => {
      const patched = patchWorkbook(odsFile(rows.join(''), { before: valid(condition) }), 'x.ods', patches);
      if (!patched.ok) throw new Error(patched.issue.message);
      return outcomes(patched);
    };
    const both = patchesOf({ B1: number(11), B2: number(11) });
    const beside = 'of:cell-content-is-decimal-number() and cell-content()&lt;=[.A1]';
    expect(verdictOf(beside, both)).toEqual([wrong, met]);
    expect(verdictOf('of:is-true-formula(LEN([.B1])&lt;=[.$A$1]-9)', both)).toEqual([broken, broken]);
    expect(verdictOf('of:is-true-formula(TODAY()&gt;[.B1])', both)).toEqual([unchecked, unchecked]);
  });
});
