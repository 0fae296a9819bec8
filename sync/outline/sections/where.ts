import { columnName } from '../../sheet/index.ts';
import type { DocumentTable } from '../document.ts';
import type { Where } from '../draft.ts';

/** Where a cell of a table stands: its column, with its page and line where the format has them and else its row. */
export function whereInTable({ grid, placeOf }: DocumentTable, row: number, column?: number): Where {
  const { page, line } = placeOf(row);
  const place = { ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }) };
  const within = column === undefined ? {} : { column: columnName(column) };
  if (page !== undefined || line !== undefined) return { ...within, ...place };
  return grid.name === '' ? {} : { sheet: grid.name, row, ...within };
}
