/** A cell by its column letters and its row, as a person names it. */
export interface Place {
  readonly column: string;
  readonly row: number;
}

/** `A` is 1, `AA` is 27. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** 1 is `A`, 27 is `AA`. */
export function columnLetters(number: number): string {
  const rest = (number - 1) % 26;
  const before = (number - 1 - rest) / 26;
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + rest);
}

export const addressOf = ({ column, row }: Place): string => `${column}${row}`;

/** The place of an address such as `F12`; null for anything else. */
export function placeOf(address: string): Place | null {
  const [, column, row] = /^([A-Z]{1,3})([1-9]\d*)$/.exec(address) ?? [];
  return column === undefined ? null : { column, row: Number(row) };
}
