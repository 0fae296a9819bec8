import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyWrites, undoNow, undoOf, writesOf } from '../../../sync/merge/index.ts';
import { type Answer, answerWrite, type Decisions } from '../../../sync/model/index.ts';
import { answerOf, anySides, merge, oursOf, type Sides } from './merges.ts';

const answers = (sides: readonly Sides[]): ReadonlyMap<string, Answer> =>
  new Map(sides.map(({ rowId, ours }) => [rowId, ours]));

const anyDecisions: fc.Arbitrary<Decisions> = fc.dictionary(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('result', 'narrative', 'remarks'))
    .map(([row, field]) => `r${row}:${field}`),
  fc.constantFrom('ours', 'theirs'),
);

describe('writes', () => {
  test('name report, version, new and former values', () => {
    const sides: readonly Sides[] = [
      {
        rowId: 'r1',
        base: answerOf({ narrative: '原', remarks: '註' }),
        ours: answerOf({ narrative: '原', remarks: '註' }),
        theirs: answerOf({ narrative: '改', remarks: '', result: 'done' }),
      },
    ];
    expect(writesOf(merge(sides), {})).toEqual([
      {
        rowId: 'r1',
        reportId: 'report-r1',
        reportVersion: 3,
        set: { narrative: '改', remarks: '', result: 'done' },
        before: { narrative: '原', remarks: '註', result: null },
      },
    ]);
  });

  test('never touch a locked row, whatever was decided', () => {
    fc.assert(
      fc.property(anySides, anyDecisions, (sides, decisions) => {
        const locked = new Set(sides.filter(side => side.locked).map(({ rowId }) => rowId));
        expect(writesOf(merge(sides), decisions).filter(({ rowId }) => locked.has(rowId))).toEqual([]);
      }),
    );
  });

  test('never touch a locked row even in a plan that was tampered with', () => {
    const side = { rowId: 'r1', base: answerOf(), ours: answerOf(), theirs: answerOf({ narrative: '改' }) };
    const [row] = merge([side]).rows;
    expect(writesOf({ rows: [{ ...row!, locked: true }], strays: [], issues: [] }, {})).toEqual([]);
  });

  test('never touch what only we changed', () => {
    fc.assert(
      fc.property(anySides, anyDecisions, (sides, decisions) => {
        const plan = merge(sides);
        const after = applyWrites(answers(sides), writesOf(plan, decisions));
        for (const row of plan.rows)
          for (const { field, outcome, ours } of row.fields)
            if (outcome === 'ours') expect(after.get(row.rowId)![field]).toBe(ours);
      }),
    );
  });

  test('are done once: merging the same file again finds nothing more to write', () => {
    fc.assert(
      fc.property(anySides, anyDecisions, (sides, decisions) => {
        const after = applyWrites(answers(sides), writesOf(merge(sides), decisions));
        const again = merge(sides.map(side => ({ ...side, ours: after.get(side.rowId)! })));
        const settledAs = (key: string) => decisions[key];
        const left = writesOf(again, {}).flatMap(({ rowId, set }) =>
          Object.keys(set).map(field => `${rowId}:${field}`),
        );
        expect(left.filter(key => settledAs(key) !== 'ours')).toEqual([]);
      }),
    );
  });

  test('and undo together are nothing', () => {
    fc.assert(
      fc.property(anySides, anyDecisions, (sides, decisions) => {
        const before = answers(sides);
        const writes = writesOf(merge(sides), decisions);
        const after = applyWrites(before, writes);
        expect(applyWrites(after, undoOf(writes))).toEqual(before);
        expect(undoOf(undoOf(writes)).map(({ set }) => set)).toEqual(writes.map(({ set }) => set));
      }),
    );
  });

  test('survive storing', () => {
    fc.assert(
      fc.property(anySides, anyDecisions, (sides, decisions) => {
        for (const write of writesOf(merge(sides), decisions))
          expect(answerWrite.parse(JSON.parse(JSON.stringify(write)))).toEqual(write);
      }),
    );
  });
});

describe('undoing later', () => {
  const sides: readonly Sides[] = ['r1', 'r2', 'r3'].map(rowId => ({
    rowId,
    base: answerOf(),
    ours: answerOf(),
    theirs: answerOf({ narrative: '改', result: 'done' }),
  }));
  const writes = writesOf(merge(sides), {});

  test('takes back what still says what was written, on the present versions', () => {
    const now = oursOf(sides.map(side => ({ ...side, ours: side.theirs })));
    const undo = undoNow(writes, new Map([...now].map(([rowId, row]) => [rowId, { ...row, version: 8 }])));
    expect(undo.kept).toEqual([]);
    expect(undo.writes[0]).toEqual({
      rowId: 'r1',
      reportId: 'report-r1',
      reportVersion: 8,
      set: { narrative: '', result: null },
      before: { narrative: '改', result: 'done' },
    });
  });

  test('keeps what somebody changed since, and accepted or vanished reports', () => {
    const now = new Map([
      ['r1', { answer: answerOf({ narrative: '又改', result: 'done' as const }), version: 5, locked: false }],
      ['r2', { answer: answerOf({ narrative: '改', result: 'done' as const }), version: 5, locked: true }],
    ]);
    const undo = undoNow(writes, now);
    expect(undo.writes).toMatchObject([{ rowId: 'r1', set: { result: null } }]);
    expect(undo.writes[0]!.set).not.toHaveProperty('narrative');
    expect(undo.kept).toEqual([
      { rowId: 'r1', reportId: 'report-r1', fields: ['narrative'] },
      { rowId: 'r2', reportId: 'report-r2', fields: ['result', 'narrative'] },
      { rowId: 'r3', reportId: 'report-r3', fields: ['result', 'narrative'] },
    ]);
  });
});
