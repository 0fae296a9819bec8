import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  onSheet,
  type SheetChange,
  setAsks,
  setColumn,
  setHeaderRows,
  setIsForm,
  setNamedCell,
  setSignOff,
} from '../../../admin/templates/corrections/correct.ts';
import { doubtsOf } from '../../../admin/templates/corrections/doubts.ts';
import { countOf, saidOf } from '../../../admin/templates/corrections/said.ts';
import { type ProfileCorrection, profileCorrection } from '../../../sync/model/index.ts';
import { profile, ticked } from './profiles.ts';

const sheet = '檢核表';
const understood = (of = profile()) => ({ profile: of, titleOf: (column: string) => `標題${column}` });
const said = (changes: readonly SheetChange[], before: ProfileCorrection = []): ProfileCorrection =>
  changes.reduce((so, change) => onSheet(sheet, change)(so), before);

describe('saying what a column holds', () => {
  test('keeps the column with its title, and takes from the column what it held', () => {
    const [correction] = said([setColumn(understood(), 'E', { kind: 'field', field: 'remarks' })]);
    expect(correction).toEqual({
      sheet,
      columns: { narrative: null, remarks: { column: 'E', title: '標題E' } },
    });
  });

  test('as nothing says only that the field has no column', () => {
    expect(said([setColumn(understood(), 'D', { kind: 'none' })])).toEqual([{ sheet, columns: { result: null } }]);
  });

  test('as a tick keeps the other ticks, and there is no result column beside them', () => {
    const [correction] = said([setColumn(understood(ticked()), 'F', { kind: 'tick', choice: '不適用' })]);
    expect(correction?.resultTicks).toEqual({
      已完成: { column: 'C', title: '標題C' },
      辦理中: { column: 'D', title: '標題D' },
      未辦理: { column: 'E', title: '標題E' },
      不適用: { column: 'F', title: '標題F' },
    });
    expect(said([setColumn(understood(), 'F', { kind: 'tick', choice: '已完成' })])[0]?.columns).toEqual({
      result: null,
    });
  });

  test('as the result ends the ticks, and taking the last tick away leaves none', () => {
    const result = said([setColumn(understood(ticked()), 'F', { kind: 'field', field: 'result' })]);
    expect(result[0]?.resultTicks).toBeNull();
    const one = profile({ columns: { step: 'B', resultTicks: { 已完成: 'C' } } });
    expect(said([setColumn(understood(one), 'C', { kind: 'none' })])[0]?.resultTicks).toBeNull();
  });
});

describe('saying that a row asks something', () => {
  test('and then that it does not leaves nothing said', () => {
    expect(said([setAsks(12, true), setAsks(12, false)])).toEqual([]);
    expect(said([setAsks(5, false), setAsks(5, true)])).toEqual([]);
    expect(said([setAsks(12, true), setAsks(3, true), setAsks(12, true)])).toEqual([{ sheet, addRows: [3, 12] }]);
  });
});

test('a sheet found as no form and said to be none needs no words', () => {
  expect(said([setIsForm(true, false), setIsForm(false, false)])).toEqual([]);
  expect(said([setIsForm(false, true)])).toEqual([{ sheet, isForm: false }]);
});

const column = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G');
const row = fc.integer({ min: 1, max: 20 });
const change: fc.Arbitrary<SheetChange> = fc.oneof(
  fc
    .tuple(column, fc.constantFrom('step', 'narrative', 'remarks', 'result', 'selfScore'))
    .map(([at, field]) => setColumn(understood(), at, { kind: 'field', field })),
  column.map(at => setColumn(understood(ticked()), at, { kind: 'tick', choice: '已完成' })),
  column.map(at => setColumn(understood(), at, { kind: 'none' })),
  fc.tuple(row, fc.boolean()).map(([at, asks]) => setAsks(at, asks)),
  fc.tuple(row, row).map(([a, b]) => setHeaderRows(Math.min(a, b), Math.max(a, b))),
  fc.option(row).map(setSignOff),
  fc.option(row).map(at => setNamedCell('agencyCell', at === null ? null : `A${at}`)),
  fc.boolean().map(is => setIsForm(is, true)),
);

test('whatever is said is a correction that the API takes, and taking everything back leaves nothing', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), changes => {
      let corrections = said(changes);
      expect(profileCorrection.parse(corrections)).toEqual(corrections);
      while (countOf(corrections) > 0) {
        const before = countOf(corrections);
        corrections = onSheet(sheet, saidOf(corrections[0]!)[0]!.takeBack)(corrections);
        expect(countOf(corrections)).toBe(before - 1);
      }
      expect(corrections).toEqual([]);
    }),
  );
});

describe('what to look at', () => {
  const decision = (what: string, confidence: number) => ({ what, value: 'C 課室', confidence, cells: ['C3'] });
  const doubtful = profile({
    decisions: [decision('column.step', 1), decision('column.units', 0.7), decision('column.narrative', 0.4)],
  });
  const whats = (corrections: ProfileCorrection, seen: readonly string[] = []) =>
    doubtsOf(doubtful, corrections[0], new Set(seen)).map(({ decision: { what } }) => what);

  test('is what is not certain, the least certain first', () => {
    expect(whats([])).toEqual(['column.narrative', 'column.units']);
  });

  test('is no more what was corrected or found right', () => {
    expect(whats([{ sheet, columns: { narrative: null } }])).toEqual(['column.units']);
    expect(whats([], ['column.units C 課室'])).toEqual(['column.narrative']);
  });
});
