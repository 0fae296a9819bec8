import { crc32, inflateRawSync } from 'node:zlib';
import type { Limits } from './limits.ts';
import { corrupt, Refusal } from './refusal.ts';

/** An entry of a zip archive as its central directory lists it (PKWARE APPNOTE 4.3.12). */
export interface ZipEntry {
  /** With forward slashes and without a leading one, whatever the producer wrote. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** Where the local header starts in the file. */
  readonly offset: number;
}

export interface Archive {
  readonly entries: readonly ZipEntry[];
  /** Case does not matter, as in the package convention (ECMA-376-2, 6.2.2.3). */
  readonly find: (name: string) => ZipEntry | undefined;
  /** The inflated bytes; every call counts against the limits of the whole archive. */
  readonly inflate: (entry: ZipEntry) => Uint8Array;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;

export function openArchive(bytes: Uint8Array, limits: Limits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (!byName.has(key)) byName.set(key, entry);
  }
  let left = limits.inflatedBytes;
  return {
    entries,
    find: name => byName.get(name.toLowerCase()),
    inflate: entry => {
      const content = inflateEntry(bytes, view, entry, left, limits);
      left -= content.length;
      return content;
    },
  };
}

interface Directory {
  readonly count: number;
  readonly offset: number;
  /** Bytes that stand before the archive, such as a self-extractor's. */
  readonly shift: number;
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: Limits): readonly ZipEntry[] {
  const { count, offset, shift } = locateDirectory(view);
  if (count > limits.entries) throw new Refusal('workbook_too_large', { limit: `${limits.entries} entries` });
  const entries: ZipEntry[] = [];
  let at = offset + shift;
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) throw corrupt('zip');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength > view.byteLength) throw corrupt('zip');
    const wide = wideSizes(view, at, nameEnd, nameEnd + extraLength);
    entries.push({
      name: entryName(bytes.subarray(at + 46, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: wide.compressedSize,
      offset: wide.offset + shift,
    });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

const entryName = (raw: Uint8Array): string => new TextDecoder().decode(raw).replaceAll('\\', '/').replace(/^\/+/, '');

function locateDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const end64 = locateDirectory64(view, at);
    if (end64) return end64;
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const shift = at - size - offset;
    return { count: view.getUint16(at + 10, true), offset, shift: shift > 0 ? shift : 0 };
  }
  throw corrupt('zip');
}

function locateDirectory64(view: DataView, end: number): Directory | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) throw corrupt('zip');
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
    shift: 0,
  };
}

/** Sizes of 0xffffffff stand in the zip64 extra field instead, in this order and only where they are needed. */
function wideSizes(view: DataView, at: number, extra: number, extraEnd: number) {
  let compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  for (let p = extra; p + 4 <= extraEnd; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    const fieldEnd = Math.min(extraEnd, p + 4 + view.getUint16(p + 2, true));
    let q = p + 4;
    const next = (narrow: number): number => {
      if (narrow !== 0xffffffff || q + 8 > fieldEnd) return narrow;
      q += 8;
      return Number(view.getBigUint64(q - 8, true));
    };
    next(size);
    compressedSize = next(compressedSize);
    offset = next(offset);
  }
  return { compressedSize, offset };
}

function inflateEntry(bytes: Uint8Array, view: DataView, entry: ZipEntry, left: number, limits: Limits): Uint8Array {
  const { offset, compressedSize, name } = entry;
  if (entry.flags & 1) throw new Refusal('workbook_encrypted');
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature) throw corrupt(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > view.byteLength) throw corrupt(name);
  const packed = bytes.subarray(start, start + compressedSize);
  const most = Math.min(left, Math.max(limits.ratioFreeBytes, compressedSize * limits.ratio));
  const content = unpack(packed, entry.method, most, name);
  if (content.length > most) throw tooLarge(most);
  if (crc32(content) !== entry.crc) throw corrupt(name);
  return content;
}

const tooLarge = (bytes: number): Refusal =>
  new Refusal('workbook_too_large', { limit: `${Math.floor(bytes / 1024 / 1024)} MB` });

function unpack(packed: Uint8Array, method: number, most: number, name: string): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw corrupt(name);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw corrupt(name);
  }
}
