import { addressOf, columnName, lastColumn, lastRow } from '../../address.ts';
import { forbids } from '../../allowed.ts';
import type { CellPatch, PatchedCell, PatchOptions } from '../../patch.ts';
import { refused, same } from '../../patched.ts';
import type { RulePlace } from '../../rule-cells.ts';
import type { CellValue } from '../../workbook.ts';
import { understand } from '../cell.ts';
import { serialOfDay } from '../moment.ts';
import type { CellFormat } from '../styles.ts';
import type { Book } from './book.ts';
import { type Content, contentOf, says } from './content.ts';
import type { CellPlace } from './sheet-map.ts';
import { headerOf, type Standing, standingOf, type Target } from './target.ts';

/** A cell that will be written. */
export interface Writing {
  readonly patch: CellPatch;
  readonly content: Content;
  readonly standing: Standing;
  readonly format: CellFormat;
  /** The rule for the cell that could not be checked. */
  readonly unchecked: string | null;
}

/** How many characters a cell holds (the limit of the program, not of the file format). */
const longestText = 32_767;

export interface Deciding {
  readonly book: Book;
  readonly options: PatchOptions;
  readonly strings: (index: number) => string | undefined;
  readonly pending: RulePlace['pending'];
}

/** Whether a cell is written, says so already, or is refused. */
export function decide(
  patch: CellPatch,
  target: Target,
  { book, options, strings, pending }: Deciding,
): Writing | PatchedCell {
  const { row, column, value } = patch;
  const merge = target.mergeAt(row, column);
  if (merge && (merge.top !== row || merge.left !== column)) {
    return refused(patch, 'cell_merged', {
      range: `${addressOf(merge.top, merge.left)}:${addressOf(merge.bottom, merge.right)}`,
    });
  }
  const standing = standingOf(target, row, column);
  if (standing.cells.some(cell => cell.hasFormula) || target.isSpilled(row, column))
    return refused(patch, 'cell_formula');
  const format = book.styles.format(standing.styleIndex);
  const notation = {
    format: format.number,
    isIsoCell: standing.cells.at(-1)?.type === 'd',
    date1904: book.date1904,
  };
  const content = contentOf(value, notation);
  if (!content) return refused(patch, 'cell_value_invalid', { value: String('value' in value ? value.value : '') });
  if (says(presentValue(standing.cells, book, strings), content, notation)) return same(patch);
  const table = headerOf(target, row, column);
  if (table) return refused(patch, 'cell_table_header', { table: table.name });
  if (target.isPivot(row, column)) return refused(patch, 'cell_pivot');
  if (target.map.frame.protected && format.locked && !mayWrite(patch, target, options))
    return refused(patch, 'cell_locked');
  if (content.kind === 'text' && content.text.length > longestText) {
    return refused(patch, 'cell_too_long', { length: content.text.length, limit: longestText });
  }
  const validation = target.validationAt(row, column);
  if (!validation) return { patch, content, standing, format, unchecked: null };
  const serial = value.kind === 'date' ? serialOfDay(value.value, book.date1904) : null;
  const place = { sheet: patch.sheet, row, column, lists: book.lists, date1904: book.date1904, pending };
  const verdict = forbids(validation, { value, serial }, place);
  if (verdict && verdict.code !== 'cell_rule_unchecked' && 'value' in value) {
    const { code, allowed } = verdict;
    return refused(patch, code, { value: String(value.value), allowed, length: String(value.value).length });
  }
  return { patch, content, standing, format, unchecked: verdict?.allowed ?? null };
}

export const isOutside = ({ row, column }: CellPatch): boolean =>
  !(
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 1 &&
    row <= lastRow &&
    column >= 1 &&
    column <= lastColumn
  );

const mayWrite = ({ sheet, row, column }: CellPatch, target: Target, { unlocked }: PatchOptions): boolean =>
  target.isOpen(row, column) || (unlocked?.has(`${sheet}!${columnName(column)}${row}`) ?? false);

/** Of a cell that the file holds more than once, the last one with something in it counts. */
function presentValue(
  cells: readonly CellPlace[],
  book: Book,
  strings: (index: number) => string | undefined,
): CellValue {
  for (let i = cells.length - 1; i >= 0; i--) {
    const cell = cells[i]!;
    if (cell.raw === null && cell.inline === null) continue;
    const value = valueIn(cell, book, strings);
    if (value.kind !== 'blank') return value;
  }
  return { kind: 'blank' };
}

function valueIn(cell: CellPlace, book: Book, strings: (index: number) => string | undefined): CellValue {
  const isInline = cell.inline !== null && (cell.type === 'inlineStr' || cell.raw === null);
  const shared = cell.type === 's' && cell.raw !== null ? strings(Number(cell.raw)) : undefined;
  const source = isInline ? { ...cell, type: 'inlineStr', raw: cell.inline } : cell;
  if (shared !== undefined) return shared === '' ? { kind: 'blank' } : { kind: 'text', value: shared };
  return understand(source, { strings: [], styles: book.styles, date1904: book.date1904 })?.value ?? { kind: 'blank' };
}
