/** Names of cells and ranges. Rows and columns are 1-based numbers everywhere; letters exist only at the edges. */

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The last row and column that a workbook can have. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** 1 → A, 27 → AA, 16384 → XFD. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 1, xfd → 16384; 0 when the letters name no column. */
export function columnNumber(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return 0;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return column <= lastColumn ? column : 0;
}

export const addressOf = (row: number, column: number): string => `${columnName(column)}${row}`;

const cellAddress = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** `B7` or `$B$7` → {row: 7, column: 2}; null when it names no cell. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | null {
  const match = cellAddress.exec(address);
  const row = Number(match?.[2]);
  const column = columnNumber(match?.[1] ?? '');
  return column > 0 && row >= 1 && row <= lastRow ? { row, column } : null;
}

const edge = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})$/;

/** Reads `A1`, `A1:C3`, `A:A` (whole columns) and `2:5` (whole rows); null when it is no range. The corners may come in any order. */
export function parseRange(text: string): Range | null {
  const [first, second = first] = text
    .trim()
    .split(':')
    .map(part => edge.exec(part));
  if (!first || !second) return null;
  const rows = [first[2] ? Number(first[2]) : 1, second[2] ? Number(second[2]) : lastRow] as const;
  const columns = [first[1] ? columnNumber(first[1]) : 1, second[1] ? columnNumber(second[1]) : lastColumn] as const;
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  const named = (first[1] || first[2]) && (second[1] || second[2]);
  return named && range.top >= 1 && range.bottom <= lastRow && range.left >= 1 ? range : null;
}

export const contains = (range: Range, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
