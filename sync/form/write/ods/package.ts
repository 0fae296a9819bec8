import { strToU8, zipSync } from 'fflate';
import { element } from './element.ts';

const manifestNamespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

/** The list of the parts of a package. */
export function manifestXml(mediaType: string, parts: readonly string[]): string {
  const entry = (path: string, type: string, version?: string): string =>
    element('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:version': version,
      'manifest:media-type': type,
    });
  const entries = [entry('/', mediaType, '1.3'), ...parts.map(part => entry(part, 'text/xml'))];
  const root = element(
    'manifest:manifest',
    { 'xmlns:manifest': manifestNamespace, 'manifest:version': '1.3' },
    entries.join(''),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

/** DOS time is local time without a zone and starts in 1980: the same bytes whenever and wherever it is written. */
const dosEpoch = (): Date => new Date(1980, 0, 1);

/** Packs the XML parts of an OpenDocument file. Its media type stands first and is not compressed, as the format demands. */
export function packOdf(mediaType: string, parts: Readonly<Record<string, string>>): Uint8Array {
  const mtime = dosEpoch();
  const packed = Object.entries({ ...parts, 'META-INF/manifest.xml': manifestXml(mediaType, Object.keys(parts)) });
  return zipSync({
    mimetype: [strToU8(mediaType), { mtime, level: 0 }],
    ...Object.fromEntries(packed.map(([name, xml]) => [name, [strToU8(xml), { mtime, level: 6 }] as const])),
  });
}
