import { defaultLimits } from '../limits.ts';
import { type ReadResult, readWorkbook } from '../read.ts';
import { type ConversionOptions, convert } from './convert.ts';

/** Kinds of file that we know but do not read. */
const foreign: ReadonlySet<string> = new Set(['workbook_xls', 'workbook_xls_old', 'workbook_xlsb']);

/** Whether what `readWorkbook` refused so could be read once LibreOffice has converted it. */
export const isForeign = (code: string): boolean => foreign.has(code);

export type AnyReadResult =
  | (Extract<ReadResult, { ok: true }> & {
      /** What was read: the file itself, or what LibreOffice made of it. */
      readonly bytes: Uint8Array;
    })
  | Extract<ReadResult, { ok: false }>;

/**
 * Reads a workbook as `readWorkbook` does, and the older kinds through LibreOffice where it is installed; that they were
 * converted is the first of the issues. Without LibreOffice the refusal says how to save the file as .xlsx or .ods.
 */
export async function readAnyWorkbook(
  bytes: Uint8Array,
  name: string,
  options: ConversionOptions = {},
): Promise<AnyReadResult> {
  const limits = options.limits ?? defaultLimits;
  const read = readWorkbook(bytes, name, limits);
  if (read.ok) return { ...read, bytes };
  if (!isForeign(read.issue.code)) return read;
  const converted = await convert(bytes, name, 'xlsx', options);
  if (!converted.ok) return converted.issue.code === 'converter_missing' ? read : converted;
  const again = readWorkbook(converted.bytes, name, limits);
  if (!again.ok) return again;
  return { ...again, issues: [...converted.issues, ...again.issues], bytes: converted.bytes };
}
