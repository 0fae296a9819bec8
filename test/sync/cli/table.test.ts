import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, table, widthOf } from '../../../sync/cli/table.ts';

describe('a table on a terminal', () => {
  it('is aligned where Chinese takes two columns and a combining mark none', () => {
    const lines = table([
      ['列', '單位', '內容'],
      ['12', '民政課', 'a'],
      ['3', 'é', 'b'],
      ['4', 'e\u0301', 'c'],
    ]);
    expect(lines).toEqual(['列  單位    內容', '12  民政課  a', '3   é       b', '4   e\u0301       c']);
  });

  it('lets nothing of a file move the cursor or break the line', () => {
    const [line] = table([['a\nb', '\u001b[31m紅\u001b[0m', '\u202eabc\rd']]);
    expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('never exceeds the width it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, columns) => {
        expect(widthOf(fitted(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
