import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameText } from '../../../sync/form/index.ts';
import { mergeForm, unsettled, writesOf } from '../../../sync/merge/index.ts';
import { changePlan, type FieldChange } from '../../../sync/model/index.ts';
import {
  answerOf,
  anyAnswer,
  anySides,
  baseOf,
  cellOf,
  formId,
  merge,
  oursOf,
  returnedForm,
  returnedRow,
  rowsOf,
  type Sides,
} from './merges.ts';

const narrative = (base: string, ours: string, theirs: string, locked = false): FieldChange => {
  const side = (text: string) => answerOf({ narrative: text });
  const plan = merge([{ rowId: 'r1', base: side(base), ours: side(ours), theirs: side(theirs), locked }]);
  return plan.rows[0]!.fields.find(({ field }) => field === 'narrative')!;
};

describe('one field', () => {
  test.each([
    ['a', 'a', 'a', 'same', null],
    ['a', 'b', 'a', 'ours', null],
    ['a', 'a', 'b', 'theirs', null],
    ['a', 'b', 'b', 'equal', null],
    ['a', 'b', 'c', 'conflict', 'bothChanged'],
    ['', '', 'b', 'theirs', null],
    ['', 'b', '', 'ours', null],
    ['a', '', 'b', 'conflict', 'bothChanged'],
  ] as const)('base %j, ours %j, theirs %j: %s', (base, ours, theirs, outcome, why) => {
    expect(narrative(base, ours, theirs)).toMatchObject({
      base,
      ours,
      theirs,
      outcome,
      why,
      clearing: false,
      cell: 'H6',
    });
  });

  test.each([
    ['a', 'a', 'same', null],
    ['a', 'b', 'conflict', 'locked'],
    ['c', 'b', 'conflict', 'locked'],
    ['b', 'b', 'equal', null],
  ] as const)('of an accepted report: ours %j, theirs %j: %s', (ours, theirs, outcome, why) => {
    expect(narrative('a', ours, theirs, true)).toMatchObject({ outcome, why });
  });

  test('blanked by them is shown as a clearing, blank from the start is not', () => {
    expect(narrative('a', 'a', '  ')).toMatchObject({ outcome: 'theirs', theirs: '', clearing: true });
    expect(narrative('a', 'b', '')).toMatchObject({ outcome: 'conflict', clearing: true });
    expect(narrative('', 'b', '')).toMatchObject({ outcome: 'ours', clearing: false });
    expect(narrative('a', '', '')).toMatchObject({ outcome: 'equal', clearing: false });
  });

  test('is not changed by line ends and blanks that programs add', () => {
    expect(narrative('一\n二', '一\n二', '一  \r\n二\r\n')).toMatchObject({ outcome: 'same', theirs: '一\n二' });
    expect(narrative('一', '一\n二', '一\r\n二 ')).toMatchObject({ outcome: 'equal' });
    expect(narrative('一', '一', '　一')).toMatchObject({ outcome: 'theirs', theirs: '　一' });
    expect(narrative('一', '一', '二\r\n三 ')).toMatchObject({ outcome: 'theirs', theirs: '二\n三' });
  });
});

describe('a result', () => {
  const sides: readonly Sides[] = [
    { rowId: 'r1', base: answerOf({ result: 'ongoing' }), ours: answerOf({ result: 'ongoing' }), theirs: answerOf() },
  ];
  const merged = (text: string) => {
    const row = returnedRow('r1', answerOf(), 6);
    return merge(sides, [{ ...row, cells: { ...row.cells, result: cellOf('G6', text) } }]);
  };

  test('in another spelling is the same result', () => {
    expect(merged('執行中').rows[0]!.fields[0]).toMatchObject({ outcome: 'same', theirs: 'ongoing' });
    expect(merged('✔').rows[0]!.fields[0]).toMatchObject({ outcome: 'theirs', theirs: 'done' });
  });

  test('in an unknown word is an invalid conflict with an issue, never dropped', () => {
    const plan = merged('差不多了');
    expect(plan.rows[0]!.fields[0]).toMatchObject({ outcome: 'conflict', why: 'invalid', theirs: '差不多了' });
    expect(plan.issues).toMatchObject([
      { code: 'form_result_unknown', sheet: '自行檢核表', row: 6, column: 'G', field: 'result' },
    ]);
    expect(plan.issues[0]!.message).toContain('差不多了');
  });

  test('blanked is a clearing', () => {
    expect(merged('').rows[0]!.fields[0]).toMatchObject({ outcome: 'theirs', theirs: null, clearing: true });
  });
});

describe('a cell that cannot be taken as it stands', () => {
  const sides: readonly Sides[] = [{ rowId: 'r1', base: answerOf(), ours: answerOf(), theirs: answerOf() }];
  const withNarrative = (cell: Parameters<typeof cellOf>[2], text: string) => {
    const row = returnedRow('r1', answerOf(), 6);
    return merge(sides, [{ ...row, cells: { ...row.cells, narrative: cellOf('H6', text, cell) } }]).rows[0]!.fields[1];
  };

  test('is doubtful when it is a formula or merged, unless it says what stands there already', () => {
    expect(withNarrative({ formula: 'A1', doubt: 'formula' }, '算出來的')).toMatchObject({
      outcome: 'conflict',
      why: 'doubtful',
    });
    expect(withNarrative({ doubt: 'merged' }, '合併')).toMatchObject({ outcome: 'conflict', why: 'doubtful' });
    expect(withNarrative({ formula: 'A1', doubt: 'formula' }, '')).toMatchObject({ outcome: 'same' });
  });

  test('is invalid when it is an error, or longer than a report takes', () => {
    expect(withNarrative({ doubt: 'error' }, '#REF!')).toMatchObject({ outcome: 'conflict', why: 'invalid' });
    expect(withNarrative({}, '長'.repeat(20_001))).toMatchObject({ outcome: 'conflict', why: 'invalid' });
    expect(withNarrative({}, '長'.repeat(20_000))).toMatchObject({ outcome: 'theirs' });
  });

  test('gives no field where its column is missing', () => {
    const row = returnedRow('r1', answerOf(), 6);
    const plan = merge(sides, [{ ...row, cells: { ...row.cells, remarks: null } }]);
    expect(plan.rows[0]!.fields.map(({ field }) => field)).toEqual(['result', 'narrative']);
  });
});

describe('a row', () => {
  const side = (rowId: string): Sides => ({
    rowId,
    base: answerOf({ narrative: '原文' }),
    ours: answerOf({ narrative: '原文' }),
    theirs: answerOf({ narrative: '改過' }),
  });
  const sides = [side('r1'), side('r2')];

  test('that is missing was not returned, which deletes nothing', () => {
    const plan = merge(sides, [returnedRow('r2', answerOf({ narrative: '改過' }), 7)]);
    expect(plan.rows[0]).toMatchObject({ rowId: 'r1', status: 'notReturned', fields: [], sheet: null, row: null });
    expect(writesOf(plan, {}).map(({ rowId }) => rowId)).toEqual(['r2']);
  });

  test('that stands twice is blocked, with both of its versions at hand', () => {
    const plan = merge(sides, [...rowsOf(sides), returnedRow('r1', answerOf({ narrative: '另一版' }), 9)]);
    expect(plan.rows[0]).toMatchObject({ status: 'duplicated', fields: [], reportVersion: 3 });
    expect(plan.rows[0]!.copies.map(copy => [copy.row, copy.values.辦理情形])).toEqual([
      [6, '改過'],
      [9, '另一版'],
    ]);
    expect(writesOf(plan, { 'r1:narrative': 'theirs' }).map(({ rowId }) => rowId)).toEqual(['r2']);
  });

  test('whose id contradicts its question is blocked', () => {
    const plan = merge(sides, [returnedRow('r1', answerOf({ narrative: '改過' }), 6, { mismatched: true })]);
    expect(plan.rows[0]).toMatchObject({ status: 'mismatched', fields: [] });
    expect(plan.rows[0]!.copies).toMatchObject([{ row: 6, values: { 辦理情形: '改過' } }]);
  });

  test('of another form is a stray with an issue', () => {
    const plan = merge(sides, [returnedRow('x9', answerOf({ narrative: '外來' }), 6)]);
    expect(plan.strays).toMatchObject([{ sheet: '自行檢核表', row: 6, text: '題目 x9', values: { 辦理情形: '外來' } }]);
    expect(plan.issues).toMatchObject([{ code: 'form_row_unknown', sheet: '自行檢核表', row: 6 }]);
  });

  test('whose report is gone is a stray with an issue', () => {
    const plan = mergeForm({
      formId,
      base: baseOf(sides),
      ours: oursOf(sides.slice(1)),
      returned: returnedForm(rowsOf(sides)),
    });
    expect(plan.rows.map(({ rowId }) => rowId)).toEqual(['r2']);
    expect(plan.strays).toMatchObject([{ values: { 辦理情形: '改過' } }]);
    expect(plan.issues).toMatchObject([{ code: 'form_row_gone' }]);
  });

  test('matched by its question says so', () => {
    const plan = merge(sides, [returnedRow('r1', answerOf({ narrative: '改過' }), 6, { matchedBy: 'question' })]);
    expect(plan.rows[0]).toMatchObject({ status: 'matched', matchedBy: 'question' });
  });

  test('keeps what reading it found, and a file of another form is told', () => {
    const found = { code: 'form_manifest_lost', severity: 'info', message: '…' } as const;
    const strays = [{ sheet: 's', row: 4, text: '新增', values: {} }];
    const plan = mergeForm({
      formId,
      base: baseOf(sides),
      ours: oursOf(sides),
      returned: returnedForm(rowsOf(sides), { formId: 'form-2', issues: [found], strays }),
    });
    expect(plan.strays).toEqual(strays);
    expect(plan.issues.map(({ code }) => code)).toEqual(['form_id_other', 'form_manifest_lost']);
  });
});

describe('merging', () => {
  test('a form with itself changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 6 }), answers => {
        const plan = merge(
          answers.map((answer, i) => ({ rowId: `r${i}`, base: answer, ours: answer, theirs: answer })),
        );
        expect(plan.rows.flatMap(row => row.fields).every(({ outcome }) => outcome === 'same')).toBe(true);
        expect(writesOf(plan, {})).toEqual([]);
        expect(plan.strays).toEqual([]);
        expect(plan.issues).toEqual([]);
      }),
    );
  });

  test('is symmetric: swapping the sides swaps the outcomes', () => {
    const swapped = { same: 'same', ours: 'theirs', theirs: 'ours', equal: 'equal', conflict: 'conflict' } as const;
    fc.assert(
      fc.property(anySides, all => {
        const sides = all.map(side => ({ ...side, locked: false }));
        const outcomes = (from: readonly Sides[]) =>
          merge(from).rows.flatMap(row => row.fields.map(({ outcome }) => outcome));
        const mirrored = sides.map(side => ({ ...side, ours: side.theirs, theirs: side.ours }));
        expect(outcomes(mirrored)).toEqual(outcomes(sides).map(outcome => swapped[outcome]));
      }),
    );
  });

  test('loses no edit: it is written, already there, or waits for a person', () => {
    fc.assert(
      fc.property(anySides, sides => {
        const plan = merge(sides);
        const writes = new Map(writesOf(plan, {}).map(write => [write.rowId, write.set]));
        const open = new Set(unsettled(plan, {}));
        for (const { rowId, base, ours, theirs } of sides) {
          for (const field of ['result', 'narrative', 'remarks'] as const) {
            const same = (a: string | null, b: string | null) =>
              a === b || (field !== 'result' && sameText(a ?? '', b ?? ''));
            if (same(theirs[field], base[field]) || same(theirs[field], ours[field])) continue;
            const written = writes.get(rowId);
            const isWritten = written !== undefined && field in written && same(written[field] ?? null, theirs[field]);
            expect(isWritten || open.has(`${rowId}:${field}`)).toBe(true);
          }
        }
      }),
    );
  });

  test('gives a plan that survives storing', () => {
    fc.assert(
      fc.property(anySides, sides => {
        const plan = merge(sides, [...rowsOf(sides), returnedRow('x', answerOf({ narrative: '外來' }), 99)]);
        expect(changePlan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
      }),
    );
  });
});

describe('fields that belong together', () => {
  const together = [['result', 'narrative'] as const];
  const mergeTogether = (sides: readonly Sides[]) =>
    mergeForm({ formId, base: baseOf(sides), ours: oursOf(sides), returned: returnedForm(rowsOf(sides)), together });
  const verdicts = (sides: readonly Sides[]) =>
    mergeTogether(sides).rows.flatMap(row => row.fields.map(({ field, outcome, why }) => [field, outcome, why]));

  test('conflict as one where each side changed one of them', () => {
    const side = { rowId: 'r1', base: answerOf(), ours: answerOf({ result: 'done' }) };
    expect(verdicts([{ ...side, theirs: answerOf({ narrative: '尚未辦理', remarks: '註' }) }])).toEqual([
      ['result', 'conflict', 'together'],
      ['narrative', 'conflict', 'together'],
      ['remarks', 'theirs', null],
    ]);
  });

  test('are taken as they come where one side alone changed them', () => {
    const side = { rowId: 'r1', base: answerOf(), ours: answerOf({ remarks: '註' }) };
    expect(verdicts([{ ...side, theirs: answerOf({ result: 'done', narrative: '已辦理' }) }])).toEqual([
      ['result', 'theirs', null],
      ['narrative', 'theirs', null],
      ['remarks', 'ours', null],
    ]);
  });

  test('are never taken from both sides at once', () => {
    fc.assert(
      fc.property(anySides, fc.constantFrom('ours', 'theirs'), (sides, choice) => {
        const plan = mergeTogether(sides);
        const open = unsettled(plan, {}).filter(key => /:(result|narrative)$/.test(key));
        for (const { rowId, fields } of plan.rows) {
          const pair = fields.filter(({ field }) => field !== 'remarks');
          const outcomes = new Set(pair.map(({ outcome }) => outcome));
          expect(outcomes.has('ours') && outcomes.has('theirs')).toBe(false);
          const mixed = pair.some(({ why }) => why === 'bothChanged' || why === 'together');
          const loose = pair.filter(({ outcome }) => outcome === 'ours' || outcome === 'theirs');
          if (mixed) expect(loose).toEqual([]);
          expect(open.some(key => key.startsWith(`${rowId}:`)) || !mixed).toBe(true);
        }
        const decisions = Object.fromEntries(open.map(key => [key, choice]));
        expect(writesOf(plan, decisions).length).toBeLessThanOrEqual(plan.rows.length);
      }),
    );
  });
});
