import type { Issue } from '../../model/index.ts';
import { say } from '../../model/index.ts';
import { containerOf } from '../../sheet/container.ts';
import { defaultLimits, type Limits, type Sheet } from '../../sheet/index.ts';
import { idColumnMark } from '../columns.ts';
import { type Columns, headerOf } from '../read/header.ts';
import { type Decoded, decodeText } from './decode.ts';
import { unguarded } from './guard.ts';
import { type Parsed, parseRecords } from './records.ts';
import { sheetOf } from './sheet.ts';

/** Our own form as text: its table, and where each field stands in the text. */
export interface CsvTable {
  readonly source: Decoded;
  readonly delimiter: string;
  readonly ends: readonly (readonly number[])[];
  readonly sheet: Sheet;
  readonly columns: Columns;
}

export type OpenedCsv = { readonly ok: true; readonly table: CsvTable } | { readonly ok: false; readonly issue: Issue };

const delimiters = [',', '\t', ';'] as const;

/**
 * Finds our own form in a text, whichever delimiter and encoding a program saved it with.
 * @returns null when the bytes are no table of texts, but perhaps a workbook
 */
export function openCsv(bytes: Uint8Array, fileName: string, limits: Limits = defaultLimits): OpenedCsv | null {
  if (containerOf(bytes) !== 'not_a_workbook' || bytes.length > limits.inflatedBytes) return null;
  const source = decodeText(bytes);
  if (source === null || isMarkup(source.text)) return null;
  const parsed = delimiters.map(delimiter => ({ delimiter, result: parseRecords(source.text, delimiter, limits) }));
  const tables = parsed.flatMap(({ delimiter, result }) =>
    result.ok ? (tableOf(source, delimiter, result) ?? []) : [],
  );
  const [best] = tables.sort((a, b) => b.columns.titles.size - a.columns.titles.size);
  if (best) return { ok: true, table: best };
  const isTable = parsed.some(
    ({ result }) => result.ok && result.records.filter(({ length }) => length > 1).length > 1,
  );
  if (!isTable && !source.text.includes(idColumnMark)) return null;
  const params = { name: fileName };
  const message = say('csv_not_a_form', 'zh-TW', params);
  return { ok: false, issue: { code: 'csv_not_a_form', severity: 'error', message, params } };
}

/** Pages and documents may hold commas and line ends as well. */
const isMarkup = (text: string): boolean => /^\s*(?:<[!?a-z]|[{[]\s*["{[])/i.test(text);

/** The header is looked for near the top, where at most a few lines of heading stand above it. */
const mostHeading = 50;

function tableOf(
  source: Decoded,
  delimiter: string,
  { records, ends }: Extract<Parsed, { ok: true }>,
): CsvTable | null {
  const own = records.slice(0, mostHeading).some(record => record.some(field => field.startsWith(idColumnMark)));
  const sheet = sheetOf(own ? records.map(record => record.map(unguarded)) : records);
  for (const row of sheet.rows.slice(0, mostHeading)) {
    const columns = headerOf(row);
    if (columns) return { source, delimiter, ends, sheet, columns };
  }
  return null;
}
