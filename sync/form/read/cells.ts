import { addressOf, type Cell, type Sheet } from '../../sheet/index.ts';
import { legible } from '../plain-text.ts';
import type { ReturnedCell } from '../returned.ts';

/** What a person sees in a cell, the text of a merge standing in each of its cells. */
export const seenText = (sheet: Sheet, row: number, column: number): string =>
  legible(sheet.anchor(row, column)?.text ?? '');

function doubtOf(sheet: Sheet, cell: Cell | undefined, row: number, column: number): ReturnedCell['doubt'] {
  const merge = sheet.mergeAt(row, column);
  if (merge && (merge.top !== merge.bottom || merge.left !== column)) return 'merged';
  if (cell?.value.kind === 'error') return 'error';
  return cell && cell.formula !== null ? 'formula' : null;
}

export function answerCell(sheet: Sheet, row: number, column: number): ReturnedCell {
  const cell = sheet.anchor(row, column);
  return {
    cell: addressOf(row, column),
    text: seenText(sheet, row, column),
    formula: cell?.formula ?? null,
    doubt: doubtOf(sheet, cell, row, column),
  };
}
