import type { Issue } from '../model/index.ts';
import { columnName } from './address.ts';
import { containerOf } from './container.ts';
import type { Finding, Reading } from './finding.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readFods, readOds } from './ods/index.ts';
import { packageKind } from './package-kind.ts';
import { Refusal } from './refusal.ts';
import { say } from './say.ts';
import type { Workbook } from './workbook.ts';
import { readXlsx } from './xlsx/index.ts';
import { openArchive } from './zip.ts';

export type ReadResult =
  | { readonly ok: true; readonly workbook: Workbook; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Reads a workbook by its content, never by its name (.xlsx, .xlsm, .xltx, .ods, .fods). Never throws on bad input: a file that cannot
 * be read gives one refusal that says what it is and what to do. Takes seconds for a file near the limits, so that a
 * server reads large ones off its main thread.
 * @param fileName as the person knows it, for messages only
 */
export function readWorkbook(bytes: Uint8Array, fileName: string, limits: Limits = defaultLimits): ReadResult {
  try {
    const { workbook, findings } = readByContent(bytes, limits);
    return { ok: true, workbook, issues: findings.map(issueOf) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const params = { name: fileName, ...error.params };
    const message = say(error.code, 'zh-TW', params);
    return { ok: false, issue: { code: error.code, severity: 'error', message, params } };
  }
}

function readByContent(bytes: Uint8Array, limits: Limits): Reading {
  const container = containerOf(bytes);
  if (container === 'fods') return readFods(bytes, limits);
  if (container !== 'zip') throw new Refusal(container);
  const archive = openArchive(bytes, limits);
  return packageKind(archive) === 'ods' ? readOds(archive, limits) : readXlsx(archive, limits);
}

function issueOf({ code, sheet, row, column }: Finding): Issue {
  const where = column === undefined ? {} : { column: columnName(column) };
  const params = { sheet, ...(row === undefined ? {} : { row }), ...where };
  const message = say(code, 'zh-TW', params);
  return { code, severity: 'warning', message, params, sheet, ...(row === undefined ? {} : { row }), ...where };
}
