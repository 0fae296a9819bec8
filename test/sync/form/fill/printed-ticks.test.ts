import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { fillForm } from '../../../../sync/form/fill/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { RowFill } from '../../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';
import { workbookOf } from '../../sheet/packages.ts';
import { type FixtureForm, fileOf, formats, profileOf, tickForm, withCells } from './fixture-forms.ts';

/** What the four tick cells of a row print. */
const notations: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'a box before': ['□已完成', '□辦理中', '□未辦理', '□不適用'],
  'a box behind': ['已完成☐', '辦理中☐', '未辦理☐', '不適用☐'],
  brackets: ['（　）已完成', '（　）辦理中', '（　）未辦理', '（　）不適用'],
  circles: ['○ 已完成', '○ 辦理中', '○ 未辦理', '○ 不適用'],
  'the bare words': ['已完成', '辦理中', '未辦理', '不適用'],
  'two lines': ['□\n已完成', '□\n辦理中', '□\n未辦理', '□\n不適用'],
};
const choices = ['已完成', '辦理中', '未辦理', '不適用'] as const;
const columns = ['B', 'C', 'D', 'E'] as const;

const cellsOf = (row: number, texts: readonly string[]) =>
  Object.fromEntries(texts.map((text, i) => [`${columns[i]!}${row}`, text]));
const printing = (texts: readonly string[]): FixtureForm =>
  withCells(tickForm, { ...cellsOf(2, texts), ...cellsOf(3, texts), ...cellsOf(4, texts), ...cellsOf(5, texts) });

const opened = (bytes: Uint8Array): Workbook => workbookOf(readWorkbook(bytes, '表'));
const rowIn = (bytes: Uint8Array, row: number): readonly string[] =>
  columns.map((_, i) => opened(bytes).sheets[0]!.cell(row, i + 2)?.text ?? '');

function filled(bytes: Uint8Array, ...rows: readonly RowFill[]): Uint8Array {
  const result = fillForm(bytes, '表', profileOf(tickForm), { sheets: [{ name: '計畫', rows: [...rows] }] });
  if (!result.ok) throw new Error(result.issue.message);
  return result.bytes;
}

const answerIn = (bytes: Uint8Array, row: number) => {
  const { answers, issues } = readAnswers(opened(bytes), profileOf(tickForm));
  const answer = answers.sheets[0]?.rows.find(each => each.row === row);
  return { result: answer?.result ?? null, mark: answer?.mark ?? null, issues: issues.map(({ code }) => code) };
};

describe.each(formats)('tick columns that print their choices (%s)', format => {
  const file = (form: FixtureForm) => fileOf(form, format);

  it.each([
    ['a box before', ['□已完成', '■辦理中', '□未辦理', '□不適用'], '■'],
    ['a box behind', ['已完成☐', '辦理中☑', '未辦理☐', '不適用☐'], '☑'],
    ['brackets', ['（　）已完成', '（V）辦理中', '（　）未辦理', '（　）不適用'], '（V）'],
    ['circles', ['○ 已完成', '● 辦理中', '○ 未辦理', '○ 不適用'], '●'],
    ['the bare words', ['已完成', 'V辦理中', '未辦理', '不適用'], 'V'],
    ['two lines', ['□\n已完成', '■\n辦理中', '□\n未辦理', '□\n不適用'], '■'],
  ] as const)('are ticked where they stand, their words kept: %s', (name, expected, mark) => {
    const bytes = filled(file(printing(notations[name]!)), { row: 2, result: '辦理中' });
    expect(rowIn(bytes, 2)).toEqual(expected);
    expect(rowIn(bytes, 3)).toEqual(notations[name]);
    expect(answerIn(bytes, 2)).toEqual({ result: '辦理中', mark, issues: [] });
    expect(answerIn(bytes, 3)).toEqual({ result: null, mark: null, issues: [] });
  });

  it('are ticked as the rows above were', () => {
    const form = withCells(printing(notations['a box before']!), { C3: '☑辦理中' });
    expect(rowIn(filled(file(form), { row: 2, result: '已完成' }), 2)[0]).toBe('☑已完成');
    const bare = withCells(printing(notations['the bare words']!), { C3: '✓辦理中' });
    expect(rowIn(filled(file(bare), { row: 2, result: '已完成' }), 2)).toEqual([
      '✓已完成',
      '辦理中',
      '未辦理',
      '不適用',
    ]);
  });

  it('lose the tick that somebody put in the place of a box', () => {
    const form = withCells(printing(notations['a box before']!), { B2: 'V已完成' });
    expect(answerIn(file(form), 2)).toEqual({ result: '已完成', mark: 'V', issues: [] });
    expect(rowIn(filled(file(form), { row: 2, result: null }), 2)).toEqual(notations['a box before']);
  });

  it('are read although a tick was written over one of them', () => {
    const form = withCells(printing(notations['a box before']!), { C2: 'V' });
    expect(answerIn(file(form), 2)).toEqual({ result: '辦理中', mark: 'V', issues: [] });
    expect(rowIn(filled(file(form), { row: 2, result: '未辦理' }), 2).slice(2)).toEqual(['■未辦理', '□不適用']);
  });

  it('tell when several are ticked', () => {
    const form = withCells(printing(notations.brackets!), { B2: '（V）已完成', C2: '（V）辦理中' });
    expect(answerIn(file(form), 2)).toEqual({ result: null, mark: null, issues: ['answer_choice_several'] });
  });

  it('take what was given letter for letter where it says the choice too', () => {
    const bytes = file(printing(notations['a box before']!));
    const given = (literal: string) => rowIn(filled(bytes, { row: 2, result: '辦理中', cells: { C2: literal } }), 2)[1];
    expect([given('☑辦理中'), given('V'), given('□辦理中')]).toEqual(['☑辦理中', '■辦理中', '■辦理中']);
  });

  it('end as they would have been had the last answer been the only one', () => {
    const result = fc.constantFrom(...choices, null);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(notations)),
        fc.array(result, { maxLength: 3 }),
        result,
        (name, before, last) => {
          const template = file(printing(notations[name]!));
          const bytes = [...before, last].reduce((form, result) => filled(form, { row: 2, result }), template);
          expect(rowIn(bytes, 2)).toEqual(rowIn(filled(template, { row: 2, result: last }), 2));
          expect(answerIn(bytes, 2).result).toBe(last);
          expect(filled(bytes, { row: 2, result: last })).toBe(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a form whose tick columns print their choices', () => {
  it.each(Object.entries(notations))('is found to have them: %s', (_, texts) => {
    const head = ['項次', '工作要項', ...choices, '辦理情形', '備註'];
    const asked = ['盤點各單位的設備', '召開年度檢討會議', '公告服務的流程'];
    const rows = asked.map((text, i) => [`${i + 1}`, text, ...texts, null, null]);
    const { profile } = tickForm;
    const workbook = opened(fileOf({ name: '', grid: [head, ...rows], profile }, 'xlsx'));
    const [sheet] = profileForm(workbook).sheets;
    expect(sheet).toMatchObject({ choiceStyle: 'ticks', columns: { resultTicks: { 已完成: 'C', 不適用: 'F' } } });
    expect(sheet!.rows.map(row => row.row)).toEqual([2, 3, 4]);
  });
});
