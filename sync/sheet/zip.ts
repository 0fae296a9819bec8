import { crc32, inflateRawSync } from 'node:zlib';
import type { Limits } from './limits.ts';
import { corrupt, Refusal } from './refusal.ts';
import { numberAt, wideFields } from './zip-fields.ts';

/** An entry of a zip archive as its central directory lists it (PKWARE APPNOTE 4.3.12). */
export interface ZipEntry {
  /** With forward slashes and without a leading one, whatever the producer wrote. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** What the directory claims that it inflates to. */
  readonly claimedSize: number;
  /** Where the local header starts in the file. */
  readonly offset: number;
  /** Where its record of the central directory starts in the file. */
  readonly record: number;
}

/** Positions are those in the file. */
export interface Directory {
  readonly start: number;
  readonly count: number;
  /** Bytes that stand before the archive, such as a self-extractor's; offsets in its records do not count them. */
  readonly shift: number;
  /** The end record; that of zip64 and the locator before it, where there are any. */
  readonly end: number;
  readonly wideEnd: number | null;
  readonly locator: number | null;
}

export interface Archive {
  readonly directory: Directory;
  readonly entries: readonly ZipEntry[];
  /** Case does not matter, as in the package convention (ECMA-376-2, 6.2.2.3). */
  readonly find: (name: string) => ZipEntry | undefined;
  /** The inflated bytes; of what is not small, every call counts against the limits of the whole archive. */
  readonly inflate: (entry: ZipEntry) => Uint8Array;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;
/** Parts up to this many bytes are asked for over and over, and kept. */
const small = 32 * 1024;

export function openArchive(bytes: Uint8Array, limits: Limits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = locateDirectory(view);
  const entries = readDirectory(bytes, view, directory, limits);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (!byName.has(key)) byName.set(key, entry);
  }
  const kept = new Map<ZipEntry, Uint8Array>();
  let left = limits.inflatedBytes;
  return {
    directory,
    entries,
    find: name => byName.get(name.toLowerCase()),
    inflate: entry => {
      const known = kept.get(entry);
      if (known) return known;
      const content = inflateEntry(bytes, view, entry, left, limits);
      left -= content.length;
      if (content.length <= small) kept.set(entry, content);
      return content;
    },
  };
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  { count, start, shift }: Directory,
  limits: Limits,
): readonly ZipEntry[] {
  if (count > limits.entries) throw new Refusal('workbook_too_large', { limit: `${limits.entries} entries` });
  const entries: ZipEntry[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) throw corrupt('zip');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength > view.byteLength) throw corrupt('zip');
    const fields = wideFields(view, at);
    entries.push({
      name: entryName(bytes.subarray(at + 46, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: numberAt(view, fields.compressedSize),
      claimedSize: numberAt(view, fields.size),
      offset: numberAt(view, fields.offset) + shift,
      record: at,
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
    const wide = locateDirectory64(view, at);
    if (wide) return wide;
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const shift = Math.max(0, at - size - offset);
    const count = view.getUint16(at + 10, true);
    return { start: offset + shift, count, shift, end: at, wideEnd: null, locator: null };
  }
  throw corrupt('zip');
}

function locateDirectory64(view: DataView, end: number): Directory | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return null;
  const wideEnd = Number(view.getBigUint64(locator + 8, true));
  if (wideEnd + 56 > view.byteLength || view.getUint32(wideEnd, true) !== end64Signature) throw corrupt('zip');
  return {
    start: Number(view.getBigUint64(wideEnd + 48, true)),
    count: Number(view.getBigUint64(wideEnd + 32, true)),
    shift: 0,
    end,
    wideEnd,
    locator,
  };
}

function inflateEntry(bytes: Uint8Array, view: DataView, entry: ZipEntry, left: number, limits: Limits): Uint8Array {
  const { offset, compressedSize, name } = entry;
  if (entry.flags & 1) throw new Refusal('workbook_encrypted');
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature) throw corrupt(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > view.byteLength) throw corrupt(name);
  const packed = bytes.subarray(start, start + compressedSize);
  const most = Math.min(left, Math.max(limits.ratioFreeBytes, compressedSize * limits.ratio));
  const content = unpack(packed, entry, most);
  if (content.length > most) throw tooLarge(most);
  if (crc32(content) !== entry.crc) throw corrupt(name);
  return content;
}

const tooLarge = (bytes: number): Refusal =>
  new Refusal('workbook_too_large', { limit: `${Math.floor(bytes / 1024 / 1024)} MB` });

/** A part that is what it claims comes out in one piece; what a part that lies may claim is bounded. */
const chunkFor = (claimed: number, most: number): number =>
  Math.max(1024, Math.min(claimed, most, 64 * 1024 * 1024) + 1);

function unpack(packed: Uint8Array, { method, claimedSize, name }: ZipEntry, most: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw corrupt(name);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most), chunkSize: chunkFor(claimedSize, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw corrupt(name);
  }
}
