import type { Bytes } from './bytes.ts';
import {
  centralRecord,
  centralSize,
  type Entry,
  endRecord,
  endSize,
  localRecord,
  localSize,
  type PlacedEntry,
} from './layout.ts';
import type { PackageLimits } from './limits.ts';

/** What the container of a package is at fault in; `notZip` is no package at all. */
export type LayoutFault = 'notZip' | 'tooLarge' | 'altered';

export type Layout =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, PlacedEntry> }
  | { readonly ok: false; readonly fault: LayoutFault };

const longestName = 80;

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const fail = (fault: LayoutFault): Layout => ({ ok: false, fault });

/** Finds the entries of a package. Whatever differs from what {@link localRecord} and the others make is refused. */
export async function readLayout(bytes: Bytes, limits: PackageLimits): Promise<Layout> {
  if (bytes.size > limits.fileBytes) return fail('tooLarge');
  if (bytes.size < endSize || !(await startsLikeZip(bytes))) return fail('notZip');
  const end = await bytes.read(bytes.size - endSize, endSize);
  const view = viewOf(end);
  const count = view.getUint16(10, true);
  const directorySize = view.getUint32(12, true);
  const directoryOffset = view.getUint32(16, true);
  if (!same(end, endRecord(count, directorySize, directoryOffset))) return fail('altered');
  if (count > limits.entries) return fail('tooLarge');
  if (directoryOffset + directorySize + endSize !== bytes.size) return fail('altered');
  if (directorySize > count * centralSize('n'.repeat(longestName))) return fail('altered');
  const entries = readDirectory(await bytes.read(directoryOffset, directorySize), count);
  if (!entries || !(await areContiguous(bytes, entries, directoryOffset))) return fail('altered');
  const byName = new Map(entries.map(entry => [entry.name, entry]));
  return byName.size === entries.length ? { ok: true, entries: byName } : fail('altered');
}

async function startsLikeZip(bytes: Bytes): Promise<boolean> {
  return viewOf(await bytes.read(0, 4)).getUint32(0, true) === 0x04034b50;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readDirectory(directory: Uint8Array, count: number): readonly PlacedEntry[] | null {
  const view = viewOf(directory);
  const entries: PlacedEntry[] = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > directory.length) return null;
    const nameLength = view.getUint16(at + 28, true);
    const method = view.getUint16(at + 10, true);
    if (nameLength > longestName || at + 46 + nameLength > directory.length || (method !== 0 && method !== 8))
      return null;
    const entry: PlacedEntry = {
      name: String.fromCharCode(...directory.subarray(at + 46, at + 46 + nameLength)),
      method,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const record = centralRecord(entry);
    if (!same(record, directory.subarray(at, at + record.length))) return null;
    entries.push(entry);
    at += record.length;
  }
  return at === directory.length ? entries : null;
}

/** Local records stand one behind the other from the first byte to the directory, each the one that its entry makes. */
async function areContiguous(bytes: Bytes, entries: readonly PlacedEntry[], directoryOffset: number): Promise<boolean> {
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const length = localSize(entry.name);
    if (entry.offset !== at || at + length + entry.packedSize > directoryOffset) return false;
    if (entry.method === 0 && entry.packedSize !== entry.size) return false;
    if (!same(await bytes.read(at, length), localRecord(entry as Entry))) return false;
    at += length + entry.packedSize;
  }
  return at === directoryOffset;
}
