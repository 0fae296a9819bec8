import { type Issue, say } from '../model/index.ts';
import { columnName } from './address.ts';
import { containerOf } from './container.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Workbook } from './workbook.ts';
import { type Finding, readXlsx } from './xlsx/index.ts';
import { type Archive, openArchive } from './zip.ts';

export type ReadResult =
  | { readonly ok: true; readonly workbook: Workbook; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Reads a workbook by its content, never by its name (.xlsx, .xlsm, .xltx). Never throws on bad input: a file that cannot
 * be read gives one refusal that says what it is and what to do. Takes seconds for a file near the limits, so that a
 * server reads large ones off its main thread.
 * @param fileName as the person knows it, for messages only
 */
export function readWorkbook(bytes: Uint8Array, fileName: string, limits: Limits = defaultLimits): ReadResult {
  try {
    const container = containerOf(bytes);
    if (container !== 'zip') throw new Refusal(container);
    const archive = openArchive(bytes, limits);
    refuseOtherDocuments(archive);
    const { workbook, findings } = readXlsx(archive, limits);
    return { ok: true, workbook, issues: findings.map(issueOf) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const params = { name: fileName, ...error.params };
    const message = say(error.code, 'zh-TW', params);
    return { ok: false, issue: { code: error.code, severity: 'error', message, params } };
  }
}

const openDocument = 'application/vnd.oasis.opendocument.';

/** A zip is told by what is in it: an OpenDocument file names its type first, anything without content types is no package. */
function refuseOtherDocuments(archive: Archive): void {
  const mimetype = archive.find('mimetype');
  const type = mimetype ? new TextDecoder('latin1').decode(archive.inflate(mimetype)).trim() : '';
  if (type.startsWith(`${openDocument}spreadsheet`)) throw new Refusal('workbook_ods');
  if (type.startsWith(openDocument)) throw new Refusal('not_a_workbook');
  if (!archive.find('[Content_Types].xml') && !archive.find('_rels/.rels')) throw new Refusal('not_a_workbook');
}

function issueOf({ code, sheet, row, column }: Finding): Issue {
  const where = column === undefined ? {} : { column: columnName(column) };
  const params = { sheet, ...(row === undefined ? {} : { row }), ...where };
  const message = say(code, 'zh-TW', params);
  return { code, severity: 'warning', message, params, sheet, ...(row === undefined ? {} : { row }), ...where };
}
