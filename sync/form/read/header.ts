import type { Row } from '../../sheet/index.ts';
import { type ColumnField, idColumnMark } from '../columns.ts';
import { fieldOfTitle } from './title-field.ts';

/** Which column holds what, from one header row down to the next. */
export interface Columns {
  readonly headerRow: number;
  readonly at: ReadonlyMap<ColumnField, number>;
  readonly idColumn: number | null;
  /** From the mark above the ids. */
  readonly formId: string | null;
  /** Titles that stand more than once: none of their columns is read. */
  readonly repeated: ReadonlyMap<ColumnField, readonly number[]>;
  /** Every title of the row, by column. */
  readonly titles: ReadonlyMap<number, string>;
}

const answers: readonly ColumnField[] = ['result', 'narrative', 'remarks'];

/** The columns that a row names, or null when it is no header: one names an answer column and two others, or the id column. */
export function headerOf(row: Row): Columns | null {
  const titled = row.cells.filter(cell => cell.text.trim() !== '');
  const mark = titled.find(cell => cell.text.startsWith(idColumnMark));
  const found = titled.flatMap(({ column, text }) => {
    const named = fieldOfTitle(text);
    return named ? [{ ...named, column }] : [];
  });
  // Where our own title stands, a column that somebody added under another word for it takes nothing from it.
  const printed = new Set(found.flatMap(({ field, isOwn }) => (isOwn ? [field] : [])));
  const byField = Map.groupBy(
    found.filter(({ field, isOwn }) => isOwn || !printed.has(field)),
    ({ field }) => field,
  );
  if (byField.size < (mark ? 1 : 3) || !answers.some(field => byField.has(field))) return null;
  const entries = [...byField].map(([field, list]) => [field, list.map(({ column }) => column)] as const);
  return {
    headerRow: row.row,
    at: new Map(entries.flatMap(([field, [column, ...more]]) => (more.length === 0 ? [[field, column!]] : []))),
    repeated: new Map(entries.filter(([, columns]) => columns.length > 1)),
    idColumn: mark?.column ?? null,
    formId: mark ? mark.text.slice(idColumnMark.length).trim() : null,
    titles: new Map(titled.filter(cell => cell !== mark).map(({ column, text }) => [column, text.trim()])),
  };
}

/**
 * The same titles over the same columns, some perhaps hidden under a merge: the header of the table above once more.
 * One that says anything else is a row, so that what it says is not lost.
 */
export const repeats = (header: Columns, above: Columns | undefined): boolean =>
  above !== undefined && [...header.titles].every(([column, title]) => above.titles.get(column) === title);

/** The header of another table, with columns of its own. */
export const rearranges = (header: Columns, above: Columns | undefined): boolean =>
  above === undefined || [...header.at].some(([field, column]) => above.at.get(field) !== column);
