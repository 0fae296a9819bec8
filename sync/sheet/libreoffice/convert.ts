import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Issue, type MessageCode, type Params, say } from '../../model/index.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { readWorkbook } from '../read.ts';
import { Refusal } from '../refusal.ts';
import { refuseBomb } from './bombs.ts';
import { type Ending, inFolder, runBounded } from './bounded.ts';
import { settings } from './settings.ts';
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

const memoryMb = 4096;

/** The export filters by the format they write. */
const filters: Readonly<Record<ConversionTarget, string>> = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  ods: 'ods:calc8',
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
    return await inFolder(async folder => {
      const ending = await runSoffice(soffice, { bytes, folder, from, to, timeMs, limits });
      if (ending === 'tooLong') return refused('conversion_too_long', { seconds: Math.round(timeMs / 1000) });
      const converted = await result(join(folder, 'out', `in.${to}`), limits);
      if (!converted) return refused('conversion_failed');
      const notice = issueOf('workbook_converted', 'warning', { name, from: `.${from}`, to: `.${to}` });
      return { ok: true, bytes: converted, issues: [notice] };
    });
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

interface Job {
  readonly bytes: Uint8Array;
  readonly folder: string;
  readonly from: string;
  readonly to: ConversionTarget;
  readonly timeMs: number;
  readonly limits: Limits;
}

async function runSoffice(program: string, { bytes, folder, from, to, timeMs, limits }: Job): Promise<Ending> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
  await writeFile(join(folder, `in.${from}`), bytes);
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'],
    ...['--convert-to', filters[to], '--outdir', join(folder, 'out'), join(folder, `in.${from}`)],
  ];
  const fileMb = Math.ceil(limits.inflatedBytes / 1024 / 1024);
  return runBounded({ program, args, folder }, { timeMs, memoryMb, fileMb });
}

async function result(file: string, limits: Limits): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(file);
    return size > 0 && size <= limits.inflatedBytes ? new Uint8Array(await readFile(file)) : null;
  } catch {
    return null;
  }
}

function issueOf(code: MessageCode, severity: Issue['severity'], params: Params): Issue {
  return { code, severity, message: say(code, 'zh-TW', params), params };
}
