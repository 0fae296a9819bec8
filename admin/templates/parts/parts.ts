import { type FormField, formFields, type SheetProfile } from '../../../sync/model/index.ts';
import { addressOf, columnLetters, columnNumber, type Place } from '../grid/places.ts';

/** Cells that stand for themselves, outside the table. */
export const namedCells = ['agencyCell', 'periodCell', 'dateCell'] as const;
export type NamedCell = (typeof namedCells)[number];

/** What a whole row may be. */
export const rowParts = ['header', 'signOff', 'note', 'total', 'section', 'repeatedHeader', 'spare'] as const;
export type RowPart = (typeof rowParts)[number];

/** Everything that was found on a sheet has a colour, a pattern and a name of its own. */
export type Part = FormField | 'tick' | NamedCell | RowPart;
export const parts: readonly Part[] = [
  ...formFields.slice(0, 7),
  'tick',
  ...formFields.slice(7),
  ...namedCells,
  ...rowParts,
];

/** What stands in a column: a field, one choice of several to tick, or nothing that is known. */
export type ColumnPart =
  | { readonly kind: 'field'; readonly field: FormField }
  | { readonly kind: 'tick'; readonly choice: string }
  | { readonly kind: 'none' };

const none: ColumnPart = { kind: 'none' };

/** Which part each column of a sheet plays. */
export function columnParts({ columns }: Pick<SheetProfile, 'columns'>): ReadonlyMap<string, ColumnPart> {
  const { resultTicks = {}, ...fields } = columns;
  return new Map<string, ColumnPart>([
    ...Object.entries(fields).map(([field, column]) => [column, { kind: 'field', field: field as FormField }] as const),
    ...Object.entries(resultTicks).map(([choice, column]) => [column, { kind: 'tick', choice }] as const),
  ]);
}

export const columnPart = (profile: Pick<SheetProfile, 'columns'>, column: string): ColumnPart =>
  columnParts(profile).get(column) ?? none;

export const partOfColumn = (part: ColumnPart | undefined): Part | null =>
  part === undefined || part.kind === 'none' ? null : part.kind === 'tick' ? 'tick' : part.field;

type RowList = 'noteRows' | 'totalRows' | 'sectionRows' | 'repeatedHeaderRows' | 'spareRows';
const lists: readonly (readonly [RowList, RowPart])[] = [
  ['noteRows', 'note'],
  ['totalRows', 'total'],
  ['sectionRows', 'section'],
  ['repeatedHeaderRows', 'repeatedHeader'],
  ['spareRows', 'spare'],
];

/** What each row of a sheet is, by its number: it asks something, or is one of the other parts. */
export function rowPartsOf(profile: SheetProfile): Map<number, RowPart | 'asks'> {
  const known = new Map<number, RowPart | 'asks'>();
  for (const [list, part] of lists) for (const row of profile[list] ?? []) known.set(row, part);
  const [first, last] = profile.headerRows;
  for (let row = first; row <= last; row++) known.set(row, 'header');
  if (profile.signOffRow !== null) known.set(profile.signOffRow, 'signOff');
  for (const { row } of profile.rows) known.set(row, 'asks');
  return known;
}

/** Where a place is told in the profile of a sheet that is told as if turned over its diagonal, and the other way round. */
const across = ({ column, row }: Place): Place => ({
  column: row === 0 ? '' : columnLetters(row),
  row: columnNumber(column),
});

/** A place of the sheet as its profile tells it; the head of a column has row 0, that of a row no column. */
export const toldAt = ({ turned }: Pick<SheetProfile, 'turned'>, place: Place): Place =>
  turned ? across(place) : place;

/** Answers what any cell of a sheet is. The heads of a sheet whose rows run across name none. */
export interface SheetParts {
  readonly columns: ReadonlyMap<string, ColumnPart>;
  readonly rows: ReadonlyMap<number, RowPart | 'asks'>;
  readonly cellPart: (column: string, row: number) => Part | null;
}

export function partsOf(profile: SheetProfile | null): SheetParts {
  if (!profile) return { columns: new Map(), rows: new Map(), cellPart: () => null };
  const columns = columnParts(profile);
  const rows = rowPartsOf(profile);
  const named = new Map(namedCells.flatMap(name => (profile[name] ? [[profile[name], name] as const] : [])));
  const partAt = ({ column, row }: Place): Part | null => {
    const part = rows.get(row);
    return part === 'asks' ? partOfColumn(columns.get(column)) : (part ?? null);
  };
  if (profile.turned) {
    rows.delete(profile.signOffRow ?? 0);
    const titled = new Set([...columns.keys(), ...Object.values(profile.otherColumns ?? {})]);
    const told = (place: Place): Part | null => (titled.has(place.column) ? partAt(place) : null);
    const cellPart: SheetParts['cellPart'] = (column, row) =>
      named.get(`${column}${row}`) ?? (row === profile.signOffRow ? 'signOff' : told(across({ column, row })));
    return { columns: new Map(), rows: new Map(), cellPart };
  }
  return { columns, rows, cellPart: (column, row) => named.get(`${column}${row}`) ?? partAt({ column, row }) };
}

/** The parts that a sheet has, in the order of the legend, with a cell to look at. */
export function partsPresent(profile: SheetProfile): readonly { readonly part: Part; readonly address: string }[] {
  const header = profile.headerRows[1];
  const columns = columnParts(profile);
  const firstColumn = [...columns.keys()][0] ?? 'A';
  const at = new Map<Part, string>();
  const place = (column: string, row: number): string =>
    addressOf(profile.turned ? across({ column, row }) : { column, row });
  for (const [column, found] of columns) {
    const part = partOfColumn(found);
    if (part && !at.has(part)) at.set(part, place(column, profile.rows[0]?.row ?? header));
  }
  for (const name of namedCells) if (profile[name]) at.set(name, profile[name]);
  for (const [row, part] of [...rowPartsOf(profile)].sort(([a], [b]) => a - b))
    if (part !== 'asks' && !at.has(part))
      at.set(part, part === 'signOff' ? `${firstColumn}${row}` : place(firstColumn, row));
  return parts.flatMap(part => {
    const address = at.get(part);
    return address === undefined ? [] : [{ part, address }];
  });
}
