import type { Issue } from '../../model/index.ts';
import type { CellPatch, PatchValue } from '../../sheet/patch.ts';
import type { AnswerCell } from '../answers/index.ts';

/** What is to become of one cell, and for which row and field. */
export interface PlannedCell {
  readonly sheet: string;
  readonly row: number;
  /** Null for a cell that was named without a field. */
  readonly field: string | null;
  /** Such as F12; null where the form has no cell for it. */
  readonly cell: string | null;
  readonly status: 'write' | 'same' | 'refused';
  /** What is to stand there in the end; null when refused. */
  readonly value: PatchValue | null;
  readonly issue: Issue | null;
}

export const blank: PatchValue = { kind: 'blank' };
export const textValue = (value: string): PatchValue => (value === '' ? blank : { kind: 'text', value });

/** A number, or its digits where the cell is formatted as text. */
export const numberValue = (cell: AnswerCell, value: number): PatchValue =>
  cell.format.trim() === '@' ? textValue(String(value)) : { kind: 'number', value };

/** What stands in a cell now. */
export function presentValue(cell: AnswerCell): PatchValue {
  if (cell.day !== null) return { kind: 'date', value: cell.day };
  if (cell.number !== null) return { kind: 'number', value: cell.number };
  return cell.text === '' && cell.error === null ? blank : { kind: 'text', value: cell.error ?? cell.text };
}

export const sameValue = (a: PatchValue, b: PatchValue): boolean =>
  a.kind === b.kind && ('value' in a ? a.value : null) === ('value' in b ? b.value : null);

export const patchOf = (sheet: string, cell: AnswerCell, value: PatchValue): CellPatch => ({
  sheet,
  row: cell.row,
  column: cell.column,
  value,
});
