import { cadencesIn } from '../model/index.ts';
import { checkMonthsOf } from './check-months.ts';
import type { Draft } from './draft.ts';
import type { Field } from './headings.ts';
import type { LayoutColumn } from './layout.ts';
import { excerpt, inform, type Note, warn } from './note.ts';
import { isDitto, type RowView } from './row-view.ts';
import { unitsOf } from './unit-cells.ts';

interface Beside {
  readonly column: LayoutColumn;
  readonly text: string;
  readonly targets: readonly Draft[];
  readonly known: ReadonlySet<string>;
  readonly place: Pick<Note, 'at' | 'draft'>;
}

const addTo = <T>(list: T[], values: readonly T[]): void => {
  for (const value of values) if (!list.includes(value)) list.push(value);
};

/** Columns that could not be told apart: 6月底 is no unit. */
const isDeadline = (name: string): boolean =>
  /^(?:民國|\d|[每隨適定不])/.test(name) && checkMonthsOf(name).doubt === null;

function sayUnits({ text, targets, known, place }: Beside): readonly Note[] {
  const printed = unitsOf(text, known);
  const { rejoined } = printed;
  const dated = printed.units.filter(isDeadline);
  const units = printed.units.filter(name => !dated.includes(name));
  const due = dated.map(checkMonthsOf);
  for (const target of targets) {
    addTo(target.units, units);
    addTo(
      target.checkMonths,
      due.flatMap(({ months }) => months),
    );
    addTo(
      target.cadence,
      due.flatMap(({ cadence }) => cadence),
    );
  }
  const notes: Note[] = [];
  if (dated.length > 0) notes.push(warn('unit_holds_months', { text: dated.join('、') }, place));
  if (rejoined) notes.push(inform('unit_rejoined', { units: units.join('、') }, place));
  if (targets.length > 1 && units.length > 1) {
    notes.push(warn('units_shared', { count: targets.length, units: units.join('、') }, place));
  }
  return notes;
}

/** What cannot be told as months or cadence stays readable among the remarks. */
function keepAsRemark({ column, text, targets }: Beside): void {
  for (const target of targets) addTo(target.remarks, [column.heading ? `${column.heading}：${text}` : text]);
}

const tick = /^[✓✔☑■●○◎◯√vVⅴ1１是]$/u;

function sayDeadline(beside: Beside): readonly Note[] {
  const { column, text, targets, place } = beside;
  const { months, cadence, doubt } =
    column.month !== null && tick.test(text)
      ? { months: [column.month], cadence: [], doubt: null }
      : checkMonthsOf(text);
  for (const target of targets) {
    addTo(target.checkMonths, months);
    addTo(target.cadence, cadence);
  }
  if (doubt === 'unclear') keepAsRemark(beside);
  const params = { text: excerpt(text), months: months.join('、') };
  return doubt === null ? [] : [warn(doubt === 'range' ? 'deadline_range' : 'deadline_unclear', params, place)];
}

function sayFrequency(beside: Beside): readonly Note[] {
  const cadence = cadencesIn(beside.text);
  for (const target of beside.targets) addTo(target.cadence, cadence);
  if (cadence.length > 0) return [];
  keepAsRemark(beside);
  return [warn('deadline_unclear', { text: excerpt(beside.text) }, beside.place)];
}

function sayRemarks({ text, targets }: Beside): readonly Note[] {
  for (const target of targets) addTo(target.remarks, [text]);
  return [];
}

const sayings: Partial<Readonly<Record<Field, (beside: Beside) => readonly Note[]>>> = {
  unit: sayUnits,
  assist: sayUnits,
  deadline: sayDeadline,
  frequency: sayFrequency,
  remarks: sayRemarks,
};

const isSaid = ({ field }: LayoutColumn): boolean => field !== null && field in sayings;

/**
 * Says of the targets what stands in the other columns of a row.
 * @param begun whether a node began in this row; if not, the row only adds to the one above
 */
export function sayBeside(
  view: RowView,
  targets: readonly Draft[],
  begun: boolean,
  known: ReadonlySet<string>,
): readonly Note[] {
  const [draft] = targets;
  if (!draft) return [];
  const notes: Note[] = [];
  const covered = view.texts.some(({ column }) => view.isCovered(column.column));
  for (const { column, cell } of view.beside(isSaid)) {
    if (!begun && cell.top < view.row) continue;
    const place = { at: { row: cell.top, column: cell.left }, draft };
    const text = isDitto(cell.text) ? view.above(column.column) : cell.text;
    if (text === '') notes.push(warn('ditto_unclear', {}, place));
    else notes.push(...sayings[column.field!]!({ column, text, targets, known, place }));
    if (!begun && !covered) notes.push(warn('row_joined', { text: excerpt(text) }, place));
  }
  return notes;
}
