import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, columnName, columnNumber, parseAddress, parseRange } from '../../../sync/sheet/index.ts';

const row = fc.integer({ min: 1, max: 1_048_576 });
const column = fc.integer({ min: 1, max: 16_384 });

describe('addresses', () => {
  it('name columns as people do', () => {
    expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    expect(['a', 'xfd', 'XFE', '', 'A1', 'ABCD'].map(columnNumber)).toEqual([1, 16_384, 0, 0, 0, 0]);
  });

  it('read back what they print', () => {
    fc.assert(
      fc.property(row, column, (r, c) => {
        expect(parseAddress(addressOf(r, c))).toEqual({ row: r, column: c });
        expect(columnNumber(columnName(c))).toBe(c);
      }),
    );
  });

  it('know cells, blocks, whole columns and whole rows', () => {
    expect(parseRange('$B$2')).toEqual({ top: 2, left: 2, bottom: 2, right: 2 });
    expect(parseRange('C3:A1')).toEqual({ top: 1, left: 1, bottom: 3, right: 3 });
    expect(parseRange('B:C')).toEqual({ top: 1, left: 2, bottom: 1_048_576, right: 3 });
    expect(parseRange('2:5')).toEqual({ top: 2, left: 1, bottom: 5, right: 16_384 });
    expect(['', ':', 'A0', 'XFE1', 'A1048577', '#REF!', 'A1:'].map(parseRange)).toEqual(Array(7).fill(null));
    expect(['A0', 'XFE1', 'A1048577', '1A', 'A'].map(parseAddress)).toEqual(Array(5).fill(null));
  });
});
