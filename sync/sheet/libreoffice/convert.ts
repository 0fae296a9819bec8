import { type Issue, type MessageCode, type Params, say } from '../../model/index.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { readWorkbook } from '../read.ts';
import { Refusal } from '../refusal.ts';
import { refuseBomb } from './bombs.ts';
import { runOffice } from './office.ts';
import { findSoffice } from './soffice.ts';

export type ConversionTarget = 'xlsx' | 'ods';

export type Conversion =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

export interface ConversionOptions {
  /** The program; null: there is none. Looked for where it is not said. */
  readonly soffice?: string | null;
  /** How long it may take, in ms. */
  readonly timeMs?: number;
  readonly limits?: Limits;
}

/** The export filters by the format they write. */
const filters: Readonly<Record<ConversionTarget, string>> = {
  xlsx: 'Calc MS Excel 2007 XML',
  ods: 'calc8',
};

/** What LibreOffice is shown a file as; its name never leaves us. */
const extensions: Readonly<Record<string, string>> = {
  workbook_xls: 'xls',
  workbook_xls_old: 'xls',
  workbook_xlsb: 'xlsb',
};

/**
 * Converts a workbook with the LibreOffice of this machine: .xls of any age, .xlsb, and whatever `readWorkbook` reads. Never
 * throws on bad input; never asks, runs a macro or reaches into the network. Takes seconds, in a process group and a
 * folder of its own, both gone afterwards; the answer says that the file was converted.
 * @param name as the person knows the file, for messages only
 */
export async function convert(
  bytes: Uint8Array,
  name: string,
  to: ConversionTarget,
  { soffice = findSoffice(), timeMs = 60_000, limits = defaultLimits }: ConversionOptions = {},
): Promise<Conversion> {
  const refused = (code: MessageCode, params: Params = {}): Conversion => ({
    ok: false,
    issue: issueOf(code, 'error', { name, ...params }),
  });
  try {
    const from = extensionOf(bytes, name, limits);
    if (typeof from !== 'string') return from;
    if (soffice === null) return refused('converter_missing', { to: `.${to}` });
    const made = await runOffice(soffice, { bytes, from, to, filter: filters[to], timeMs, limits });
    if (made === 'tooLong') return refused('conversion_too_long', { seconds: Math.round(timeMs / 1000) });
    if (made === 'failed') return refused('conversion_failed');
    const notice = issueOf('workbook_converted', 'warning', { name, from: `.${from}`, to: `.${to}` });
    return { ok: true, bytes: made, issues: [notice] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.code, error.params);
  }
}

/** What we read ourselves went through the limits of the reader; what we do not is counted by its records. */
function extensionOf(bytes: Uint8Array, name: string, limits: Limits): string | Conversion {
  const read = readWorkbook(bytes, name, limits);
  if (read.ok) return read.workbook.format;
  const extension = extensions[read.issue.code];
  if (extension === undefined) return read;
  refuseBomb(bytes, limits);
  return extension;
}

function issueOf(code: MessageCode, severity: Issue['severity'], params: Params): Issue {
  return { code, severity, message: say(code, 'zh-TW', params), params };
}
