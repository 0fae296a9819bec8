import type { Issue } from '../../model/index.ts';
import { containerOf } from '../container.ts';
import { defaultLimits } from '../limits.ts';
import { isSigned as isSignedOds } from '../ods/package.ts';
import { packageKind } from '../package-kind.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import { isSigned as isSignedXlsx } from '../xlsx/main-part.ts';
import { openArchive } from '../zip.ts';
import { flatSheet, odsSheet } from './ods.ts';
import { xlsxSheet } from './xlsx.ts';

/** A sheet of texts, one below the other, to be put behind the sheets of a workbook. */
export interface AddedSheet {
  /** Numbered where the workbook has a sheet of that name. */
  readonly name: string;
  readonly lines: readonly string[];
}

export type AddedResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Puts a sheet of texts behind the others and changes nothing on them: their parts keep their compressed bytes. Never throws on
 * bad input.
 * @param fileName as the person knows it, for messages only
 */
export function withSheet(bytes: Uint8Array, fileName: string, sheet: AddedSheet): AddedResult {
  try {
    return { ok: true, bytes: addByContent(bytes, sheet) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const params = { name: fileName, ...error.params };
    const message = say(error.code, 'zh-TW', params);
    return { ok: false, issue: { code: error.code, severity: 'error', message, params } };
  }
}

function addByContent(bytes: Uint8Array, sheet: AddedSheet): Uint8Array {
  const container = containerOf(bytes);
  if (container === 'fods') return flatSheet(bytes, sheet);
  if (container !== 'zip') throw new Refusal(container);
  const archive = openArchive(bytes, defaultLimits);
  const isOds = packageKind(archive) === 'ods';
  if (isOds ? isSignedOds(archive) : isSignedXlsx(archive)) throw new Refusal('workbook_signed');
  return (isOds ? odsSheet : xlsxSheet)(bytes, archive, sheet);
}
