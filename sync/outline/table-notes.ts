import type { Draft } from './draft.ts';
import type { Grid } from './grid.ts';
import { isText } from './headings.ts';
import type { LayoutColumn, Section } from './layout.ts';
import { excerpt, fail, inform, type Note, warn } from './note.ts';

/** What is to say of a plan's table as a whole. */
export function tableNotes(grid: Grid, sections: readonly Section[], items: readonly Draft[]): readonly Note[] {
  const columns = sections[0]!.columns;
  const first = { row: sections[0]!.headingTop };
  const hidden = sections.flatMap(({ rows }) => rows.filter(row => row.hidden));
  const says = (field: LayoutColumn['field']): boolean => columns.some(column => column.field === field);
  return [
    ...columns
      .filter(({ field }) => field === null || field === 'answer')
      .map(column => unreadColumn(column, sections)),
    ...columns
      .filter(({ field, heading }) => isText(field) && heading === '')
      .map(({ column }) => inform('column_unnamed', {}, { at: { ...first, column } })),
    ...(says('unit') || says('assist') ? [] : [warn('unit_column_missing', {}, { at: first })]),
    ...(says('assist') ? [inform('assist_included', {}, { at: first })] : []),
    ...(hidden[0] ? [warn('rows_hidden', { count: hidden.length }, { at: { row: hidden[0].row } })] : []),
    ...(grid.cut ? [fail('rows_cut', { row: grid.rows.at(-1)?.row ?? 0 })] : []),
    ...(items.length === 0 ? [fail('table_empty', {}, { at: first })] : []),
  ].filter(note => note !== null);
}

function unreadColumn({ column, heading }: LayoutColumn, sections: readonly Section[]): Note | null {
  const cells = sections.flatMap(({ rows }) => rows.flatMap(row => row.cells.filter(cell => cell.left === column)));
  if (cells.length === 0) return null;
  const params = { heading: heading || excerpt(cells[0]!.text), count: cells.length };
  return warn('column_unread', params, { at: { row: sections[0]!.headingTop, column } });
}
