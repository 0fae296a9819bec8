import type { Limits } from '../limits.ts';
import { corrupt, Refusal } from '../refusal.ts';
import { decodeXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import type { Part } from './read/index.ts';

export const contentPart = 'content.xml';
const manifest = 'META-INF/manifest.xml';

/** Told by the words of the manifest, whose entries may be spelled in ways that no strict reader takes. */
const encrypted = /<[\w.-]*:?encryption-data[\s/>]/;

/** The parts of a package that say what its sheets hold, the sheets last. @throws Refusal */
export function partsOf(archive: Archive): readonly Part[] {
  const listed = archive.find(manifest);
  if (listed && encrypted.test(new TextDecoder().decode(archive.inflate(listed))))
    throw new Refusal('workbook_encrypted');
  if (archive.find('encrypted-package')) throw new Refusal('workbook_encrypted');
  const part = (name: string): Part | null => {
    const entry = archive.find(name);
    return entry ? { name, xml: decodeXml(archive.inflate(entry), name) } : null;
  };
  const content = part(contentPart);
  if (!content) throw corrupt(contentPart);
  return [...[part('styles.xml'), part('meta.xml')].filter(found => found !== null), content];
}

/** A signature over the document; one over its macros alone stays as it is. */
export const isSigned = (archive: Archive): boolean =>
  archive.find('META-INF/documentsignatures.xml') !== undefined ||
  archive.find('META-INF/packagesignatures.xml') !== undefined;

/** A flat file has everything in one part. */
export function flatPart(bytes: Uint8Array, { inflatedBytes }: Limits): Part {
  if (bytes.length > inflatedBytes)
    throw new Refusal('workbook_too_large', { limit: `${Math.floor(inflatedBytes / 1024 / 1024)} MB` });
  return { name: flatName, xml: decodeXml(bytes, flatName) };
}

const flatName = 'fods';
const declaredEncoding = /^(<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/;

/** A part is written as UTF-8, whatever it came in. */
export const encoded = (xml: string): Uint8Array =>
  new TextEncoder().encode(xml.replace(declaredEncoding, (_, before: string) => `${before}"UTF-8"`));
