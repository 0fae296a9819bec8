import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { readCsvForm } from '../form/csv/index.ts';
import { type Issue, type Locale, say as sayCode } from '../model/index.ts';
import { defaultLimits, type Sheets } from '../sheet/index.ts';
import { readAnyWorkbook } from '../sheet/libreoffice/index.ts';
import { FileFailed, WrongUsage } from './command.ts';
import { say, words } from './words.ts';

export interface Book {
  /** Without its folders. */
  readonly file: string;
  /** What was read: the file's own, or what LibreOffice made of it. */
  readonly bytes: Uint8Array;
  readonly workbook: Sheets;
  /** Extension of what is written when it is filled. */
  readonly format: string;
  readonly issues: readonly Issue[];
}

const failed = (code: string, params: Readonly<Record<string, string | number>>): FileFailed =>
  new FileFailed({ code, severity: 'error', message: sayCode(code, 'zh-TW', params), params });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'path_missing',
  ENOTDIR: 'path_missing',
  EISDIR: 'path_is_folder',
  EACCES: 'path_forbidden',
  EPERM: 'path_forbidden',
  ENOSPC: 'path_full',
  EDQUOT: 'path_full',
};

/** What to throw for what the system says of a file; a fault of ours is thrown as it is. */
export const fileFailure = (error: unknown, path: string): FileFailed => {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return failed(reasons[code] ?? 'path_failed', { name: path, why: code });
};

/** @throws FileFailed when it cannot be read */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const found = await stat(path);
    // A pipe that nobody writes into would be waited for, and a device read, for ever.
    if (!found.isFile() && !found.isDirectory()) throw failed('path_is_device', { name: path });
    const { size } = found;
    const limit = `${defaultLimits.inflatedBytes / 1024 / 1024} MB`;
    if (size > defaultLimits.inflatedBytes) throw failed('workbook_too_large', { name: basename(path), limit });
    const bytes = await readFile(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw error instanceof FileFailed ? error : fileFailure(error, path);
  }
}

/** Reads a workbook of any kind, or our own form as CSV. @throws FileFailed when it cannot be read */
export async function readBook(path: string): Promise<Book> {
  const bytes = await readBytes(path);
  const file = basename(path);
  const text = readCsvForm(bytes, file);
  if (text?.ok) return { file, bytes, workbook: text.workbook, format: 'csv', issues: [] };
  const read = text ?? (await readAnyWorkbook(bytes, file));
  if (!read.ok) throw new FileFailed(read.issue);
  const { workbook, issues } = read;
  return { file, bytes: read.bytes, workbook, format: workbook.format, issues };
}

/** Whether two paths lead to one file. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  try {
    const [one, other] = await Promise.all([stat(a), stat(b)]);
    return one.dev === other.dev && one.ino === other.ino;
  } catch {
    return false;
  }
}

const wrong = {
  input: words('OUT 不能是輸入的檔案「{name}」。', 'OUT cannot be the input “{name}”.'),
  format: words(
    '寫出的是 .{format}，OUT 請用相同的副檔名。',
    'What is written is .{format}; give OUT the same extension.',
  ),
};

/** A workbook under the extension of another kind does not open; any other name is the person's affair. */
const formats: ReadonlySet<string> = new Set([
  'xlsx',
  'xlsm',
  'xltx',
  'xltm',
  'xls',
  'xlsb',
  'ods',
  'ots',
  'fods',
  'csv',
]);
const kinOf: Readonly<Record<string, string>> = { xltx: 'xlsx', xltm: 'xlsm', ots: 'ods' };

/** @throws WrongUsage when writing there would replace an input, or give the file a name that it does not open under */
export async function refuseOut(out: string, inputs: readonly string[], format: string, locale: Locale): Promise<void> {
  for (const input of inputs) {
    if (await isSameFile(input, out)) throw new WrongUsage(say(wrong.input, locale, { name: input }));
  }
  const named = extname(out).slice(1).toLowerCase();
  if (formats.has(named) && (kinOf[named] ?? named) !== format)
    throw new WrongUsage(say(wrong.format, locale, { format }));
}

/** Where a file is written before it takes its place; another run, killed or not, never has the same. */
export const besideOf = (path: string): string => join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}`);

/** Writes a whole file or none: beside its place first, and then there in one step. @throws FileFailed */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = besideOf(path);
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw fileFailure(error, path);
  }
}
