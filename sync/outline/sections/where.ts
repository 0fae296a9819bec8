import { columnName } from '../../sheet/index.ts';
import type { DocumentTable } from '../document.ts';
import type { Where } from '../draft.ts';

/** Where a cell of a table stands: by its page and line where the format has them, else by its row and column. */
export function whereInTable({ grid, placeOf }: DocumentTable, row: number, column?: number): Where {
  const { page, line } = placeOf(row);
  const place = { ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }) };
  if (page !== undefined || line !== undefined || grid.name === '') return place;
  return { sheet: grid.name, row, ...(column === undefined ? {} : { column: columnName(column) }) };
}
