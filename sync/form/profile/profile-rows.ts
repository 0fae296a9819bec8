import {
  type FormField,
  filledFields,
  type ProfileCells,
  type ProfileRow,
  parseBareMark,
  parseRocDate,
} from '../../model/index.ts';
import { checkMonthsOf } from '../../outline/check-months.ts';
import type { Grid, GridCell } from '../../outline/grid.ts';
import { namesIn, unitsBehind, unitsOf } from '../../outline/unit-cells.ts';
import { addressOf, type Sheet } from '../../sheet/index.ts';
import { type FormPeriod, splitNarrative } from '../answers/index.ts';
import { askedOf } from './asked.ts';
import type { Place } from './layout.ts';
import { type Reader, settleMarks } from './marks.ts';
import { printedDate } from './printed-date.ts';
import type { AskingRow } from './table.ts';

/** Everything that is known of the rows that ask something, with the cells that take the answers. */
export function profileRows(
  grid: Grid,
  sheet: Sheet,
  asking: readonly AskingRow[],
  period: FormPeriod | null,
): readonly ProfileRow[] {
  const marks = settleMarks(asking.map(row => readAsked(grid, row)));
  const units = namesIn(asking.flatMap(row => textAt(grid, row, 'units') ?? []));
  const histories = asking.map(row => splitNarrative(textAt(grid, row, 'narrative') ?? '', period).history);
  const keepsHistory = histories.some(history => history.length > 0);
  return asking.map((row, i) => {
    const { asked, mark } = marks[i]!;
    const number = numberAt(sheet, row);
    const planned = cellAt(grid, row, 'plannedDate');
    const weight = row.layout.weight && sheet.anchor(row.row, row.layout.weight.left)?.value;
    const printed = sheet.cell(row.asked.top, row.asked.left);
    const finding = textAt(grid, row, 'finding');
    return {
      row: row.row,
      label: mark,
      text: asked.text,
      ...(asked.subSteps.length > 0 ? { subSteps: [...asked.subSteps] } : {}),
      units: [...unitsAt(grid, row, units, finding)],
      checkMonths: [...monthsAt(grid, row)],
      ...(number === null ? {} : { number }),
      item: row.item,
      keyPoint: row.keyPoint,
      ...(finding === null ? {} : { finding }),
      ...(planned === null ? {} : plannedDate(sheet, planned)),
      ...(weight?.kind === 'number' ? { weight: weight.value } : {}),
      ...(keepsHistory ? { history: [...histories[i]!] } : {}),
      ...(sheet.isRowHidden(row.row) ? { hidden: true } : {}),
      ...(printed?.isRich ? { rich: true } : {}),
      ...(printed?.isPhonetic ? { phonetic: true } : {}),
      cells: cellsOf(sheet, row),
    };
  });
}

function readAsked(grid: Grid, row: AskingRow): Reader {
  const number = row.layout.fields.get('number');
  const cell = number ? grid.at(row.row, number.left) : null;
  const beside = row.markCell && parseBareMark(row.markCell.text);
  return expects => ({
    row,
    asked: askedOf(row.asked.text, expects),
    beside,
    number: cell?.text ?? null,
  });
}

/** What a person sees in the column: each of several columns under one title may hold it. */
function cellAt(grid: Grid, { row, layout }: AskingRow, field: FormField): GridCell | null {
  const place = layout.fields.get(field);
  if (!place) return null;
  for (let column = place.left; column <= place.right; column++) {
    const cell = grid.at(row, column);
    if (cell && cell.left >= place.left && cell.left <= place.right) return cell;
  }
  return null;
}

const textAt = (grid: Grid, row: AskingRow, field: FormField): string | null => cellAt(grid, row, field)?.text ?? null;

function numberAt(sheet: Sheet, { row, layout }: AskingRow): string | number | null {
  const place = layout.fields.get('number');
  const cell = place && sheet.anchor(row, place.left);
  if (!cell || cell.text.trim() === '') return null;
  return cell.value.kind === 'number' ? cell.value.value : cell.text.trim();
}

/** From the column of units, else from the parentheses at the end of a finding. Blank stays blank. */
function unitsAt(grid: Grid, row: AskingRow, known: ReadonlySet<string>, finding: string | null): readonly string[] {
  const text = textAt(grid, row, 'units');
  if (text !== null) return unitsOf(text, known).units;
  return finding === null || row.layout.fields.has('units') ? [] : unitsBehind(finding);
}

function monthsAt(grid: Grid, row: AskingRow): readonly number[] {
  const { months } = row.layout;
  if (months.length > 0) return months.flatMap(({ month, place }) => (isTicked(grid, row.row, place) ? [month] : []));
  const text = textAt(grid, row, 'checkMonths');
  return text === null ? [] : checkMonthsOf(text).months;
}

const isTicked = (grid: Grid, row: number, { left }: Place): boolean => {
  const text = grid.at(row, left)?.text ?? '';
  return text !== '' && !/^[□☐xX×✗-]$/.test(text);
};

function plannedDate(sheet: Sheet, planned: GridCell): Pick<ProfileRow, 'plannedDate' | 'plannedDateText'> {
  const iso = parseRocDate(planned.text);
  const cell = iso ? sheet.cell(planned.top, planned.left) : undefined;
  return { ...(iso ? { plannedDate: iso } : {}), plannedDateText: cell ? printedDate(cell) : planned.text };
}

/** A running number belongs to the cells that are written only where steps are asked; anything else is known by its number. */
function cellsOf(sheet: Sheet, { row, layout }: AskingRow): ProfileCells {
  const fields: readonly FormField[] = layout.fields.has('step') ? ['number', ...filledFields] : filledFields;
  const entries = fields.flatMap(field => {
    const place = layout.fields.get(field);
    return place ? [[field, anchorAddress(sheet, row, place.left)] as const] : [];
  });
  const ticks = [...layout.ticks].map(([choice, place]) => [choice, anchorAddress(sheet, row, place.left)] as const);
  return {
    ...(Object.fromEntries(entries) as Partial<Record<FormField, string>>),
    ...(ticks.length > 0 ? { resultTicks: Object.fromEntries(ticks) } : {}),
  };
}

function anchorAddress(sheet: Sheet, row: number, column: number): string {
  const merge = sheet.mergeAt(row, column);
  return merge ? addressOf(merge.top, merge.left) : addressOf(row, column);
}
