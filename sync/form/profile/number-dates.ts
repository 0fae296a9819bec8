import { type Cell, columnName, type Row, type Sheet } from '../../sheet/index.ts';
import type { HeadedColumn } from './headed-columns.ts';
import type { Header } from './header.ts';

/*
 * Whoever types 1-2 into a cell that is not formatted as text gets the second of January. What was typed is told by the
 * numbers around: those of a numbering go on from one to the next, which days in a column seldom do.
 */

/** Numbers of a column that the program had turned into dates. */
export interface NumberDates {
  /** Such as A. */
  readonly column: string;
  /** The first of them, and what it says now. */
  readonly row: number;
  readonly label: string;
  readonly count: number;
}

export interface Renumbered {
  /** The very sheet that came in where nothing had been turned. */
  readonly sheet: Sheet;
  readonly found: readonly NumberDates[];
}

/** Reads dates as the numbers that they were, in columns for numbers and in columns beside the texts that have no title of their own. */
export function withNumbers(sheet: Sheet, header: Header): Renumbered {
  const labels = new Map<Cell, string>();
  const found: NumberDates[] = [];
  for (const [column, cells] of numberColumns(sheet, header)) {
    const numbers = numbersIn(cells, titleAt(header, column)?.said?.field === 'number');
    const [first] = numbers;
    if (!first) continue;
    found.push({ column: columnName(column), row: first[0].row, label: first[1], count: numbers.length });
    for (const [cell, label] of numbers) labels.set(cell, label);
  }
  return found.length === 0 ? { sheet, found } : { sheet: relabelled(sheet, labels), found };
}

const titleAt = ({ columns }: Header, column: number): HeadedColumn | undefined =>
  columns.find(({ left, right }) => column >= left && column <= right);

/** Cells with text by the columns that numbers may stand in: under a title for them, or with the texts under one title or none. */
function numberColumns({ rows }: Sheet, header: Header): ReadonlyMap<number, readonly Cell[]> {
  const { columns, bottom } = header;
  const [first, last] = [(columns[0]?.left ?? 1) - 1, columns.at(-1)?.right ?? 0];
  const wanted = new Set<number>();
  for (let column = Math.max(1, first); column <= last; column++) {
    const title = titleAt(header, column);
    if (!title || title.right > title.left || title.said?.field === 'number') wanted.add(column);
  }
  const cells = rows.flatMap(({ row, cells }) =>
    row > bottom ? cells.filter(({ column, text }) => wanted.has(column) && text !== '') : [],
  );
  return Map.groupBy(cells, ({ column }) => column);
}

interface Day {
  readonly cell: Cell;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What of it the cell shows. */
  readonly shows: 'monthDay' | 'dayMonth' | 'monthYear' | 'all';
}

const unspoken = /"[^"]*"?|\\.|\[[^\]]*\]?/gs;

function shownBy(numberFormat: string): Day['shows'] | null {
  const code = numberFormat.slice(0, 255).toLowerCase().split(';')[0]!.replace(unspoken, '');
  if (/[hs]/.test(code) || !code.includes('m')) return null;
  const [isDay, isYear] = [code.includes('d'), /[yeg]/.test(code)];
  if (isDay && isYear) return 'all';
  if (isYear) return 'monthYear';
  if (!isDay) return null;
  return code.indexOf('d') < code.indexOf('m') ? 'dayMonth' : 'monthDay';
}

function dayOf(cell: Cell): Day | null {
  const { value, formula, numberFormat } = cell;
  const match = value.kind === 'date' && formula === null ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.value) : null;
  const shows = match && shownBy(numberFormat);
  if (!shows) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const mayBeTyped = shows === 'monthYear' ? day === 1 : year >= earliestYear;
  return mayBeTyped ? { cell, year, month, day, shows } : null;
}

/** What was typed without a year has that of its day; a plain 1 or 2 in a cell of dates is a day of 1900. */
const earliestYear = 1990;

type Parts = readonly number[];
type Reading = (day: Day) => Parts | null;

/** No numbering begins with so high a number, so that a day with a later year was typed without one. */
const latestYear = 2019;

/**
 * A date that is shown with its month first was typed so. One with its day first may have been typed either way, as that is how
 * a program of any language keeps it; and 1-1-2 is taken for a day with its year.
 */
const monthFirst: Reading = ({ month, day }) => [month, day];
const dayFirst: Reading = ({ month, day }) => [day, month];
const withYear: Reading = ({ year, month, day }) => (year > latestYear ? null : [year % 100, month, day]);
const yearLast: Reading = ({ year, month }) => [month, year % 100];

const readings = [monthFirst, dayFirst].flatMap(short =>
  [withYear, short].map(
    (all): Reading =>
      day =>
        ({ monthDay: monthFirst, dayMonth: short, monthYear: yearLast, all })[day.shows](day),
  ),
);

const printed = /^\d{1,2}(?:-\d{1,2}){1,2}$/;
const partsOf = (text: string): Parts | null => {
  const plain = text.normalize('NFKC').replace(/\s|[.、]$/g, '');
  return printed.test(plain) ? plain.split('-').map(Number) : null;
};
const labelOf = (parts: Parts): string => parts.join('-');

/** A column as one reading of its dates makes it. */
interface Tried {
  /** Of the cells that hold dates. */
  readonly labels: readonly Parts[];
  /** How many of them, and of the texts around, go on from another. */
  readonly sure: number;
  readonly around: number;
  /** How many follow upon the one before them, be it upwards or downwards. */
  readonly inOrder: number;
}

function tryReading(read: Reading, days: readonly Day[], cells: readonly Cell[]): Tried | null {
  const labels = days.map(read).filter(parts => parts !== null);
  if (labels.length < days.length) return null;
  const byCell = new Map(days.map(({ cell }, i) => [cell, labels[i]!]));
  const all = cells.map(cell => byCell.get(cell) ?? partsOf(cell.text)).filter(parts => parts !== null);
  const known = new Set(all.map(labelOf));
  const turns = all.slice(1).map((parts, i) => Math.sign(compared(all[i]!, parts)));
  const count = (way: number): number => turns.filter(turn => turn === way).length;
  return {
    labels,
    sure: labels.filter(parts => goesOn(parts, known)).length,
    around: all.filter(parts => goesOn(parts, known)).length,
    inOrder: Math.max(count(1), count(-1)),
  };
}

/** The cells of a column that are numbers turned into dates, with what they said; none where they go on from nothing. */
function numbersIn(cells: readonly Cell[], isTitled: boolean): readonly (readonly [Cell, string])[] {
  const days = cells.flatMap(cell => dayOf(cell) ?? []);
  if (days.length === 0) return [];
  const [best] = readings
    .flatMap(read => tryReading(read, days, cells) ?? [])
    .sort((a, b) => b.around - a.around || b.inOrder - a.inOrder);
  if (!best) return [];
  const { sure } = best;
  const numbers = cells.filter(({ text }) => partsOf(text) !== null).length;
  const isNumbering = isTitled || numbers > 0;
  const goOn = isNumbering ? sure > 0 && sure * 2 >= days.length : days.length > 2 && sure === days.length;
  // A column for numbers that holds nothing else is one even where so many rows were taken out that no two go on from each other.
  const isAllNumbers = isTitled && days.length + numbers === cells.length && days.every(({ shows }) => shows !== 'all');
  return goOn || isAllNumbers ? days.map(({ cell }, i) => [cell, labelOf(best.labels[i]!)]) : [];
}

const compared = (a: Parts, b: Parts): number => a.map((part, i) => (b[i] ?? 0) - part).find(by => by !== 0) ?? 0;

/** Another number comes right before or right behind, be it the first below the next heading. */
function goesOn(parts: Parts, known: ReadonlySet<string>): boolean {
  const [above, last] = [parts.slice(0, -1), parts.at(-1)!];
  const beside = [last - 1, last + 1].some(each => known.has(labelOf([...above, each])));
  const heading = above.at(-1)!;
  const next = [heading - 1, heading + 1].some(each => known.has(labelOf([...above.slice(0, -1), each, 1])));
  return beside || (last === 1 && next);
}

function relabelled(sheet: Sheet, labels: ReadonlyMap<Cell, string>): Sheet {
  const made = new Map([...labels].map(([cell, label]) => [cell, textCell(cell, label)]));
  const rows = sheet.rows.map((row): Row => {
    if (!row.cells.some(cell => made.has(cell))) return row;
    return { ...row, cells: row.cells.map(cell => made.get(cell) ?? cell) };
  });
  const instead = (cell: Cell | undefined): Cell | undefined => (cell && made.get(cell)) ?? cell;
  const byNumber = new Map(rows.map(row => [row.row, row]));
  return {
    ...sheet,
    rows,
    row: number => byNumber.get(number),
    cell: (row, column) => instead(sheet.cell(row, column)),
    anchor: (row, column) => instead(sheet.anchor(row, column)),
  };
}

const textCell = (cell: Cell, text: string): Cell => ({
  row: cell.row,
  column: cell.column,
  address: cell.address,
  text,
  value: { kind: 'text', value: text },
  formula: null,
  sharedFormula: false,
  styleIndex: cell.styleIndex,
  numberFormat: cell.numberFormat,
  locked: cell.locked,
  span: cell.span,
});
