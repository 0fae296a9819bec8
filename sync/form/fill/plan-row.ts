import type { FilledField, Issue, ProfileRow, RowFill } from '../../model/index.ts';
import { filledFields, formFields } from '../../model/index.ts';
import { columnName, parseAddress } from '../../sheet/index.ts';
import { type AnswerCell, answerCellAt, answerIssue, cellFields, type SheetContext } from '../answers/index.ts';
import type { Habits } from './habits.ts';
import { clears, isWanted, literalValue, planCell, titleOf } from './plan-cell.ts';
import { planResult, type Wanted } from './plan-result.ts';
import { type PlannedCell, presentValue, sameValue } from './planned.ts';
import type { RowPlaces } from './row-places.ts';

interface RowPlan {
  readonly context: SheetContext;
  readonly row: ProfileRow;
  readonly places: RowPlaces;
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
  const { context, row, places, fill, habits } = plan;
  const cells: PlannedCell[] = [];
  for (const field of cellFields) {
    const cell = places.cells.get(field);
    const wanted = isWanted(field, fill);
    if (cell) {
      if (!wanted && fill.cells?.[cell.address] === undefined) continue;
      const { value, issue } = planCell(cell, { context, row, fill, habits, field });
      cells.push(planned(plan, field, { cell, value, issue }));
    } else if (wanted && !clears(field, fill)) {
      const at = { sheet: context.sheet.name, row: row.row, field };
      cells.push(refused(plan, field, null, answerIssue('fill_field_missing', at, { title: titleOf(field) })));
    }
  }
  return cells;
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
function planOthers(plan: RowPlan, literals: NonNullable<RowFill['cells']>): readonly PlannedCell[] {
  const { context, row, places } = plan;
  return Object.entries(literals).flatMap(([address, literal]) => {
    if (places.addresses.has(address)) return [];
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
  const { context, row, places, habits } = asked;
  const plan = asked.fill.cells ? { ...asked, fill: byAnchor(asked) } : asked;
  const result = planResult(context, row, places.result, plan.fill, habits);
  return [
    ...result.cells.map(wanted => planned(plan, 'result', wanted)),
    ...result.issues.map(issue => refused(plan, 'result', null, issue)),
    ...planFields(plan),
    ...(plan.fill.cells ? planOthers(plan, plan.fill.cells) : []),
  ];
}
