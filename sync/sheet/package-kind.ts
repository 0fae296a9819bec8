import { Refusal } from './refusal.ts';
import type { Archive } from './zip.ts';

const openDocument = 'application/vnd.oasis.opendocument.';

/**
 * A zip is told by what is in it: an OpenDocument file names its type first, though some programs forget it, and anything
 * without content types is no package.
 * @throws Refusal `not_a_workbook`
 */
export function packageKind(archive: Archive): 'ods' | 'xlsx' {
  const mimetype = archive.find('mimetype');
  const type = mimetype ? new TextDecoder('latin1').decode(archive.inflate(mimetype)).trim() : '';
  if (type.startsWith(`${openDocument}spreadsheet`)) return 'ods';
  if (!mimetype && archive.find('content.xml') && archive.find('META-INF/manifest.xml')) return 'ods';
  if (type.startsWith(openDocument)) throw new Refusal('not_a_workbook');
  if (!archive.find('[Content_Types].xml') && !archive.find('_rels/.rels')) throw new Refusal('not_a_workbook');
  return 'xlsx';
}
