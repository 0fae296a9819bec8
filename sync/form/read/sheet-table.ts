import type { Issue, StrayRow } from '../../model/index.ts';
import { columnName, type Row, type Sheet } from '../../sheet/index.ts';
import { columnTitles } from '../columns.ts';
import { digestOf, type Manifest } from '../manifest.ts';
import { notice } from '../notice.ts';
import { signers } from '../sign-off.ts';
import { type Columns, headerOf, rearranges, repeats } from './header.ts';
import type { Identity } from './identity.ts';
import { idIn, strayOf, type TableRow, tableRow, valuesOf } from './table-row.ts';

/** What one sheet holds of the form. */
export interface SheetTable {
  readonly found: boolean;
  readonly formId: string | null;
  readonly rows: readonly TableRow[];
  readonly strays: readonly StrayRow[];
  readonly issues: readonly Issue[];
}

const signed = new RegExp(`^\\s*(?:${signers.join('|')})\\s*(?:[:：]|$)`);

/** Every text of the row names a signer, with or without a name behind it. */
const isSignOff = (row: Row): boolean => {
  const texts = row.cells.map(cell => cell.text).filter(text => text.trim() !== '');
  return texts.length >= 2 && texts.every(text => signed.test(text));
};

const hasText = (row: Row): boolean => row.cells.some(cell => cell.text.trim() !== '');

/** Answer columns that are absent or stand twice, and columns that somebody added. */
function columnIssues(sheet: string, columns: Columns, rows: readonly TableRow[], dataRows: readonly Row[]): Issue[] {
  const missing = (['result', 'narrative', 'remarks'] as const).filter(
    field => !columns.at.has(field) && !columns.repeated.has(field),
  );
  const ours = new Set([...columns.at.values(), ...[...columns.repeated.values()].flat(), columns.idColumn]);
  const isRow = new Set(rows.map(({ row }) => row));
  const others = dataRows
    .filter(({ row }) => isRow.has(row))
    .flatMap(({ cells }) => cells.filter(({ column, text }) => !ours.has(column) && text.trim() !== ''));
  const filled = Map.groupBy(others, ({ column }) => column);
  const added = new Set([...columns.titles.keys(), ...filled.keys()].filter(column => !ours.has(column)));
  const place = { sheet, row: columns.headerRow };
  return [
    ...missing.map(field => notice('form_column_missing', { column: columnTitles[field] }, { ...place, field })),
    ...[...columns.repeated].map(([field, list]) =>
      notice('form_column_repeated', { column: columnTitles[field], count: list.length }, { ...place, field }),
    ),
    ...[...added].map(column =>
      notice(
        'form_column_unknown',
        { column: columns.titles.get(column) ?? columnName(column), count: filled.get(column)?.length ?? 0 },
        { ...place, column: columnName(column) },
      ),
    ),
  ];
}

function headingIssue(sheet: Sheet, headerRow: number, manifest: Manifest | null): Issue[] {
  const text = sheet.rows
    .filter(({ row }) => row < headerRow)
    .flatMap(({ cells }) => cells.map(cell => cell.text))
    .join('');
  const edited = manifest !== null && text.trim() !== '' && digestOf(text) !== manifest.heading;
  return edited ? [notice('form_heading_edited', {}, { sheet: sheet.name })] : [];
}

/** Rows that carry ids where no header tells what their cells are: listed, not read. */
function headerless(sheet: Sheet, identity: Identity): SheetTable {
  const rows = sheet.rows.filter(row => idIn(row, null, identity) !== null);
  const strays = rows.map(row =>
    strayOf({ sheet: sheet.name, row: row.row, questionText: '', values: valuesOf(row, null) }),
  );
  const issue =
    rows.length > 0
      ? [notice('form_header_missing', { count: rows.length }, { sheet: sheet.name })]
      : sheet.rows.some(hasText)
        ? [notice('form_sheet_unread', {}, { sheet: sheet.name })]
        : [];
  return { found: rows.length > 0, formId: null, rows: [], strays, issues: issue };
}

/**
 * Reads every row of a sheet under the header that stands above it. Headers may come again, at page breaks or with the columns
 * in another order; the sign-off row is no answer.
 */
export function readSheet(sheet: Sheet, manifest: Manifest | null, identity: Identity): SheetTable {
  const tables: { readonly columns: Columns; readonly rows: Row[] }[] = [];
  for (const row of sheet.rows) {
    const columns = headerOf(row);
    const above = tables.at(-1)?.columns;
    if (columns && rearranges(columns, above))
      tables.push({ columns: { ...columns, idColumn: columns.idColumn ?? above?.idColumn ?? null }, rows: [] });
    else if (!columns || !repeats(columns, above)) tables.at(-1)?.rows.push(row);
  }
  const [first] = tables;
  if (!first) return headerless(sheet, identity);
  const read = tables.map(({ columns, rows }) => ({
    columns,
    dataRows: rows,
    rows: rows.filter(row => !isSignOff(row)).flatMap(row => tableRow(sheet, row, columns, identity) ?? []),
  }));
  return {
    found: true,
    formId: tables.find(({ columns }) => columns.formId)?.columns.formId ?? null,
    rows: read.flatMap(({ rows }) => rows),
    strays: [],
    issues: [
      ...headingIssue(sheet, first.columns.headerRow, manifest),
      ...read.flatMap(({ columns, rows, dataRows }) => columnIssues(sheet.name, columns, rows, dataRows)),
    ],
  };
}
