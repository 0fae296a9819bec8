import type { FormFill, FormProfile, Issue, ProfileRow, RowFill } from '../../model/index.ts';
import { parseAddress, type Sheets } from '../../sheet/index.ts';
import type { CellPatch } from '../../sheet/patch.ts';
import { toldAcross, toldOf } from '../across.ts';
import { answerIssue, contextOf, type SheetContext } from '../answers/index.ts';
import { type Habits, habitsOf } from './habits.ts';
import { planRow } from './plan-row.ts';
import { type PlannedCell, sameValue } from './planned.ts';
import { placesOf, type RowPlaces } from './row-places.ts';

/** Answers turned into what is to be written, and into nothing else. */
export interface FillPlan {
  /** Cells that change, in the order of the answers. */
  readonly patches: readonly CellPatch[];
  /** Every cell that the answers speak of, with what is to become of it. */
  readonly cells: readonly PlannedCell[];
  readonly issues: readonly Issue[];
}

interface SheetPlan {
  readonly cells: readonly PlannedCell[];
  readonly issues: readonly Issue[];
}

/** A sheet made ready to be filled: what is the same for all answers is looked up once. */
interface ReadySheet {
  readonly context: SheetContext;
  readonly habits: Habits;
  readonly row: (number: number) => { readonly row: ProfileRow; readonly places: RowPlaces } | undefined;
}

function readied(context: SheetContext): ReadySheet {
  const rows = new Map(context.profile.rows.map(row => [row.row, row]));
  const known = new Map<number, { readonly row: ProfileRow; readonly places: RowPlaces }>();
  return {
    context,
    habits: habitsOf(context),
    row: number => {
      const row = rows.get(number);
      const found = known.get(number) ?? (row && { row, places: placesOf(context, row) });
      if (found) known.set(number, found);
      return found;
    },
  };
}

function planSheet({ context, habits, row: rowAt }: ReadySheet, fills: readonly RowFill[]): SheetPlan {
  const sheet = context.sheet.name;
  const cells: PlannedCell[] = [];
  const issues: Issue[] = [];
  for (const [number, list] of Map.groupBy(fills, ({ row }) => row)) {
    const found = rowAt(number);
    if (!found) issues.push(answerIssue('fill_row_unknown', { sheet, row: number }));
    else if (list.length > 1)
      issues.push(answerIssue('fill_row_repeated', { sheet, row: number }, { count: list.length }));
    else cells.push(...planRow({ ...found, context, fill: list[0]!, habits }));
  }
  return { cells: withoutContest(sheet, cells), issues };
}

/** Cells merged over several rows are written when those rows agree, and refused for all of them when they do not. */
function withoutContest(sheet: string, cells: readonly PlannedCell[]): readonly PlannedCell[] {
  const byAddress = new Map<string, PlannedCell>();
  const contested = new Set<string>();
  for (const planned of cells) {
    const { cell, value } = planned;
    if (cell === null || value === null) continue;
    const first = byAddress.get(cell);
    if (!first) byAddress.set(cell, planned);
    else if (!sameValue(value, first.value!)) contested.add(cell);
  }
  if (contested.size === 0) return cells;
  const sharing = Map.groupBy(cells, ({ cell }) => cell);
  return cells.map(planned => {
    const { cell } = planned;
    if (cell === null || !contested.has(cell)) return planned;
    const rows = sharing
      .get(cell)!
      .map(({ row }) => row)
      .join('、');
    const issue = answerIssue('fill_cell_contested', { sheet, cell }, { rows });
    return { ...planned, status: 'refused', value: null, issue };
  });
}

function patchesOf(cells: readonly PlannedCell[]): readonly CellPatch[] {
  const patches: CellPatch[] = [];
  const named = new Set<string>();
  for (const { sheet, cell, status, value } of cells) {
    const at = cell === null || named.has(cell) ? null : parseAddress(cell);
    if (status !== 'write' || !at || !value) continue;
    named.add(cell!);
    patches.push({ sheet, ...at, value });
  }
  return patches;
}

/**
 * Turns answers into patches of the cells that they belong in, written the way the form writes them: its ticks, marks, lists,
 * notations of days and evidence. A row is named by sheet and number. What is absent stays as it is, null or an empty text
 * clears; filling again with the same answers changes nothing.
 */
export const planFill = (workbook: Sheets, profile: FormProfile, answers: FormFill): FillPlan =>
  plannerOf(workbook, profile)(answers);

const acrossCell = (cell: PlannedCell): PlannedCell => (cell.issue ? { ...cell, issue: toldAcross(cell.issue) } : cell);

/** The same for answers of one office after the other. */
export function plannerOf(workbook: Sheets, profile: FormProfile): (answers: FormFill) => FillPlan {
  const known = new Map<string, ReadySheet | null>();
  const readySheet = (name: string): ReadySheet | null => {
    const sheetProfile = profile.sheets.find(sheet => sheet.name === name);
    const context = sheetProfile ? contextOf(workbook, profile, sheetProfile) : null;
    return context && readied(context);
  };
  return ({ sheets: asked }) => {
    const bySheet = [...Map.groupBy(asked, ({ name }) => name)];
    const sheets = bySheet.map(([name, entries]): SheetPlan & { readonly patches: readonly CellPatch[] } => {
      const rows = entries.flatMap(entry => entry.rows);
      const sheet = known.get(name) ?? readySheet(name);
      known.set(name, sheet);
      const plan = sheet
        ? planSheet(sheet, rows)
        : { cells: [], issues: [answerIssue('fill_sheet_unknown', { sheet: name }, { count: rows.length })] };
      const cells = sheet?.context.profile.turned ? plan.cells.map(acrossCell) : plan.cells;
      const issues = toldOf(plan.issues, sheet?.context.profile ?? {});
      return { cells, issues, patches: patchesOf(cells) };
    });
    const cells = sheets.flatMap(sheet => sheet.cells);
    return {
      patches: sheets.flatMap(sheet => sheet.patches),
      cells,
      issues: [...sheets.flatMap(sheet => sheet.issues), ...cells.flatMap(({ issue }) => issue ?? [])],
    };
  };
}
