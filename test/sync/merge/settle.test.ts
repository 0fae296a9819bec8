import { describe, expect, test } from 'vitest';
import { countsOf, settle, stillStanding, unsettled, writesOf } from '../../../sync/merge/index.ts';
import { answerOf, merge, type Sides } from './merges.ts';

const side = (rowId: string, ours: string, theirs: string, locked = false): Sides => ({
  rowId,
  base: answerOf({ narrative: '原' }),
  ours: answerOf({ narrative: ours }),
  theirs: answerOf({ narrative: theirs }),
  locked,
});

const conflict = side('r1', '甲', '乙');
const plain = side('r2', '原', '乙');
const locked = side('r3', '原', '乙', true);
const sides = [conflict, plain, locked];

describe('settling', () => {
  test('keeps what a field offers and refuses the rest, each with a reason', () => {
    const settled = settle(merge(sides), {
      'r1:narrative': 'theirs',
      'r2:narrative': 'ours',
      'r3:narrative': 'theirs',
      'r1:result': 'ours',
      'r9:narrative': 'ours',
    });
    expect(settled.decisions).toEqual({ 'r1:narrative': 'theirs', 'r2:narrative': 'ours' });
    expect(settled.issues.map(({ code, field }) => [code, field])).toEqual([
      ['form_decision_refused', 'r3:narrative'],
      ['form_decision_unknown', 'r1:result'],
      ['form_decision_unknown', 'r9:narrative'],
    ]);
  });

  test('waits for every conflict, locked ones included, and for nothing else', () => {
    const plan = merge(sides);
    expect(unsettled(plan, {})).toEqual(['r1:narrative', 'r3:narrative']);
    expect(unsettled(plan, { 'r1:narrative': 'theirs', 'r3:narrative': 'theirs' })).toEqual(['r3:narrative']);
    expect(unsettled(plan, { 'r1:narrative': 'theirs', 'r3:narrative': 'ours' })).toEqual([]);
  });

  test('writes as decided; a plain change can be turned down', () => {
    const plan = merge(sides);
    const written = (decisions: Parameters<typeof writesOf>[1]) => writesOf(plan, decisions).map(({ rowId }) => rowId);
    expect(written({})).toEqual(['r2']);
    expect(written({ 'r1:narrative': 'theirs' })).toEqual(['r1', 'r2']);
    expect(written({ 'r1:narrative': 'ours', 'r2:narrative': 'ours' })).toEqual([]);
    expect(written({ 'r3:narrative': 'theirs' })).toEqual(['r2']);
  });

  test('does not outlive what was seen: a decision falls when ours changed since', () => {
    const { decisions, seen } = settle(merge(sides), { 'r1:narrative': 'theirs' });
    expect(stillStanding(merge(sides), decisions, seen)).toEqual(decisions);
    const later = merge([side('r1', '丙', '乙'), plain, locked]);
    expect(stillStanding(later, decisions, seen)).toEqual({});
    expect(unsettled(later, stillStanding(later, decisions, seen))).toContain('r1:narrative');
  });

  test('counts what lists show', () => {
    const plan = merge([...sides, side('r4', '原', '原')], merge(sides).rows.length ? undefined : []);
    expect(countsOf(plan, { 'r1:narrative': 'ours' })).toEqual({
      rows: 4,
      changes: 1,
      conflicts: 2,
      unsettled: 1,
      notReturned: 0,
      strays: 0,
    });
  });
});
