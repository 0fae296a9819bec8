import type { Issue } from '../../model/index.ts';
import { defaultLimits, type Limits } from '../../sheet/index.ts';
import { formIdProperty } from '../columns.ts';
import type { FormBook } from '../read/index.ts';
import { openCsv } from './open.ts';

export type CsvReading =
  | { readonly ok: true; readonly workbook: FormBook }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Reads our own form as it was saved from a spreadsheet program as text: with commas, tabs or semicolons between its fields, in
 * UTF-8, UTF-16 or Big5. What an apostrophe kept from being a formula comes back without it.
 * @param fileName as the person knows it, for messages only
 * @returns null when the bytes are no table of texts, but perhaps a workbook
 */
export function readCsvForm(bytes: Uint8Array, fileName: string, limits: Limits = defaultLimits): CsvReading | null {
  const opened = openCsv(bytes, fileName, limits);
  if (!opened?.ok) return opened;
  const { sheet, columns } = opened.table;
  const { formId } = columns;
  return {
    ok: true,
    workbook: { customProperties: new Map(formId ? [[formIdProperty, formId]] : []), sheets: [sheet] },
  };
}
