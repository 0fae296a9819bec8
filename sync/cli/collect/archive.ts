import { readFileSync } from 'node:fs';
import { defaultLimits } from '../../sheet/index.ts';
import { openArchive, type ZipEntry } from '../../sheet/zip.ts';

/** A file inside an archive: enough to take it out without the rest. */
export interface Packed
  extends Pick<ZipEntry, 'flags' | 'method' | 'crc' | 'compressedSize' | 'claimedSize' | 'offset'> {
  /** As written in the archive. */
  readonly name: string;
}

/** What a workbook or a document says of itself, and an archive of files does not. */
const packageParts = ['[Content_Types].xml', '_rels/.rels', 'mimetype', 'META-INF/manifest.xml'] as const;
const unicodeNames = 0x800;

/** The files of an archive; null where the file is none. @throws Refusal when it is damaged, or holds too many */
export function filesOfArchive(path: string): readonly Packed[] | null {
  const bytes = new Uint8Array(readFileSync(path));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const archive = openArchive(bytes, defaultLimits);
  if (packageParts.some(part => archive.find(part))) return null;
  return archive.entries
    .filter(({ name }) => !name.endsWith('/'))
    .map(({ flags, method, crc, compressedSize, claimedSize, offset, record, name }) => ({
      flags,
      method,
      crc,
      compressedSize,
      claimedSize,
      offset,
      name: flags & unicodeNames ? name : named(bytes, record, name),
    }));
}

/** Programs in Taiwan write names in Big5 and do not say so. */
function named(bytes: Uint8Array, record: number, otherwise: string): string {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(record + 28, true);
  const raw = bytes.subarray(record + 46, record + 46 + length);
  for (const encoding of ['utf-8', 'big5']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw).replaceAll('\\', '/').replace(/^\/+/, '');
    } catch {
      // It is the other one, or neither.
    }
  }
  return otherwise;
}
