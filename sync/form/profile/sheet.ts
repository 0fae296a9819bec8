import type {
  FormField,
  Issue,
  ProfileColumns,
  ProfilePeriod,
  ProfileRow,
  SheetCorrection,
  SheetProfile,
} from '../../model/index.ts';
import { type Grid, type GridRow, gridOf, mostColumns } from '../../outline/grid.ts';
import { columnName, columnNumber, parseAddress, type Sheet } from '../../sheet/index.ts';
import { blankRowsOf } from './blank-rows.ts';
import { isUsual } from './choices.ts';
import { decisionsOf } from './decisions.ts';
import { doubt, doubtsOf } from './doubts.ts';
import { findHeaders, type Header, headerIn, headsAlike } from './header.ts';
import { isLabel, labelOf } from './labels.ts';
import type { Layout, LayoutWishes, Months } from './layout.ts';
import { notesAbove } from './notes-above.ts';
import { withNumbers } from './number-dates.ts';
import { isSignOff } from './outside-rows.ts';
import { PageTitles } from './page-titles.ts';
import { parsePeriod } from './period.ts';
import { preambleCells, type ValueCell } from './preamble-cells.ts';
import { profileRows } from './profile-rows.ts';
import { layoutOf } from './read-layout.ts';
import { type RowKind, readTable, type Section } from './table.ts';

export interface SheetFinding {
  readonly profile: SheetProfile;
  readonly agencyName: string | null;
  readonly period: ProfilePeriod | null;
  /** Lines above the table, where the agency may be named if no cell names it. */
  readonly titles: readonly string[];
  readonly issues: readonly Issue[];
}

/** Longer than any form; it keeps a hostile sheet from taking all day. */
const mostRows = 200_000;

/** Reads the form on a sheet; null when there is none. */
export function profileSheet(read: Sheet, correction: SheetCorrection | null): SheetFinding | null {
  if (correction?.isForm === false) return null;
  const asRead = gridOf(read, mostRows);
  const headers = headersOf(asRead, correction);
  const [header] = headers;
  if (!header) return null;
  const { sheet, found: numberDates } = withNumbers(read, header);
  const grid = sheet === read ? asRead : gridOf(sheet, mostRows);
  const wishes = wishesOf(correction);
  const above = grid.rows.filter(({ row }) => row < header.top);
  const printed = preambleCells(grid, sheet, above, header.top).period;
  const months = monthsOf(printed);
  const stretches = sectionsOf(grid, headers);
  const sections = stretches.map(({ header, rows }): Section => {
    const alike = stretches.filter(other => headsAlike(other.header, header)).flatMap(other => other.rows);
    return { header, rows, layout: layoutOf(sheet, header, alike, wishes, months) };
  });
  const table = readTable(
    grid,
    sheet,
    sections,
    new PageTitles(above.flatMap(({ cells }) => cells.map(({ text }) => text))),
    {
      add: new Set(correction?.addRows),
      drop: new Set(correction?.dropRows),
    },
  );
  const rows = profileRows(grid, sheet, table.asking, printed && parsePeriod(printed.value));
  if (rows.length === 0 && !correction?.headerRows && !isLikelyForm(sections[0]!.layout)) return null;
  const { layout } = sections[0]!;
  const ofKind = (kind: RowKind): number[] => [...table.kinds].flatMap(([row, k]) => (k === kind ? [row] : []));
  const outside = [...above, ...grid.rows.filter(({ row }) => isBeside(table.kinds.get(row)))];
  const cells = preambleCells(grid, sheet, outside, header.top);
  const blank = blankRowsOf(grid, sheet, table.kinds, layout, {
    first: header.bottom,
    last: rows.at(-1)?.row ?? header.bottom,
  });
  const profile: Omit<SheetProfile, 'decisions'> = {
    name: sheet.name,
    headerRows: [header.top, header.bottom],
    columns: columnsOf(layout),
    ...unlessEmpty('otherColumns', othersOf(layout)),
    rows: [...rows],
    choiceStyle: layout.choiceStyle,
    ...(layout.choices.length > 0 && !isUsual(layout.choices) ? { resultChoices: [...layout.choices] } : {}),
    agencyCell: corrected(correction?.agencyCell, cells.agency?.cell ?? null),
    periodCell: corrected(correction?.periodCell, cells.period?.cell ?? null),
    dateCell: corrected(correction?.dateCell, cells.date?.cell ?? null),
    signOffRow: corrected(correction?.signOffRow, ofKind('signOff')[0] ?? signedAbove(above)),
    ...unlessEmpty('totalRows', ofKind('total')),
    ...unlessEmpty('noteRows', [...notesAbove(above), ...ofKind('note')]),
    ...unlessEmpty('sectionRows', ofKind('section')),
    ...unlessEmpty(
      'repeatedHeaderRows',
      ofKind('header').filter(row => row > header.bottom),
    ),
    ...unlessEmpty('blankRows', [...blank.inside]),
    ...unlessEmpty('spareRows', [...blank.spare]),
    ...unlessEmpty('hiddenRows', hiddenRowsOf(sheet, grid)),
    ...unlessEmpty('hiddenColumns', hiddenColumnsOf(sheet, grid)),
  };
  const valueAt = (address: string | null, found: { readonly cell: string; readonly value: string } | null): string =>
    address === null ? '' : address === found?.cell ? found.value : valueIn(sheet, address);
  return {
    profile: { ...profile, decisions: decisionsOf(header, layout, cells, profile) },
    agencyName: valueAt(profile.agencyCell, cells.agency) || null,
    period: parsePeriod(valueAt(profile.periodCell, cells.period)),
    titles: above.flatMap(({ cells }) => cells.map(({ text }) => text)),
    issues: [
      ...doubtsOf(grid, header, table),
      ...numberDates.map(numbers => doubt('form_number_dates', 'info', { sheet: sheet.name, ...numbers })),
      ...unaskedOf(sheet.name, correction, rows),
    ],
  };
}

function monthsOf(cell: ValueCell | null): Months | null {
  const period = cell && parsePeriod(cell.value);
  return period?.from && period.to ? [Number(period.from.slice(5, 7)), Number(period.to.slice(5, 7))] : null;
}

function headersOf(grid: Grid, correction: SheetCorrection | null): readonly Header[] {
  const all = findHeaders(grid);
  const found = all.slice(
    Math.max(
      0,
      all.findIndex(({ isSummary }) => !isSummary),
    ),
  );
  if (!correction?.headerRows) return found;
  const [top, bottom] = correction.headerRows;
  return [headerIn(grid, top, Math.max(top, bottom)), ...found.filter(header => header.top > bottom)];
}

function sectionsOf(grid: Grid, headers: readonly Header[]): readonly Omit<Section, 'layout'>[] {
  const sections = headers.map(header => ({ header, rows: [] as GridRow[] }));
  let at = -1;
  for (const row of grid.rows) {
    while (headers[at + 1] && headers[at + 1]!.top <= row.row) at++;
    const section = sections[at];
    if (section && row.row > section.header.bottom) section.rows.push(row);
  }
  return sections;
}

const wishesOf = (correction: SheetCorrection | null): LayoutWishes => ({
  fields: new Map(
    Object.entries(correction?.columns ?? {}).map(([field, place]) => [
      field as FormField,
      place ? columnNumber(place.column) : null,
    ]),
  ),
  ticks:
    correction?.resultTicks === undefined
      ? undefined
      : new Map(
          Object.entries(correction.resultTicks ?? {}).map(([choice, { column }]) => [choice, columnNumber(column)]),
        ),
});

export const corrected = <T>(wish: T | undefined, found: T): T => (wish === undefined ? found : wish);

/** Rows that a person named and that ask nothing all the same. */
function unaskedOf(sheet: string, correction: SheetCorrection | null, rows: readonly ProfileRow[]): readonly Issue[] {
  const asking = new Set(rows.map(({ row }) => row));
  const unasked = (correction?.addRows ?? []).filter(row => !asking.has(row));
  const [row] = unasked;
  return row === undefined ? [] : [doubt('form_correction_rows', 'warning', { sheet, count: unasked.length, row })];
}

/** A header with nothing below it is a form only when it names most of what forms hold. */
const isLikelyForm = ({ fields, ticks }: Layout): boolean => fields.size + (ticks.size > 0 ? 1 : 0) >= 4;

/** Some forms are signed above their table. */
const signedAbove = (above: readonly GridRow[]): number | null =>
  above.find(({ cells }) => cells.length > 1 && isSignOff(cells) && !cells.some(({ text }) => isLabel(text)))?.row ??
  null;

const isBeside = (kind: RowKind | undefined): boolean => kind === 'outside' || kind === 'note' || kind === 'signOff';

function columnsOf({ fields, ticks }: Layout): ProfileColumns {
  const letters = [...fields].map(([field, { left }]) => [field, columnName(left)] as const);
  return {
    ...(Object.fromEntries(letters) as Partial<Record<FormField, string>>),
    ...(ticks.size > 0
      ? { resultTicks: Object.fromEntries([...ticks].map(([choice, { left }]) => [choice, columnName(left)])) }
      : {}),
  };
}

/** Columns with other titles; the full marks of the rows are among them. */
function othersOf({ others }: Layout): Record<string, string> {
  return Object.fromEntries(others.map(({ title, left }) => [title, columnName(left)]));
}

function hiddenRowsOf(sheet: Sheet, grid: Grid): number[] {
  const last = grid.rows.at(-1)?.row ?? 0;
  return sheet.rows.filter(({ hidden, row }) => hidden && row <= last).map(({ row }) => row);
}

function hiddenColumnsOf(sheet: Sheet, grid: Grid): string[] {
  const last = grid.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.right ?? 0), 0);
  const hidden: string[] = [];
  for (let column = 1; column <= Math.min(last, mostColumns); column++) {
    if (sheet.isColumnHidden(column)) hidden.push(columnName(column));
  }
  return hidden;
}

function valueIn(sheet: Sheet, address: string): string {
  const place = parseAddress(address);
  const text = place ? (sheet.anchor(place.row, place.column)?.text ?? '').trim() : '';
  const label = labelOf(text);
  return label ? (label.value ?? '') : text;
}

type ListKey =
  | 'otherColumns'
  | 'totalRows'
  | 'noteRows'
  | 'sectionRows'
  | 'repeatedHeaderRows'
  | 'blankRows'
  | 'spareRows'
  | 'hiddenRows'
  | 'hiddenColumns';

/** The lists that a form does not need are left out. */
const unlessEmpty = <K extends ListKey>(key: K, list: NonNullable<SheetProfile[K]>): Pick<SheetProfile, K> | object =>
  Object.keys(list).length > 0 ? { [key]: list } : {};
