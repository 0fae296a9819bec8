import type { FilledField, Issue, ProfileRow, RowFill } from '../../model/index.ts';
import { filledFields, formFields } from '../../model/index.ts';
import { columnName, parseAddress } from '../../sheet/index.ts';
import { type AnswerCell, answerCellAt, answerIssue, cellFields, type SheetContext } from '../answers/index.ts';
import type { Habits } from './habits.ts';
import { clears, isWanted, literalValue, planCell, titleOf } from './plan-cell.ts';
import { planResult, resultCells, type Wanted } from './plan-result.ts';
import { type PlannedCell, presentValue, sameValue } from './planned.ts';

interface RowPlan {
  readonly context: SheetContext;
  readonly row: ProfileRow;
  readonly fill: RowFill;
  readonly habits: Habits;
}

function planned({ context, row }: RowPlan, field: FilledField | null, { cell, value, issue }: Wanted): PlannedCell {
  const status = value === null ? 'refused' : sameValue(value, presentValue(cell)) ? 'same' : 'write';
  return { sheet: context.sheet.name, row: row.row, field, cell: cell.address, status, value, issue };
}

const refused = ({ context, row }: RowPlan, field: string | null, cell: string | null, issue: Issue): PlannedCell => ({
  sheet: context.sheet.name,
  row: row.row,
  field,
  cell,
  status: 'refused',
  value: null,
  issue,
});

function planFields(plan: RowPlan): readonly PlannedCell[] {
  const { context, row, fill } = plan;
  return cellFields.flatMap(field => {
    const cell = row.cells[field] ? answerCellAt(context.sheet, row.cells[field]) : null;
    const wanted = isWanted(field, fill);
    if (!cell) {
      if (!wanted || clears(field, fill)) return [];
      const at = { sheet: context.sheet.name, row: row.row, field };
      return [refused(plan, field, null, answerIssue('fill_field_missing', at, { title: titleOf(field) }))];
    }
    if (!wanted && fill.cells?.[cell.address] === undefined) return [];
    return [planned(plan, field, { cell, ...planCell(cell, { ...plan, field }) })];
  });
}

const questionFields = formFields.filter(field => !(filledFields as readonly string[]).includes(field));

/** Whether a cell that was named without a field may be written: in its row, and not what the form asks with. */
function isOpen({ context, row }: RowPlan, cell: AnswerCell): boolean {
  const { columns, turned } = context.profile;
  const [across, down] = turned ? [cell.row, cell.column] : [cell.column, cell.row];
  const asks = questionFields.some(field => columns[field] === columnName(across));
  return down === row.row && !asks;
}

/** Cells that were named letter for letter and belong to no field that was found. */
function planOthers(plan: RowPlan, answerCells: ReadonlySet<string>): readonly PlannedCell[] {
  const { context, row, fill } = plan;
  return Object.entries(fill.cells ?? {}).flatMap(([address, literal]) => {
    if (answerCells.has(address)) return [];
    const cell = parseAddress(address) ? answerCellAt(context.sheet, address) : null;
    if (cell && isOpen(plan, cell))
      return [planned(plan, null, { cell, value: literalValue(cell, literal), issue: null })];
    const at = { sheet: context.sheet.name, row: row.row, ...(cell ? { cell: address } : {}) };
    return [refused(plan, null, address, answerIssue('fill_cell_foreign', at, { cell: address, row: row.row }))];
  });
}

/** Any of the merged cells stands for all of them. */
function byAnchor({ context, fill }: RowPlan): RowFill {
  const named = Object.entries(fill.cells ?? {}).map(
    ([address, literal]) => [answerCellAt(context.sheet, address)?.address ?? address, literal] as const,
  );
  return fill.cells ? { ...fill, cells: Object.fromEntries(named) } : fill;
}

/** What is to become of every cell that the answers of one row speak of. */
export function planRow(asked: RowPlan): readonly PlannedCell[] {
  const { context, row, habits } = asked;
  const fill = byAnchor(asked);
  const plan = { ...asked, fill };
  const result = planResult(context, row, fill, habits);
  const known = new Set([
    ...resultCells(context, row).map(cell => cell.address),
    ...cellFields.flatMap(field =>
      row.cells[field] ? (answerCellAt(context.sheet, row.cells[field])?.address ?? []) : [],
    ),
  ]);
  return [
    ...result.cells.map(wanted => planned(plan, 'result', wanted)),
    ...result.issues.map(issue => refused(plan, 'result', null, issue)),
    ...planFields(plan),
    ...planOthers(plan, known),
  ];
}
