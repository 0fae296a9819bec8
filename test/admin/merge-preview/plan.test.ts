import { describe, expect, test } from 'vitest';
import {
  bulk,
  countsOf,
  decideRow,
  fieldsIn,
  outcomeOf,
  placedAsGuessed,
  rowsIn,
  standing,
  waiting,
} from '../../../admin/merge-preview/plan.ts';
import { movedUnder, stillPossible, without } from '../../../admin/merge-preview/settling.ts';
import type { ChangePlan, FieldChange, RowChange } from '../../../sync/model/index.ts';

const field = (given: Partial<FieldChange> = {}): FieldChange => ({
  field: 'narrative',
  base: '原本',
  ours: '原本',
  theirs: '檔案',
  outcome: 'theirs',
  why: null,
  clearing: false,
  cell: 'H4',
  ...given,
});
const conflict = (given: Partial<FieldChange> = {}): FieldChange =>
  field({ ours: '系統', outcome: 'conflict', why: 'bothChanged', ...given });
const row = (rowId: string, fields: readonly FieldChange[], status: RowChange['status'] = 'matched'): RowChange => ({
  rowId,
  reportId: `report ${rowId}`,
  reportVersion: 1,
  status,
  matchedBy: 'id',
  sheet: '自行檢核表',
  row: 4,
  locked: false,
  fields: [...fields],
  copies: [],
});

const plan: ChangePlan = {
  rows: [
    row('a', [conflict(), field({ field: 'remarks' })]),
    row('b', [field({ field: 'result', outcome: 'conflict', why: 'invalid', theirs: '快好了' }), field()]),
    row('c', [field({ outcome: 'ours', theirs: '原本', ours: '系統' }), field({ field: 'remarks', outcome: 'same' })]),
    row('d', [], 'notReturned'),
    row('e', [], 'duplicated'),
  ],
  strays: [{ sheet: '自行檢核表', row: 90, text: '多的一列', values: {} }],
  issues: [],
};

describe('what there is to see', () => {
  test('is counted: conflicts and changes by field, the rest by row', () => {
    expect(countsOf(plan)).toEqual({
      attention: 4,
      conflicts: 2,
      changes: 2,
      guessed: 0,
      notReturned: 1,
      blocked: 1,
      strays: 1,
      unchanged: 1,
    });
  });

  test('shows each row where it belongs, with the fields that the view is about', () => {
    expect(rowsIn(plan, 'attention').map(({ rowId }) => rowId)).toEqual(['a', 'b']);
    expect(rowsIn(plan, 'unchanged').map(({ rowId }) => rowId)).toEqual(['c']);
    expect(fieldsIn(plan.rows[0]!, 'conflicts').map(one => one.field)).toEqual(['narrative']);
    expect(fieldsIn(plan.rows[0]!, 'changes').map(one => one.field)).toEqual(['remarks']);
    expect(fieldsIn(plan.rows[2]!, 'unchanged').map(one => one.outcome)).toEqual(['ours']);
  });
});

describe('rows that were recognised without their id', () => {
  const guess = (rowId: string, matchedBy: RowChange['matchedBy']): RowChange => ({
    ...row(rowId, [field()]),
    matchedBy,
  });
  const found: ChangePlan = {
    ...plan,
    rows: [guess('a', 'id'), guess('b', 'question'), guess('c', 'text'), guess('d', 'person')],
  };

  test('wait in a view of their own until a person has confirmed them', () => {
    expect(rowsIn(found, 'guessed').map(({ rowId }) => rowId)).toEqual(['b', 'c']);
    expect(countsOf(found).guessed).toBe(2);
  });

  test('are confirmed all at once, each by its place in the file', () => {
    const apart = found.rows.map((one, place) => ({ ...one, row: place + 4 }));
    expect(placedAsGuessed(apart)).toEqual({ '自行檢核表!5': 'b', '自行檢核表!6': 'c' });
  });
});

describe('deciding', () => {
  test('takes a plain change until it is turned down, and waits with a conflict', () => {
    expect(standing(field(), undefined)).toBe('theirs');
    expect(standing(field(), 'ours')).toBe('ours');
    expect(standing(conflict(), undefined)).toBeUndefined();
    expect(waiting(plan, { 'a:narrative': 'ours' })).toEqual(['b:result']);
  });

  test('tells what applying will write', () => {
    expect(outcomeOf(plan, { 'a:narrative': 'theirs', 'b:result': 'ours', 'b:narrative': 'ours' })).toEqual({
      fields: 2,
      rows: 1,
      keptOurs: 2,
    });
  });

  test('in bulk keeps ours where theirs may not be written, and counts what it overrules', () => {
    const scope = { outcome: 'conflict', field: 'all' } as const;
    expect(bulk(plan, { 'a:narrative': 'ours' }, scope, 'theirs')).toEqual({
      decisions: { 'a:narrative': 'theirs', 'b:result': 'ours' },
      impossible: 1,
      overruled: 1,
    });
    expect(bulk(plan, {}, { ...scope, field: 'result' }, 'ours').decisions).toEqual({ 'b:result': 'ours' });
  });

  test('by the keyboard settles the open conflicts of a row first, and nothing that cannot be', () => {
    expect(decideRow(plan.rows[0]!, {}, 'theirs')).toEqual({ 'a:narrative': 'theirs' });
    expect(decideRow(plan.rows[0]!, { 'a:narrative': 'ours' }, 'theirs')).toEqual({
      'a:narrative': 'theirs',
      'a:remarks': 'theirs',
    });
    expect(decideRow(plan.rows[1]!, {}, 'theirs', 'b:result')).toEqual({});
  });
});

describe('a preview that was made anew', () => {
  const later: ChangePlan = { ...plan, rows: [row('a', [conflict({ ours: '系統又改' })]), ...plan.rows.slice(1)] };

  test('drops decisions about fields that are gone or may not be taken', () => {
    const mine = { 'a:narrative': 'theirs', 'a:remarks': 'ours', 'b:result': 'theirs' } as const;
    expect(stillPossible(later, mine)).toEqual({ 'a:narrative': 'theirs' });
  });

  test('names the decisions whose ground moved', () => {
    expect(movedUnder(plan, later, ['a:narrative', 'b:narrative'])).toEqual(['a:narrative']);
  });

  test('keeps what was decided while the rest was on its way', () => {
    expect(
      without({ 'a:narrative': 'ours', 'b:narrative': 'ours' }, { 'a:narrative': 'theirs', 'b:narrative': 'ours' }),
    ).toEqual({ 'a:narrative': 'ours' });
  });
});
