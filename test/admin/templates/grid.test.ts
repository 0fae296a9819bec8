import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetters, columnNumber, placeOf } from '../../../admin/templates/grid/places.ts';
import { cellAt, sheetOf, titleOver } from '../../../admin/templates/grid/sheet.ts';
import { type Cursor, walk, walkable } from '../../../admin/templates/grid/walk.ts';
import { grid } from './profiles.ts';

describe('places', () => {
  test('of columns read back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_384 }), number => {
        expect(columnNumber(columnLetters(number))).toBe(number);
      }),
    );
    expect([1, 26, 27, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  test('are read from addresses and from nothing else', () => {
    expect(placeOf('AB12')).toEqual({ column: 'AB', row: 12 });
    expect([placeOf('12'), placeOf('B'), placeOf('B0'), placeOf('A1:B2')]).toEqual([null, null, null, null]);
  });
});

const merged = grid([
  { at: [1, 1], text: '114年度自行檢核表', columnSpan: 5 },
  { at: [1, 3], text: '項次', rowSpan: 2 },
  { at: [2, 3], text: '執行步驟', rowSpan: 2 },
  { at: [3, 3], text: '檢核', columnSpan: 2 },
  { at: [3, 4], text: '結果' },
  { at: [4, 4], text: '情形' },
  { at: [2, 6], text: '公告流程' },
]);

describe('a sheet', () => {
  const sheet = sheetOf(merged);

  test('has a cell for every place that no merged one covers', () => {
    const cells = sheet.blocks.flatMap(block => block.rows).map(row => row.cells.map(cell => cell.column));
    expect(cells).toEqual([[1], [1, 2, 3, 4, 5], [1, 2, 3, 5], [3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]]);
  });

  test('shows the merged cell at every place that it covers', () => {
    expect(cellAt(sheet, { column: 'A', row: 4 })?.text).toBe('項次');
    expect(cellAt(sheet, { column: 'E', row: 1 })?.text).toBe('114年度自行檢核表');
    expect(cellAt(sheet, { column: 'E', row: 5 })?.text).toBe('');
    expect(cellAt(sheet, { column: 'A', row: 99 })).toBeNull();
  });

  test('tells what stands over a column, over both rows of the header', () => {
    expect(['A', 'C', 'D', 'E'].map(column => titleOver(sheet, column, [3, 4]))).toEqual([
      '項次',
      '檢核 結果',
      '檢核 情形',
      '',
    ]);
  });

  test('tells of a long run of blank rows instead of drawing it', () => {
    const far = sheetOf(
      grid([
        { at: [1, 1], text: '上' },
        { at: [1, 200], text: '下' },
      ]),
    );
    expect(far.blocks.map(({ first, last, rows }) => [first, last, rows.length])).toEqual([
      [1, 1, 1],
      [2, 199, 0],
      [200, 200, 1],
    ]);
  });

  test('is parted into blocks that hold every row once and cut no merged cell where that can be helped', () => {
    const rows = fc.array(fc.record({ span: fc.integer({ min: 1, max: 12 }) }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(rows, spans => {
        let row = 1;
        const cells = spans.map(({ span }) => {
          const cell = { at: [1, row] as const, text: '項', rowSpan: span };
          row += span;
          return cell;
        });
        const given = grid([...cells, { at: [2, row], text: '末' }]);
        const { blocks } = sheetOf(given);
        const all = blocks.flatMap(block => block.rows.map(one => one.row));
        expect(all).toEqual(Array.from({ length: row }, (_, at) => at + 1));
        for (const block of blocks)
          for (const cell of block.rows.flatMap(one => one.cells))
            expect(cell.row + cell.rowSpan - 1).toBeLessThanOrEqual(block.last);
      }),
    );
  });
});

describe('the keyboard on a sheet', () => {
  const paths = walkable(sheetOf(merged), false);
  const keys = (from: Cursor, ...pressed: readonly string[]): Cursor =>
    pressed.reduce((at, key) => walk(paths, at, { key, ctrl: false }) ?? at, from);

  test('walks cell by cell, out to the letters and the numbers, and never into the corner', () => {
    expect(keys({ column: 1, row: 5 }, 'ArrowRight', 'ArrowDown')).toEqual({ column: 2, row: 6 });
    expect(keys({ column: 1, row: 6 }, 'ArrowLeft')).toEqual({ column: 0, row: 6 });
    expect(keys({ column: 3, row: 1 }, 'ArrowUp')).toEqual({ column: 3, row: 0 });
    expect(keys({ column: 0, row: 1 }, 'ArrowUp')).toEqual({ column: 0, row: 1 });
    expect(keys({ column: 1, row: 0 }, 'ArrowLeft')).toEqual({ column: 1, row: 0 });
  });

  test('leaves a merged cell in one step and keeps its line through it', () => {
    expect(keys({ column: 2, row: 3 }, 'ArrowDown')).toEqual({ column: 2, row: 5 });
    expect(keys({ column: 4, row: 2 }, 'ArrowUp', 'ArrowDown')).toEqual({ column: 4, row: 2 });
    expect(paths.owner({ column: 4, row: 3 })).toEqual({ column: 3, row: 3 });
  });

  test('reaches the ends', () => {
    expect(keys({ column: 3, row: 6 }, 'Home')).toEqual({ column: 1, row: 6 });
    expect(keys({ column: 3, row: 5 }, 'End')).toEqual({ column: 5, row: 5 });
    expect(walk(paths, { column: 3, row: 5 }, { key: 'End', ctrl: true })).toEqual({ column: 5, row: 6 });
    expect(walk(paths, { column: 3, row: 5 }, { key: 'x', ctrl: false })).toBeNull();
  });

  test('passes hidden rows over', () => {
    const hiding = sheetOf(
      grid(
        [1, 2, 3].map(row => ({ at: [1, row] as const, text: `${row}` })),
        2,
        [2],
      ),
    );
    const down = { key: 'ArrowDown', ctrl: false };
    expect(walk(walkable(hiding, false), { column: 1, row: 1 }, down)).toEqual({ column: 1, row: 3 });
    expect(walk(walkable(hiding, true), { column: 1, row: 1 }, down)).toEqual({ column: 1, row: 2 });
  });
});
