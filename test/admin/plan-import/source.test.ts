import { describe, expect, it } from 'vitest';
import { rowAt, rowsBySpot, slotsOf, spotsOf } from '../../../admin/plan-import/source/spots.ts';
import type { PlanSource, SourceTable } from '../../../sync/model/index.ts';

const cell = (column: string, text: string, down = 1, across = 1) => ({ column, text, down, across });

const table: SourceTable = {
  kind: 'table',
  name: '表1',
  columns: ['A', 'B', 'D'],
  rows: [
    { row: 1, line: 3, cells: [cell('A', '執行要項'), cell('B', '執行步驟', 1, 2)] },
    { row: 2, line: 5, cells: [cell('A', '一、便民', 2), cell('B', '1.標示'), cell('D', '民政課')] },
    { row: 4, line: 8, cells: [cell('D', '社會課')] },
  ],
};
const word: PlanSource = {
  blocks: [{ kind: 'text', line: 1, text: '114年度計畫' }, table, { kind: 'text', line: 12, text: '其他' }],
  cut: false,
};
const pages: PlanSource = {
  blocks: [
    { kind: 'text', page: 1, line: 1, text: '一、便民' },
    { kind: 'text', page: 1, line: 2, text: '1.標示' },
    { kind: 'text', page: 2, line: 1, text: '雙語' },
    { kind: 'text', page: 2, line: 2, text: '2.引導' },
  ],
  cut: false,
};

describe('a place in the document', () => {
  it('is found as the cell of a table, even where another line of the row is named', () => {
    const { of } = spotsOf(word);
    expect(of({ sheet: '表1', row: 2, column: 'B', line: 6 })).toBe('b1r2B');
  });

  it('is the row above, where the row named begins nowhere of its own', () => {
    expect(spotsOf(word).of({ sheet: '表1', row: 3, column: 'D' })).toBe('b1r2D');
  });

  it('is found as a paragraph, or the one that a line was joined to', () => {
    const { of } = spotsOf(pages);
    expect([of({ page: 1, line: 2 }), of({ page: 2, line: 1 }), of({ page: 2, line: 9 })]).toEqual(['b1', 'b2', 'b3']);
  });

  it('is found as the cell of a page by its line and column', () => {
    const onPage = { ...table, name: '', rows: table.rows.map(row => ({ ...row, page: 2 })) };
    const { of } = spotsOf({ blocks: [{ kind: 'text', page: 1, line: 9, text: '114年度計畫' }, onPage], cut: false });
    expect(of({ page: 2, line: 5, column: 'B' })).toBe('b1r2B');
    expect(of({ page: 2, line: 5 })).toBe('b1r2A');
    expect(of({ page: 2, line: 6, column: 'A' })).toBe('b1r2A');
  });

  it('is none where the document does not reach', () => {
    expect(spotsOf({ blocks: [], cut: true }).of({ page: 1, line: 1 })).toBeNull();
    expect(spotsOf(word).of({})).toBeNull();
  });
});

describe('pointing at the document', () => {
  const spots = spotsOf(pages);
  const bySpot = rowsBySpot(
    [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'typed' }],
    {
      a: { page: 1, line: 1 },
      b: { page: 1, line: 2 },
      c: { page: 1, line: 2 },
    },
    spots,
  );

  it('leads to the rows that began there, one after the other', () => {
    expect(rowAt('b1', spots, bySpot, null)).toBe('b');
    expect(rowAt('b1', spots, bySpot, 'b')).toBe('c');
    expect(rowAt('b1', spots, bySpot, 'c')).toBe('b');
  });

  it('leads to the row above where none began, and nowhere before the first', () => {
    expect(rowAt('b3', spots, bySpot, null)).toBe('c');
    const late = rowsBySpot([{ id: 'c' }], { c: { page: 2, line: 2 } }, spots);
    expect(rowAt('b0', spots, late, null)).toBeNull();
  });
});

describe('a table of the document', () => {
  it('keeps its columns under each other', () => {
    const shown = slotsOf(table).map(row => row.map(slot => (slot.kind === 'cell' ? slot.cell.text : '·')).join('|'));
    expect(shown).toEqual(['執行要項|執行步驟', '一、便民|1.標示|民政課', '·|社會課']);
  });
});
