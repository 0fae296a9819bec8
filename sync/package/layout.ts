/*
 * A package is a zip archive (PKWARE APPNOTE) in which nothing is left to the writer's taste: no extra fields, comments,
 * time stamps, descriptors or gaps. So the records of an entry follow from its name, method, sizes and checksum; the reader makes
 * them anew and compares, and no byte of a package can be changed without being noticed. The order of the entries is free.
 */

export interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

export interface PlacedEntry extends Entry {
  /** Where its local record starts. */
  readonly offset: number;
}

export const localSize = (name: string): number => 30 + name.length;
export const centralSize = (name: string): number => 46 + name.length;
export const endSize = 22;

/** 1 January 1980, the first day that the format knows. */
const noDate = 0x0021;
const versionNeeded = 20;

function shared(view: DataView, at: number, { name, method, crc, packedSize, size }: Entry): void {
  view.setUint16(at, versionNeeded, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, noDate, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packedSize, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

/** Names of entries are ASCII. */
const letters = (name: string): Uint8Array => Uint8Array.from(name, letter => letter.charCodeAt(0));

export function localRecord(entry: Entry): Uint8Array {
  const record = new Uint8Array(localSize(entry.name));
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x04034b50, true);
  shared(view, 4, entry);
  record.set(letters(entry.name), 30);
  return record;
}

export function centralRecord(entry: PlacedEntry): Uint8Array {
  const record = new Uint8Array(centralSize(entry.name));
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, versionNeeded, true);
  shared(view, 6, entry);
  view.setUint32(42, entry.offset, true);
  record.set(letters(entry.name), 46);
  return record;
}

export function endRecord(count: number, directorySize: number, directoryOffset: number): Uint8Array {
  const record = new Uint8Array(endSize);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, directoryOffset, true);
  return record;
}
