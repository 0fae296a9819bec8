import { lastColumn, lastRow, parseRange, type Range } from './address.ts';
import type { DefinedName, Sheet, Validation } from './workbook.ts';

/** What lists are looked up in, in the notation of Excel. */
export interface ListSource {
  readonly sheets: readonly Pick<Sheet, 'name' | 'rows' | 'cell'>[];
  readonly definedNames: readonly DefinedName[];
}

/** A list longer than this is no list of choices, and a range over whole columns ends where its cells do. */
const mostChoices = 2000;

/**
 * The choices that a list offers in a cell: those written out in it, or the texts of the range that its formula names, by
 * address, by defined name or by a fixed cell that says either. Null when the formula computes its range in another way
 * (OFFSET, an INDIRECT that every row answers for itself) or the range is not there.
 * @param place the cell, since a range may be relative to the first cell of the validation
 */
export function listChoices(
  validation: Pick<Validation, 'type' | 'formula1' | 'ranges'>,
  sheet: string,
  place: { readonly row: number; readonly column: number } | null,
  source: ListSource,
): readonly string[] | null {
  if (validation.type !== 'list') return null;
  const literal = literalChoices(validation.formula1);
  if (literal) return literal;
  return rangeChoices(
    validation.formula1.trim().replace(/^=/, ''),
    sheet,
    shiftTo(place, validation.ranges),
    source,
    0,
  );
}

/** `"done,ongoing"` is a written-out list, with quotes doubled inside; anything else names a range. */
export function literalChoices(formula: string): readonly string[] | null {
  const match = /^\s*"(.*)"\s*$/s.exec(formula);
  return match
    ? match[1]!
        .replaceAll('""', '"')
        .split(',')
        .map(choice => choice.trim())
    : null;
}

/** How far a cell is from the first one of its validation; null where that is not the same for all of its cells. */
export interface Shift {
  readonly rows: number | null;
  readonly columns: number | null;
}

export const held: Shift = { rows: 0, columns: 0 };

export function shiftTo(
  place: { readonly row: number; readonly column: number } | null,
  ranges: readonly Range[],
): Shift {
  const [first] = ranges;
  if (!first) return { rows: null, columns: null };
  if (place) return { rows: place.row - first.top, columns: place.column - first.left };
  const oneRow = ranges.every(({ top, bottom }) => top === first.top && bottom === first.top);
  const oneColumn = ranges.every(({ left, right }) => left === first.left && right === first.left);
  return { rows: oneRow ? 0 : null, columns: oneColumn ? 0 : null };
}

const reference =
  /^(?:(?:'((?:[^']|'')+)'|([^'!()+*/&=<>,;:\s]+))!)?(\$?[A-Za-z]{0,3}\$?\d{0,7}(?::\$?[A-Za-z]{0,3}\$?\d{0,7})?)$/;
const deepestName = 4;

function rangeChoices(
  formula: string,
  sheet: string,
  shift: Shift,
  source: ListSource,
  depth: number,
): readonly string[] | null {
  const match = reference.exec(formula);
  const range = match && rangeOf(match[3]!, shift);
  if (match && range) return textsOf(range, match[1]?.replaceAll("''", "'") ?? match[2] ?? sheet, source);
  if (depth === deepestName) return null;
  const told = toldIn(formula, sheet, source);
  if (told) {
    const found = rangeChoices(told, sheet, held, source, depth + 1);
    return found?.length ? found : null;
  }
  const named = findName(formula, sheet, source);
  return named ? rangeChoices(named.refersTo.trim(), named.sheet ?? sheet, held, source, depth + 1) : null;
}

const indirect =
  /^INDIRECT\(\s*(?:"([^"]*)"|((?:'(?:[^']|'')+'!|[^'!()+*/&=<>,;:\s"]+!)?\$[A-Za-z]{1,3}\$\d{1,7}))\s*\)$/i;

/** The name or address that an INDIRECT reads; only out of a cell that stands fast, since what others say is yet to be filled in. */
function toldIn(formula: string, sheet: string, source: ListSource): string | null {
  const match = indirect.exec(formula);
  if (!match) return null;
  return match[1] ?? rangeChoices(match[2]!, sheet, held, source, deepestName)?.[0] ?? null;
}

function findName(name: string, sheet: string, { definedNames }: ListSource): DefinedName | undefined {
  const key = name.toLowerCase();
  const known = definedNames.filter(defined => defined.name.toLowerCase() === key);
  return known.find(defined => defined.sheet === sheet) ?? known.find(defined => defined.sheet === null);
}

/** An address or range as seen from a cell of the rule that names it: the parts that no `$` holds move; null when it moves off the sheet, or cannot be known where to. */
export function rangeOf(text: string, shift: Shift): Range | null {
  const range = parseRange(text);
  if (!range) return null;
  const corners = text.split(':').map(corner => /^(\$?)[A-Za-z]*(\$?)\d*$/.exec(corner)!);
  const wholeRows = !/[A-Za-z]/.test(text);
  const wholeColumns = !/\d/.test(text);
  const columnsHeld = wholeRows || corners.every(([, column]) => column === '$');
  const rowsHeld =
    wholeColumns || corners.every(([whole, column, row]) => row === '$' || (!/[A-Za-z]/.test(whole) && column === '$'));
  const [rows, columns] = [rowsHeld ? 0 : shift.rows, columnsHeld ? 0 : shift.columns];
  if (rows === null || columns === null) return null;
  const moved = {
    top: range.top + rows,
    bottom: range.bottom + rows,
    left: range.left + columns,
    right: range.right + columns,
  };
  return moved.top >= 1 && moved.left >= 1 && moved.bottom <= lastRow && moved.right <= lastColumn ? moved : null;
}

function textsOf(range: Range, sheetName: string, { sheets }: ListSource): readonly string[] | null {
  const key = sheetName.toLowerCase();
  const sheet = sheets.find(({ name }) => name.toLowerCase() === key);
  if (!sheet) return null;
  const right = Math.min(range.right, range.left + mostChoices);
  const bottom = Math.min(range.bottom, sheet.rows.at(-1)?.row ?? 0, range.top + mostChoices);
  const texts: string[] = [];
  for (let row = range.top; row <= bottom; row++) {
    for (let column = range.left; column <= right; column++) {
      const text = sheet.cell(row, column)?.text.trim();
      if (text) texts.push(text);
      if (texts.length > mostChoices) return null;
    }
  }
  return texts;
}
