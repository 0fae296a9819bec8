import { type Archive, decodeXml, partText, Refusal } from '../../sheet/index.ts';
import { documentLimits } from '../file-kind.ts';
import type { DocumentReading } from '../reading.ts';
import { Body } from './body.ts';
import { Styles } from './styles.ts';

/*
 * Design note. Of the registry, officeparser 7.8 was tried: it gives cells and lists, but no marks of automatic numbers, no text
 * of flat files, and no caps. So an .odt is read here as it streams by, like the .ods next door, with the same zip and XML
 * readers. Tracked changes are read as accepted: what was deleted stands in a part of its own, what was inserted in the text.
 */

type Opened = Extract<DocumentReading, { ok: true }>;

/** Told by the words of the manifest, whose entries may be spelled in ways that no strict reader takes. */
const encrypted = /<[\w.-]*:?encryption-data[\s/>]/;

/** Reads the text of a package of OpenDocument. @throws Refusal */
export function readOdt(archive: Archive): Opened {
  const manifest = archive.find('META-INF/manifest.xml');
  if (manifest && encrypted.test(new TextDecoder().decode(archive.inflate(manifest)))) {
    throw new Refusal('workbook_encrypted');
  }
  const content = partText(archive, 'content.xml');
  if (content === null) throw new Refusal('workbook_corrupt', { where: 'content.xml' });
  const styles = new Styles();
  const common = partText(archive, 'styles.xml');
  if (common !== null) styles.read(common, 'styles.xml');
  return bodyOf(content, 'content.xml', styles);
}

/** Reads the text of a flat OpenDocument, which has everything in one file. @throws Refusal */
export function readFlatOdt(bytes: Uint8Array): Opened {
  const most = documentLimits.inflatedBytes;
  if (bytes.length > most) throw new Refusal('workbook_too_large', { limit: `${most / 1024 / 1024} MB` });
  return bodyOf(decodeXml(bytes, 'fodt'), 'fodt', new Styles());
}

function bodyOf(xml: string, part: string, styles: Styles): Opened {
  styles.read(xml, part);
  const body = new Body(styles);
  body.read(xml, part);
  return { ok: true, ...body.flow.finish() };
}
