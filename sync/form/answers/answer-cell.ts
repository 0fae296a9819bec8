import { addressOf, type Cell, parseAddress, type Sheet, type Stretch } from '../../sheet/index.ts';
import { legible } from '../plain-text.ts';

/** A cell that answers stand in, whether the file has it or not. */
export interface AnswerCell {
  /** Such as F12; of merged cells the top left one. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** With \n, legible; empty when blank or an error. */
  readonly text: string;
  readonly number: number | null;
  /** ISO day of a date. */
  readonly day: string | null;
  readonly error: string | null;
  readonly formula: string | null;
  readonly format: string;
  /** The text cut where its look changes; null where the file does not tell. Asked for late, since few answers need it. */
  readonly stretches: () => readonly Stretch[] | null;
}

const dayOf = (cell: Cell | undefined): string | null =>
  cell?.value.kind === 'date' && /^\d{4}-\d{2}-\d{2}/.test(cell.value.value) ? cell.value.value.slice(0, 10) : null;

/** The cell at an address of the profile; null when the address is none. */
export function answerCellAt(sheet: Sheet, address: string): AnswerCell | null {
  const at = parseAddress(address);
  if (!at) return null;
  const merge = sheet.mergeAt(at.row, at.column);
  const [row, column] = merge ? [merge.top, merge.left] : [at.row, at.column];
  const cell = sheet.cell(row, column);
  const error = cell?.value.kind === 'error' ? cell.value.value : null;
  return {
    address: addressOf(row, column),
    row,
    column,
    text: error === null ? legible(cell?.text ?? '') : '',
    number: cell?.value.kind === 'number' ? cell.value.value : null,
    day: dayOf(cell),
    error,
    formula: cell?.formula ?? null,
    format: cell?.numberFormat ?? 'General',
    stretches: () => cell?.stretches ?? null,
  };
}

/** What `cells` of an answer says of it. */
export const literalOf = (cell: AnswerCell): string | number => cell.number ?? cell.text;

export const isBlank = (cell: AnswerCell | null): boolean => !cell || (cell.text.trim() === '' && cell.number === null);
