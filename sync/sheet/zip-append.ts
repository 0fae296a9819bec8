import { crc32, deflateRawSync } from 'node:zlib';
import { corrupt } from './refusal.ts';
import type { Archive } from './zip.ts';

const localHeader = 30;
const centralRecord = 46;
/** What an MS-DOS clock can tell (1 January 1980): the same content always gives the same bytes. */
const dosDate = 0x21;
const unicodeNames = 0x800;

function recordOf(name: Uint8Array, content: Uint8Array, packed: Uint8Array, offset: number) {
  const local = new Uint8Array(localHeader + name.length);
  const central = new Uint8Array(centralRecord + name.length);
  const [l, c] = [new DataView(local.buffer), new DataView(central.buffer)];
  l.setUint32(0, 0x04034b50, true);
  c.setUint32(0, 0x02014b50, true);
  c.setUint16(4, 20, true);
  for (const [view, at] of [
    [l, 4],
    [c, 6],
  ] as const) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, unicodeNames, true);
    view.setUint16(at + 4, 8, true);
    view.setUint16(at + 8, dosDate, true);
    view.setUint32(at + 10, crc32(content), true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, name.length, true);
  }
  c.setUint32(42, offset, true);
  local.set(name, localHeader);
  central.set(name, centralRecord);
  return { local, central };
}

/**
 * Puts a further entry behind the others of an archive; everything else stays byte for byte where it is, but for the directory
 * that follows it.
 */
export function appendEntry(bytes: Uint8Array, archive: Archive, name: string, content: Uint8Array): Uint8Array {
  const { directory, entries } = archive;
  const { start, shift, end, wideEnd, locator } = directory;
  const packed = deflateRawSync(content);
  const { local, central } = recordOf(new TextEncoder().encode(name), content, packed, start - shift);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = entries.reduce((most, { record }) => Math.max(most, recordEnd(view, record)), start);
  if (last > (wideEnd ?? end)) throw corrupt('zip');
  const grown = local.length + packed.length;
  const records = bytes.subarray(start, last);
  const rest = new Uint8Array(bytes.subarray(last));
  const tail = new DataView(rest.buffer);
  if (wideEnd !== null) {
    const at = wideEnd - last;
    for (const count of [24, 32]) tail.setBigUint64(at + count, tail.getBigUint64(at + count, true) + 1n, true);
    tail.setBigUint64(at + 40, tail.getBigUint64(at + 40, true) + BigInt(central.length), true);
    tail.setBigUint64(at + 48, tail.getBigUint64(at + 48, true) + BigInt(grown), true);
    const found = locator! - last + 8;
    tail.setBigUint64(found, tail.getBigUint64(found, true) + BigInt(grown + central.length), true);
  }
  const at = end - last;
  for (const count of [8, 10]) {
    const known = tail.getUint16(at + count, true);
    if (known !== 0xffff) tail.setUint16(at + count, known + 1, true);
  }
  for (const [field, more] of [
    [12, central.length],
    [16, grown],
  ] as const) {
    const known = tail.getUint32(at + field, true);
    if (known !== 0xffffffff) tail.setUint32(at + field, known + more, true);
  }
  return new Uint8Array(Buffer.concat([bytes.subarray(0, start), local, packed, records, central, rest]));
}

const recordEnd = (view: DataView, record: number): number =>
  record +
  centralRecord +
  view.getUint16(record + 28, true) +
  view.getUint16(record + 30, true) +
  view.getUint16(record + 32, true);
