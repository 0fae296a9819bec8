import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parcelsOf } from '../../../admin/collections/files/sending.ts';
import { namesOf, shownPlan } from '../../../admin/collections/files/shown-plan.ts';
import { asksOtherwise, standingAmong, standingOf } from '../../../admin/collections/files/standing.ts';
import { resultsIn } from '../../../admin/collections/statistics/statistics.ts';
import { outcomeOf, waiting } from '../../../admin/merge-preview/plan.ts';
import { type CollectionFileDetail, type FieldMerge, type RowMerge, say } from '../../../sync/model/index.ts';

describe('files on their way', () => {
  test('go in parcels that lose and repeat none, keep their order and are no bigger than they must be', () => {
    const sizes = fc.array(fc.record({ size: fc.nat(40 * 1024 * 1024) }), { maxLength: 120 });
    fc.assert(
      fc.property(sizes, files => {
        const parcels = parcelsOf(files);
        expect(parcels.flat()).toEqual(files);
        for (const parcel of parcels) {
          expect(parcel.length).toBeGreaterThan(0);
          expect(parcel.length).toBeLessThanOrEqual(20);
          const bytes = parcel.reduce((sum, { size }) => sum + size, 0);
          expect(parcel.length === 1 || bytes <= 24 * 1024 * 1024).toBe(true);
        }
      }),
    );
  });

  test('stand where the clerk has something to do with them', () => {
    const file = { state: 'read', recipientId: '甲', doubts: [] } as const;
    expect(standingOf({ ...file, doubts: [] })).toBe('clean');
    expect(standingOf({ ...file, doubts: ['strays'] })).toBe('doubtful');
    expect(standingOf({ ...file, recipientId: null, doubts: ['unrecognised'] })).toBe('unknown');
    expect(standingOf({ ...file, state: 'waiting', doubts: [] })).toBe('reading');
    expect(standingOf({ ...file, state: 'applied', doubts: ['strays'] })).toBe('applied');
  });

  test('asks other questions, which is no fault of reading it', () => {
    const problem = (code: 'collection_no_questions' | 'workbook_encrypted') =>
      ({ code, severity: 'error', message: say(code, 'zh-TW', { name: 'a.xlsx' }) }) as const;
    expect(asksOtherwise({ problem: problem('collection_no_questions') })).toBe(true);
    expect(asksOtherwise({ problem: problem('workbook_encrypted') })).toBe(false);
    expect(asksOtherwise({ problem: null })).toBe(false);
  });
});

describe('files beside each other', () => {
  const counts = { rows: 1, changes: 1, conflicts: 0, unsettled: 0, notReturned: 0, strays: 0, issues: 0 };
  const clean: Parameters<ReturnType<typeof standingAmong>>[0] = {
    id: 'a',
    state: 'read',
    recipientId: '甲',
    doubts: [],
    counts,
  };
  const other = { ...clean, id: 'b' };
  const owing = { id: '甲', fileId: null, stateReason: '' };
  const answered = { ...owing, fileId: 'z' };

  test('of one agency wait for a person, all of them, while the other agencies do not', () => {
    const third = { ...clean, id: 'c', recipientId: '乙' };
    const among = standingAmong([clean, other, third], [owing, { ...owing, id: '乙' }]);
    expect([clean, other, third].map(file => among(file))).toEqual(['rival', 'rival', 'clean']);
  });

  test('go in alone once the other is turned down, or what counted went back', () => {
    expect(standingAmong([clean, { ...other, state: 'rejected' }], [owing])(clean)).toBe('clean');
    expect(standingAmong([clean], [{ ...answered, stateReason: '請補數據' }])(clean)).toBe('clean');
  });

  test('that say otherwise than the one that counts wait, those that say the same do not', () => {
    expect(standingAmong([clean], [answered])(clean)).toBe('rival');
    expect(standingAmong([clean], [answered])({ ...clean, counts: { ...counts, changes: 0 } })).toBe('clean');
  });
});

const cells = { base: 'D5', ours: 'D5', theirs: 'D7' };
const field = (given: Partial<FieldMerge>): FieldMerge => ({
  field: 'narrative',
  base: null,
  ours: null,
  theirs: '已辦理',
  outcome: 'theirs',
  why: null,
  cells,
  ...given,
});
const merged = (row: number, given: Partial<RowMerge>): RowMerge => ({
  sheet: '檢核表',
  row,
  text: `第${row}列`,
  ours: { sheet: '檢核表', row },
  theirs: { sheet: '檢核表', row },
  presence: { ours: 'found', theirs: 'found' },
  fields: [],
  ...given,
});
const detail = (
  given: Partial<CollectionFileDetail['merge'] & object>,
): Pick<CollectionFileDetail, 'merge' | 'issues' | 'placements' | 'questions'> => ({
  merge: {
    files: { base: '', ours: '', theirs: '回復.xlsx' },
    rows: [],
    conflicts: [],
    strays: [],
    issues: [],
    ...given,
  },
  issues: [],
  placements: {},
  questions: [{ rowId: 'q5', sheet: '檢核表', row: 5, label: '1', text: '訂定手冊' }],
});

describe('the preview of a file', () => {
  test('keeps decisions by the places of its questions, and says what is cleared', () => {
    const file = detail({
      rows: [
        merged(5, {
          fields: [
            field({ outcome: 'conflict', why: 'bothChanged', ours: '本局更正' }),
            field({ field: 'selfScore', base: 8, ours: 8, theirs: null }),
          ],
        }),
        merged(6, { theirs: null, presence: { ours: 'found', theirs: 'missing' } }),
      ],
    });
    const plan = shownPlan(file)!;
    expect(waiting(plan, {})).toEqual(['檢核表!5:narrative']);
    expect(outcomeOf(plan, { '檢核表!5:narrative': 'theirs' })).toEqual({ fields: 2, rows: 1, keptOurs: 0 });
    expect(plan.rows[0]!.fields.map(({ clearing }) => clearing)).toEqual([false, true]);
    expect(plan.rows.map(({ status }) => status)).toEqual(['matched', 'notReturned']);
    expect(namesOf(file).get('檢核表!5')!.title).toBe('1　訂定手冊');
  });

  test('lists copies of a question with it, to be chosen from', () => {
    const stray = (row: number) => ({
      side: 'theirs' as const,
      sheet: '檢核表',
      row,
      text: '訂定手冊',
      values: { narrative: `說法${row}` },
      copyOf: { sheet: '檢核表', row: 5 },
      candidates: [],
    });
    const plan = shownPlan(
      detail({
        rows: [merged(5, { theirs: null, presence: { ours: 'found', theirs: 'copied' } })],
        strays: [stray(9), stray(12)],
      }),
    )!;
    expect(plan.rows[0]).toMatchObject({ status: 'duplicated' });
    expect(plan.rows[0]!.copies.map(({ row }) => row)).toEqual([9, 12]);
    expect(plan.strays.map(({ candidates }) => candidates)).toEqual([
      [{ rowId: '檢核表!5', score: 1 }],
      [{ rowId: '檢核表!5', score: 1 }],
    ]);
  });
});

describe('statistics', () => {
  test('name the results of the vocabulary first, the form’s own words next, blanks last', () => {
    const counts = [
      { '': 1, 部分符合: 2, done: 0 },
      { ongoing: 1, notDone: 3 },
    ];
    expect(resultsIn(counts)).toEqual(['ongoing', 'notDone', '部分符合', '']);
  });
});
