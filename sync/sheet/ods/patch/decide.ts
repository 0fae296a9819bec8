import { addressOf, columnName, contains, lastRow, type Range } from '../../address.ts';
import { forbids } from '../../allowed.ts';
import type { CellPatch, PatchedCell, PatchOptions, PatchValue } from '../../patch.ts';
import { outcome, refused, same, written } from '../../patched.ts';
import type { RulePlace } from '../../rule-cells.ts';
import type { Sheet } from '../../workbook.ts';
import { serialOfDay } from '../../xlsx/moment.ts';
import type { CellElement } from '../cell.ts';
import type { Document } from '../read/index.ts';
import { writable } from '../text-xml.ts';
import { mayNotFit } from './fit.ts';
import type { FoundRow, Located } from './locate.ts';

/** What is to be done about a patch: nothing, with the reason, or to write a value. */
export interface Decision {
  readonly cell: PatchedCell;
  /** Null when nothing is written. */
  readonly value: PatchValue | null;
}

/** What a decision needs beside the patch and the document. */
export interface Deciding {
  readonly located: Located;
  readonly options: PatchOptions;
  readonly lastColumn: number;
  readonly pending: RulePlace['pending'];
}

/** Most characters of a cell in Excel, where the file may be opened next. */
const longest = 32_767;
const usualLettering = { wraps: false, fontSize: 10 };
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  const time = isoDay.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function cleaned(value: PatchValue): PatchValue {
  if (value.kind !== 'text') return value;
  const text = writable(value.value);
  return text === '' ? { kind: 'blank' } : { kind: 'text', value: text };
}

const isValid = (value: PatchValue): boolean =>
  value.kind === 'number' ? Number.isFinite(value.value) : value.kind !== 'date' || isDay(value.value);

const rangeName = ({ top, left, bottom, right }: Range): string =>
  `${addressOf(top, left)}:${addressOf(bottom, right)}`;

/** The element that stands for a cell; undefined beyond the last one of its row. */
export const elementAt = (found: FoundRow | undefined, column: number): CellElement | undefined =>
  found?.cells.find(cell => column >= cell.column && column < cell.column + cell.repeated);

/** Whether and what a patch writes, by all that the sheet says of its cell. */
export function decide(
  patch: CellPatch,
  { workbook, pivots }: Document,
  { located, options, lastColumn, pending }: Deciding,
): Decision {
  const no = (cell: PatchedCell): Decision => ({ cell, value: null });
  const sheet = workbook.sheets.find(({ name }) => name === patch.sheet);
  if (!sheet) return no(refused(patch, 'cell_sheet_unknown'));
  const isPlace = Number.isInteger(patch.row) && Number.isInteger(patch.column) && patch.row >= 1 && patch.column >= 1;
  if (!isPlace || patch.row > lastRow || patch.column > lastColumn) return no(refused(patch, 'cell_outside'));
  if (!isValid(patch.value)) return no(refused(patch, 'cell_value_invalid', { value: shown(patch.value) }));
  const found = located.find(patch.sheet, patch.row);
  if (!found && !located.last(patch.sheet)) return no(refused(patch, 'cell_outside'));
  const element = elementAt(found, patch.column);
  const merge = sheet.mergeAt(patch.row, patch.column);
  const isAnchor = !merge || (merge.top === patch.row && merge.left === patch.column);
  if (!isAnchor || element?.covered)
    return no(refused(patch, 'cell_merged', { range: merge ? rangeName(merge) : addressOf(patch.row, patch.column) }));
  if (element?.formula != null || element?.matrix) return no(refused(patch, 'cell_formula'));
  const value = cleaned(patch.value);
  if (saysSo(element, value)) return no(same(patch));
  return (
    judged(patch, value, sheet, element, options, { workbook, pivots, pending }) ?? {
      cell: noted(patch, value, sheet, found),
      value,
    }
  );
}

const shown = (value: PatchValue): string => (value.kind === 'blank' ? '' : String(value.value));

function saysSo(element: CellElement | undefined, value: PatchValue): boolean {
  const known = element?.value ?? { kind: 'blank' };
  if (known.kind !== value.kind) return false;
  return known.kind === 'blank' || (value.kind !== 'blank' && known.value === value.value);
}

/** Refused, or written though its rule could not be checked; null where nothing speaks against the value. */
function judged(
  patch: CellPatch,
  value: PatchValue,
  sheet: Sheet,
  element: CellElement | undefined,
  { unlocked }: PatchOptions,
  { workbook, pivots, pending }: Pick<Document, 'workbook' | 'pivots'> & Pick<Deciding, 'pending'>,
): Decision | null {
  const no = (cell: PatchedCell): Decision => ({ cell, value: null });
  if (pivots.some(({ sheet: name, range }) => name === sheet.name && contains(range, patch.row, patch.column)))
    return no(refused(patch, 'cell_pivot'));
  const table = sheet.tables.find(({ header }) => header && contains(header, patch.row, patch.column));
  if (table) return no(refused(patch, 'cell_table_header', { table: table.name }));
  const isLocked = sheet.protected && (element?.format.locked ?? true);
  if (isLocked && !unlocked?.has(`${patch.sheet}!${columnName(patch.column)}${patch.row}`))
    return no(refused(patch, 'cell_locked'));
  const text = shown(value);
  if (text.length > longest) return no(refused(patch, 'cell_too_long', { length: text.length, limit: longest }));
  const validation = sheet.validationAt(patch.row, patch.column);
  const { date1904 } = workbook;
  const serial = value.kind === 'date' ? serialOfDay(value.value, date1904) : null;
  const place = { sheet: patch.sheet, row: patch.row, column: patch.column, lists: workbook, date1904, pending };
  const verdict = validation && forbids(validation, { value, serial }, place);
  if (!verdict) return null;
  const { code, allowed } = verdict;
  if (code === 'cell_rule_unchecked') return { cell: outcome(patch, 'written', code, { allowed }), value };
  return no(refused(patch, code, { value: text.slice(0, 60), allowed, length: text.length }));
}

/** Written, with what a person should look at. */
function noted(patch: CellPatch, value: PatchValue, sheet: Sheet, found: FoundRow | undefined): PatchedCell {
  const given = patch.value.kind === 'text' ? patch.value.value.replace(/\r\n?/g, '\n') : null;
  if (given !== null && given !== (value.kind === 'text' ? value.value : ''))
    return outcome(patch, 'written', 'cell_text_cleaned');
  const lettering = elementAt(found, patch.column)?.format ?? usualLettering;
  if (value.kind === 'text' && mayNotFit(sheet, patch.row, patch.column, value.value, lettering, found?.row))
    return outcome(patch, 'written', 'cell_may_not_fit');
  return written(patch);
}
