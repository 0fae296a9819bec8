import type { PlanReading } from '../model/index.ts';
import { checkLabels } from './check-labels.ts';
import { checkUnits } from './check-units.ts';
import type { Draft } from './draft.ts';
import { finish } from './finish.ts';
import type { Grid } from './grid.ts';
import { isText } from './headings.ts';
import { interpret } from './interpret.ts';
import { findSections, type LayoutColumn, type Section } from './layout.ts';
import { excerpt, fail, inform, type Note, warn } from './note.ts';
import { readPreamble } from './preamble.ts';

interface Candidate {
  readonly grid: Grid;
  readonly sections: readonly Section[];
}

/** Reads the plan from the likeliest of several tables. */
export function readGrids(grids: readonly Grid[], fileName: string): Omit<PlanReading, 'sha256'> {
  const candidates = grids
    .map(grid => ({ grid, sections: findSections(grid) }))
    .filter(({ sections }) => sections.some(section => section.rows.length > 0));
  const [chosen, ...others] = candidates.sort((a, b) => likelihood(b) - likelihood(a));
  if (!chosen) return nothing(grids, fileName);
  const { grid, sections } = chosen;
  const preamble = readPreamble(grid, sections[0]!.headingTop, fileName);
  const { items, notes } = interpret(grid, sections, preamble.texts);
  const all = [
    ...preamble.notes,
    ...others.map(other => warn('table_elsewhere', { sheet: other.grid.name })),
    ...tableNotes(chosen, items),
    ...notes,
    ...checkLabels(items),
    ...checkUnits(items),
  ];
  const { title, agencyName, year } = preamble;
  return { fileName, title, agencyName, year, ...finish(items, all, grid.name) };
}

/** A sheet that people see counts first, then how much of the heading is known, then how long the table is. */
function likelihood({ grid, sections }: Candidate): number {
  const fields = new Set(sections[0]!.columns.map(({ field }) => field).filter(field => field !== null));
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
  return (grid.visible ? 1_000_000 : 0) + fields.size * 20_000 + rows;
}

function nothing(grids: readonly Grid[], fileName: string): Omit<PlanReading, 'sha256'> {
  const sheets = grids.map(({ name }) => name).join('、');
  const note = fail('table_not_found', { sheets: excerpt(sheets) });
  return { fileName, title: '', agencyName: '', year: null, ...finish([], [note], '') };
}

/** What is to say of the table as a whole. */
function tableNotes({ grid, sections }: Candidate, items: readonly Draft[]): readonly Note[] {
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
