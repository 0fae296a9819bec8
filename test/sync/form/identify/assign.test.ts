import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign, type Worth } from '../../../../sync/form/identify/assign.ts';

/** The greatest worth of all assignments, by trying every one. */
function greatest(row: number, rowCount: number, edges: readonly Worth[], taken: ReadonlySet<number>): number {
  if (row === rowCount) return 0;
  const placed = edges
    .filter(edge => edge.row === row && !taken.has(edge.column))
    .map(edge => edge.worth + greatest(row + 1, rowCount, edges, new Set([...taken, edge.column])));
  return Math.max(greatest(row + 1, rowCount, edges, taken), ...placed);
}

const anyEdges = fc.uniqueArray(
  fc.record({ row: fc.nat({ max: 5 }), column: fc.nat({ max: 5 }), worth: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 18, selector: ({ row, column }) => `${row} ${column}` },
);

test('no other assignment is worth more, and no column is given twice', () => {
  fc.assert(
    fc.property(anyEdges, edges => {
      const columns = assign(6, edges);
      const given = columns.filter(column => column !== null);
      expect(new Set(given).size).toBe(given.length);
      const worth = columns.reduce<number>(
        (sum, column, row) => sum + (edges.find(edge => edge.row === row && edge.column === column)?.worth ?? 0),
        0,
      );
      expect(worth).toBe(greatest(0, 6, edges, new Set()));
    }),
    { numRuns: 1000 },
  );
});

test('thousands of rows that all want their neighbours take well under a second', () => {
  const count = 4000;
  const edges = Array.from({ length: count }, (_, row) =>
    [0, 1, 2, 3].map(step => ({ row, column: (row + step) % count, worth: 1 - step / 10 })),
  ).flat();
  const started = performance.now();
  expect(assign(count, edges)).toEqual(Array.from({ length: count }, (_, row) => row));
  expect(performance.now() - started).toBeLessThan(1000);
});
