import { type Issue, say } from '../../model/index.ts';
import { containerOf } from '../../sheet/container.ts';
import type { Sheet } from '../../sheet/index.ts';
import { defaultLimits, type Limits } from '../../sheet/index.ts';
import { formIdProperty, idColumnMark } from '../columns.ts';
import { type Columns, headerOf } from '../read/header.ts';
import type { FormBook } from '../read/index.ts';
import { decodeText } from './decode.ts';
import { unguarded } from './guard.ts';
import { parseRecords } from './records.ts';
import { sheetOf } from './sheet.ts';

export type CsvReading =
  | { readonly ok: true; readonly workbook: FormBook }
  | { readonly ok: false; readonly issue: Issue };

const delimiters = [',', '\t', ';'] as const;

interface Table {
  readonly sheet: Sheet;
  readonly columns: Columns;
}

/**
 * Reads our own form as it was saved from a spreadsheet program as text: with commas, tabs or semicolons between its fields, in
 * UTF-8, UTF-16 or Big5. What an apostrophe kept from being a formula comes back without it.
 * @param fileName as the person knows it, for messages only
 * @returns null when the bytes are no table of texts, but perhaps a workbook
 */
export function readCsvForm(bytes: Uint8Array, fileName: string, limits: Limits = defaultLimits): CsvReading | null {
  if (containerOf(bytes) !== 'not_a_workbook') return null;
  if (bytes.length > limits.inflatedBytes) return null;
  const text = decodeText(bytes);
  if (text === null || isMarkup(text)) return null;
  const parsed = delimiters.map(delimiter => parseRecords(text, delimiter, limits));
  const tables = parsed.flatMap(result => (result.ok ? (tableOf(result.records) ?? []) : []));
  const [best] = tables.sort((a, b) => b.columns.titles.size - a.columns.titles.size);
  if (best) return { ok: true, workbook: bookOf(best) };
  const isTable = parsed.some(result => result.ok && result.records.filter(record => record.length > 1).length > 1);
  if (!isTable && !text.includes(idColumnMark)) return null;
  const params = { name: fileName };
  return {
    ok: false,
    issue: { code: 'csv_not_a_form', severity: 'error', message: say('csv_not_a_form', 'zh-TW', params), params },
  };
}

/** Pages and documents may hold commas and line ends as well. */
const isMarkup = (text: string): boolean => /^\s*(?:<[!?a-z]|[{[]\s*["{[])/i.test(text);

/** The header is looked for near the top, where at most a few lines of heading stand above it. */
const mostHeading = 50;

function tableOf(records: readonly (readonly string[])[]): Table | null {
  const own = records.slice(0, mostHeading).some(record => record.some(field => field.startsWith(idColumnMark)));
  const fields = own ? records.map(record => record.map(unguarded)) : records;
  const sheet = sheetOf(fields);
  for (const row of sheet.rows.slice(0, mostHeading)) {
    const columns = headerOf(row);
    if (columns) return { sheet, columns };
  }
  return null;
}

const bookOf = ({ sheet, columns: { formId } }: Table): FormBook => ({
  customProperties: new Map(formId ? [[formIdProperty, formId]] : []),
  sheets: [sheet],
});
