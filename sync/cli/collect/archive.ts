import { closeSync, fstatSync, openSync } from 'node:fs';
import { defaultLimits } from '../../sheet/index.ts';
import { corrupt, Refusal } from '../../sheet/refusal.ts';
import { openArchive, type ZipEntry } from '../../sheet/zip.ts';
import { part } from './part.ts';

/** A file inside an archive: enough to take it out without the rest. */
export interface Packed
  extends Pick<ZipEntry, 'flags' | 'method' | 'crc' | 'compressedSize' | 'claimedSize' | 'offset'> {
  /** As written in the archive. */
  readonly name: string;
}

/** What a workbook or a document says of itself, and an archive of files does not. */
const packageParts = ['[Content_Types].xml', '_rels/.rels', 'mimetype', 'META-INF/manifest.xml'] as const;
const unicodeNames = 0x800;
/** All that an archive says it unpacks to: more is no collection of forms, and would take hours to look through. */
const mostUnpacked = 4 * 1024 ** 3;

/** The files of an archive; null where the file is none. @throws Refusal when it is damaged, or holds too many, or what the system says */
export function filesOfArchive(path: string): readonly Packed[] | null {
  const list = directoryOf(path);
  if (list === null) return null;
  const { bytes, shift } = list;
  const archive = openArchive(bytes, defaultLimits);
  if (packageParts.some(part => archive.find(part))) return null;
  const files = archive.entries.filter(({ name }) => !name.endsWith('/'));
  const unpacked = files.reduce((sum, { claimedSize }) => sum + claimedSize, 0);
  if (unpacked > mostUnpacked) throw new Refusal('workbook_too_large', { limit: `${mostUnpacked / 1024 ** 3} GB` });
  return files.map(({ flags, method, crc, compressedSize, claimedSize, offset, record, name }) => ({
    flags,
    method,
    crc,
    compressedSize,
    claimedSize,
    offset: offset + shift,
    name: flags & unicodeNames ? name : named(bytes, record, name),
  }));
}

const endSignature = 0x06054b50;
const endSize = 22;
const longestComment = 0xffff;
const wide = 0xffff_ffff;

/**
 * The list at the end of an archive, as an archive that has nothing before it, so that of a large one little is held. `shift` is
 * where its files stand instead. Null where the file is no archive.
 */
function directoryOf(path: string): { readonly bytes: Uint8Array; readonly shift: number } | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const isZip = size > 1 && part(file, 0, 2).toString('latin1') === 'PK';
    const from = Math.max(0, size - endSize - longestComment);
    const tail = part(file, from, size - from);
    const end = endOf(tail);
    if (end < 0 && isZip) throw corrupt('zip');
    if (end < 0) return null;
    const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
    if (start === wide || length === wide || tail.readUInt16LE(end + 10) === 0xffff) return whole(file, size);
    const shift = from + end - length - start;
    // What is found at the end of an archive that was cut is the list of a workbook in it.
    if (shift < 0 || (shift > 0 && isZip)) throw corrupt('zip');
    const bytes = part(file, shift + start, size - shift - start);
    bytes.writeUInt32LE(0, length + 16);
    return { bytes, shift };
  } finally {
    closeSync(file);
  }
}

/** Where the end record stands: nothing but its comment comes after it. */
function endOf(tail: Buffer): number {
  for (let at = tail.length - endSize; at >= 0; at--)
    if (tail.readUInt32LE(at) === endSignature && at + endSize + tail.readUInt16LE(at + 20) === tail.length) return at;
  return -1;
}

/** Archives of the wide kind (zip64) are rare; they are read where they are no larger than a workbook may be. */
function whole(file: number, size: number): { readonly bytes: Uint8Array; readonly shift: number } {
  const most = defaultLimits.inflatedBytes;
  if (size > most) throw new Refusal('workbook_too_large', { limit: `${most / 1024 ** 2} MB` });
  return { bytes: part(file, 0, size), shift: 0 };
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
