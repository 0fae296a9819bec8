import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formOf, readForm, readNumber } from '../../../admin/reports/writing/form.ts';
import { type ReportAnswers, results } from '../../../sync/model/index.ts';

const percent = fc.option(fc.integer({ min: 0, max: 100 }));
const text = fc.string({ maxLength: 40 });
const trimmed = (max: number) => fc.string({ maxLength: max }).map(s => s.trim());
const anyAnswers: fc.Arbitrary<ReportAnswers> = fc.record({
  result: fc.option(fc.constantFrom(...results)),
  narrative: text,
  figures: fc.array(
    fc.record({
      name: trimmed(20).filter(name => name !== ''),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
      unit: trimmed(10),
    }),
    { maxLength: 4 },
  ),
  plannedProgress: percent,
  actualProgress: percent,
  delayCause: text,
  remedy: text,
  remarks: text,
});

test('answers put into the form are read back as they were', () => {
  fc.assert(
    fc.property(anyAnswers, answers => {
      expect(readForm(formOf(answers))).toEqual({ answers, unfinished: [] });
    }),
  );
});

describe('a number is read as people type it', () => {
  test.each([
    ['1,234', 1234],
    ['１２．５', 12.5],
    [' 30 ', 30],
    ['-2', -2],
  ])('%s', (typed, number) => expect(readNumber(typed)).toBe(number));

  test.each(['', '三', '12件', '1.2.3'])('“%s” is none', typed => expect(readNumber(typed)).toBeUndefined());
});

describe('what is not finished is told and not sent', () => {
  const blank = formOf({
    result: null,
    narrative: '',
    figures: [],
    plannedProgress: null,
    actualProgress: null,
    delayCause: '',
    remedy: '',
    remarks: '',
  });

  test('a figure without a number, while the others go', () => {
    const { answers, unfinished } = readForm({
      ...blank,
      narrative: '已辦理',
      figures: [{ name: '場次', value: '', unit: '場' }],
    });
    expect(unfinished).toEqual(['figures']);
    expect(answers).toMatchObject({ narrative: '已辦理' });
    expect(answers).not.toHaveProperty('figures');
  });

  test('a row with nothing in it is no figure', () => {
    expect(readForm({ ...blank, figures: [{ name: ' ', value: '', unit: '' }] })).toMatchObject({
      answers: { figures: [] },
      unfinished: [],
    });
  });

  test.each(['101', '-1', '半', '12.5'])('progress of “%s”', actualProgress => {
    expect(readForm({ ...blank, actualProgress }).unfinished).toEqual(['actualProgress']);
  });
});
