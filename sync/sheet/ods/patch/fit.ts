import { heightNeeded, type Lettering, widthOf } from '../../row-fit.ts';
import type { Row, Sheet } from '../../workbook.ts';

const usualHeight = 15;
const mostRows = 100;

/**
 * Whether a text is taller than its row, where the program will not raise it: a person set the height, or the cell is merged.
 * @param own the row itself, which a sheet that ends with blank rows does not list
 */
export function mayNotFit(
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  lettering: Lettering,
  own: Pick<Row, 'height' | 'customHeight'> | undefined,
): boolean {
  const merge = sheet.mergeAt(row, column);
  if (!merge && !own?.customHeight) return false;
  let room = own?.height ?? usualHeight;
  for (let at = row + 1; at <= Math.min(merge?.bottom ?? row, row + mostRows); at++) {
    room += sheet.row(at)?.height ?? usualHeight;
  }
  return heightNeeded(text, widthOf(column, merge, sheet.columns, null), lettering) > room;
}
