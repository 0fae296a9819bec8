import type { FileHandle } from 'node:fs/promises';
import { numberAt, wideFields } from '../../../sync/sheet/zip-fields.ts';

/** A file in an archive, as the central directory tells of it (PKWARE APPNOTE 4.3.12). */
export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** Where its local header begins in the file. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const locatorSignature = 0x07064b50;
const wideEndSignature = 0x06064b50;
const recordSignature = 0x02014b50;
const endSize = 22;
const locatorSize = 20;
const longestComment = 0xffff;
/** Ten thousand entries with long names; more is no archive of returned files. */
const largestDirectory = 16 * 1024 * 1024;

/**
 * The files that an archive lists; null where the file is no archive, or says of itself what it is, as workbooks and documents
 * do. Only its directory is read.
 */
export async function entriesOf(file: FileHandle): Promise<readonly Entry[] | null> {
  const { size } = await file.stat();
  if (size < endSize || (await part(file, 0, 2)).toString('latin1') !== 'PK') return null;
  const place = await directoryOf(file, size);
  if (!place || place.size > largestDirectory || place.start + place.size > size) return null;
  const entries = recordsOf(await part(file, place.start, place.size), place.shift);
  return entries === null || isPackage(entries) ? null : entries;
}

const packageParts = new Set(['[Content_Types].xml', '_rels/.rels', 'mimetype', 'META-INF/manifest.xml']);

const isPackage = (entries: readonly Entry[]): boolean => entries.some(({ name }) => packageParts.has(name));

async function part(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, start);
  return buffer.subarray(0, bytesRead);
}

interface Place {
  readonly start: number;
  readonly size: number;
  /** Bytes before the archive, which its offsets do not count. */
  readonly shift: number;
}

async function directoryOf(file: FileHandle, size: number): Promise<Place | null> {
  const from = Math.max(0, size - endSize - longestComment - locatorSize);
  const tail = await part(file, from, size - from);
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const wide = at >= locatorSize ? await wideDirectory(file, size, tail.subarray(at - locatorSize, at)) : null;
    if (wide) return wide;
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    const shift = Math.max(0, from + at - length - offset);
    return { start: offset + shift, size: length, shift };
  }
  return null;
}

async function wideDirectory(file: FileHandle, size: number, locator: Buffer): Promise<Place | null> {
  if (locator.readUInt32LE(0) !== locatorSignature) return null;
  const at = Number(locator.readBigUInt64LE(8));
  if (!(at + 56 <= size)) return null;
  const end = await part(file, at, 56);
  if (end.readUInt32LE(0) !== wideEndSignature) return null;
  return { start: Number(end.readBigUInt64LE(48)), size: Number(end.readBigUInt64LE(40)), shift: 0 };
}

function recordsOf(bytes: Buffer, shift: number): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === recordSignature; ) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (end > bytes.length) return null;
    const flags = view.getUint16(at + 8, true);
    const fields = wideFields(view, at);
    entries.push({
      name: entryName(bytes.subarray(at + 46, nameEnd), flags),
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: numberAt(view, fields.compressedSize),
      offset: numberAt(view, fields.offset) + shift,
    });
    at = end;
  }
  return entries.length > 0 ? entries : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const big5 = new TextDecoder('big5');

/** Windows in Taiwan writes names in Big5 and does not say so; what says that it is UTF-8, or can be nothing else, is. */
function entryName(raw: Buffer, flags: number): string {
  const said = (flags & 0x800) !== 0;
  const name = said ? raw.toString('utf8') : readable(raw);
  return name.replaceAll('\\', '/').normalize('NFC');
}

function readable(raw: Buffer): string {
  try {
    return utf8.decode(raw);
  } catch {
    return big5.decode(raw);
  }
}
