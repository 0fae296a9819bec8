import type { DocumentTable } from '../document.ts';
import { type GridCell, makeGrid } from '../grid.ts';
import type { TableColumn } from './columns.ts';
import type { TableRow } from './rows.ts';

/** Rows that were put together from a text, as the table that they were printed as. */
export function tableOf(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  line: number,
  name: string,
): DocumentTable {
  const cell = (row: number, column: number, text: string): GridCell => ({
    text,
    top: row,
    bottom: row,
    left: column,
    right: column,
  });
  const headings = columns.flatMap(({ heading }, i) => (heading === '' ? [] : [cell(1, i + 1, heading)]));
  const body = rows.flatMap(({ cells }, r) =>
    columns.flatMap(({ column }, i) => {
      const text = cells[column]?.trim();
      return text ? [cell(r + 2, i + 1, text)] : [];
    }),
  );
  return {
    kind: 'table',
    grid: makeGrid({ name, visible: true, cells: [...headings, ...body], isRowHidden: () => false }),
    place: { line },
    placeOf: row => ({ line: rows[row - 2]?.line ?? line }),
  };
}
