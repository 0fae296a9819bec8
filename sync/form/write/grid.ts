import { type ColumnField, columnFields } from '../columns.ts';

/** Where things stand on the sheet that people fill in. Rows and columns are 1-based. */

export const sheetName = '自行檢核表';
export const headerRow = 5;

/**
 * The hidden id column stands between question and answer, so that whoever selects both to sort them takes it along,
 * which a column at either end would not ensure.
 */
export const idColumn = 6;

export const columnOf = (field: ColumnField): number => {
  const index = columnFields.indexOf(field);
  return index + 1 < idColumn ? index + 1 : index + 2;
};

export const lastColumn = columnFields.length + 1;

/** Row of the sheet, from an index into the rows of the form. */
export const rowAt = (index: number): number => headerRow + 1 + index;
