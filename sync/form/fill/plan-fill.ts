import type { FormFill, FormProfile, Issue, RowFill } from '../../model/index.ts';
import { parseAddress, type Sheets } from '../../sheet/index.ts';
import type { CellPatch } from '../../sheet/patch.ts';
import { answerIssue, contextOf, type SheetContext } from '../answers/index.ts';
import { habitsOf } from './habits.ts';
import { planRow } from './plan-row.ts';
import { type PlannedCell, sameValue } from './planned.ts';

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

function planSheet(context: SheetContext, fills: readonly RowFill[]): SheetPlan {
  const habits = habitsOf(context);
  const rows = new Map(context.profile.rows.map(row => [row.row, row]));
  const sheet = context.sheet.name;
  const cells: PlannedCell[] = [];
  const issues: Issue[] = [];
  for (const [number, list] of Map.groupBy(fills, ({ row }) => row)) {
    const row = rows.get(number);
    if (!row) issues.push(answerIssue('fill_row_unknown', { sheet, row: number }));
    else if (list.length > 1)
      issues.push(answerIssue('fill_row_repeated', { sheet, row: number }, { count: list.length }));
    else cells.push(...planRow({ context, row, fill: list[0]!, habits }));
  }
  return { cells: withoutContest(sheet, cells), issues };
}

/** Cells merged over several rows are written when those rows agree, and refused for all of them when they do not. */
function withoutContest(sheet: string, cells: readonly PlannedCell[]): readonly PlannedCell[] {
  const contested = new Map<string, Issue>();
  for (const [address, list] of Map.groupBy(cells, ({ cell }) => cell)) {
    const [first] = list;
    const values = list.flatMap(({ value }) => value ?? []);
    if (address === null || !first || values.every(value => sameValue(value, values[0]!))) continue;
    const rows = list.map(({ row }) => row).join('、');
    contested.set(address, answerIssue('fill_cell_contested', { sheet, cell: address }, { rows }));
  }
  return cells.map(cell => {
    const issue = cell.cell === null ? undefined : contested.get(cell.cell);
    return issue ? { ...cell, status: 'refused', value: null, issue } : cell;
  });
}

function patchesOf(cells: readonly PlannedCell[]): readonly CellPatch[] {
  const patches = new Map<string, CellPatch>();
  for (const { sheet, cell, status, value } of cells) {
    const at = cell === null ? null : parseAddress(cell);
    if (status === 'write' && at && value) patches.set(`${sheet}!${cell}`, { sheet, ...at, value });
  }
  return [...patches.values()];
}

/**
 * Turns answers into patches of the cells that they belong in, written the way the form writes them: its ticks, marks, lists,
 * notations of days and evidence. A row is named by sheet and number. What is absent stays as it is, null or an empty text
 * clears; filling again with the same answers changes nothing.
 */
export function planFill(workbook: Sheets, profile: FormProfile, answers: FormFill): FillPlan {
  const sheets = answers.sheets.map(({ name, rows }): SheetPlan => {
    const sheetProfile = profile.sheets.find(sheet => sheet.name === name);
    const context = sheetProfile ? contextOf(workbook, profile, sheetProfile) : null;
    if (context) return planSheet(context, rows);
    return { cells: [], issues: [answerIssue('fill_sheet_unknown', { sheet: name }, { count: rows.length })] };
  });
  const cells = sheets.flatMap(sheet => sheet.cells);
  return {
    patches: patchesOf(cells),
    cells,
    issues: [...sheets.flatMap(sheet => sheet.issues), ...cells.flatMap(({ issue }) => issue ?? [])],
  };
}
