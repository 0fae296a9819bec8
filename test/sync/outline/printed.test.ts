import { describe, expect, test } from 'vitest';
import type { Block, DocumentTable } from '../../../sync/outline/document.ts';
import { makeGrid } from '../../../sync/outline/grid.ts';
import { printedOf } from '../../../sync/outline/printed.ts';

const paragraph = (text: string, line: number): Block => ({
  kind: 'paragraph',
  text,
  place: { line },
  whole: true,
  indent: 0,
});

const table = (
  ...cells: readonly (readonly [row: number, column: number, text: string, down?: number])[]
): DocumentTable => ({
  kind: 'table',
  grid: makeGrid({
    name: '表1',
    visible: true,
    cells: cells.map(([top, left, text, down = 1]) => ({ top, left, bottom: top + down - 1, right: left, text })),
    isRowHidden: () => false,
  }),
  place: { line: 2 },
  placeOf: row => ({ line: 10 + row }),
});

describe('a document as it came', () => {
  test('keeps paragraphs and tables in reading order with their places', () => {
    const { blocks, cut } = printedOf({ blocks: [paragraph('壹、計畫依據', 1), table([1, 2, '執行步驟'])] });
    expect(blocks).toEqual([
      { kind: 'text', line: 1, text: '壹、計畫依據' },
      {
        kind: 'table',
        name: '表1',
        columns: ['B'],
        rows: [{ row: 1, line: 11, cells: [{ column: 'B', text: '執行步驟', down: 1, across: 1 }] }],
      },
    ]);
    expect(cut).toBe(false);
  });

  test('counts what a merge covers in rows that are shown', () => {
    const { blocks } = printedOf({
      blocks: [table([2, 1, '一、便民', 5], [2, 2, '標示'], [6, 2, '引導'], [7, 1, '二、創新'])],
    });
    expect(blocks[0]).toMatchObject({ rows: [{ cells: [{ down: 2 }, { down: 1 }] }, {}, { cells: [{ down: 1 }] }] });
  });

  test('ends where nobody reads on, and says so', () => {
    const long = Array.from({ length: 5000 }, (_, n) => [n + 1, 1, `第${n}步`] as const);
    const { blocks, cut } = printedOf({
      blocks: [table(...long), paragraph('長'.repeat(500_000), 9), paragraph('短', 10)],
    });
    expect(blocks.map(block => (block.kind === 'table' ? block.rows.length : block.text))).toEqual([3000, '短']);
    expect(cut).toBe(true);
  });
});
