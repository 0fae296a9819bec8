import type { Limits } from '../limits.ts';
import { corrupt, Refusal } from '../refusal.ts';
import { openArchive } from '../zip.ts';
import { streamOf } from './compound-file.ts';

/**
 * What a small file can ask of a program that opens it is known from its records alone: a formula spread over a range
 * makes a cell of every place in it. So a file is counted before LibreOffice sees it; what is refused here costs nothing.
 */
export function refuseBomb(bytes: Uint8Array, limits: Limits): void {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (bytes.length > limits.inflatedBytes) throw tooLarge(`${Math.floor(limits.inflatedBytes / 1024 / 1024)} MB`);
  if (isZip) refusePackage(bytes, limits);
  else refuseRecords(bytes[0] === 0xd0 ? stream(bytes) : bytes, limits);
}

const tooLarge = (limit: string): Refusal => new Refusal('workbook_too_large', { limit });

function stream(bytes: Uint8Array): Uint8Array {
  const found = streamOf(bytes, ['workbook', 'book']);
  if (!found) throw corrupt('Workbook');
  return found;
}

interface Count {
  cells: number;
  sheets: number;
}
type Read = (data: DataView, count: Count) => void;

const oneCell: Read = (_, count) => {
  count.cells += 1;
};
const several =
  (bytesPerCell: number): Read =>
  (data, count) => {
    count.cells += Math.max(1, Math.floor((data.byteLength - 6) / bytesPerCell));
  };
const range: Read = (data, count) => {
  if (data.byteLength < 6) return;
  const rows = data.getUint16(2, true) - data.getUint16(0, true) + 1;
  const columns = data.getUint8(5) - data.getUint8(4) + 1;
  count.cells += Math.max(0, rows) * Math.max(0, columns);
};
const encrypted: Read = () => {
  throw new Refusal('workbook_encrypted');
};

/** Records of .xls by their number, in all its editions (MS-XLS 2.3 and, for the old ones, OpenOffice's description). */
const records: ReadonlyMap<number, Read> = new Map<number, Read>([
  ...[0x06, 0x206, 0x406, 0x27e, 0x01, 0x201, 0x02, 0x03, 0x203, 0x04, 0x204, 0xd6, 0xfd, 0x05, 0x205].map(
    number => [number, oneCell] as const,
  ),
  [0xbd, several(6)],
  [0xbe, several(2)],
  ...[0x21, 0x221, 0x36, 0x236, 0x37].map(number => [number, range] as const),
  [
    0x85,
    (_, count) => {
      count.sheets += 1;
    },
  ],
  [0x2f, encrypted],
]);

const mostSheets = 1000;

function refuseRecords(bytes: Uint8Array, limits: Limits): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count: Count = { cells: 0, sheets: 0 };
  for (let at = 0; at + 4 <= view.byteLength; ) {
    const length = view.getUint16(at + 2, true);
    const end = Math.min(view.byteLength, at + 4 + length);
    records.get(view.getUint16(at, true))?.(new DataView(bytes.buffer, bytes.byteOffset + at + 4, end - at - 4), count);
    refuseCount(count, limits);
    at += 4 + length;
  }
}

function refuseCount({ cells, sheets }: Count, limits: Limits): void {
  if (cells > limits.cells) throw tooLarge(`${limits.cells} cells`);
  if (sheets > mostSheets) throw tooLarge(`${mostSheets} sheets`);
}

/** Formulas over a range in .xlsb: BrtArrFmla, BrtTable (MS-XLSB 2.4). */
const wideRanges: ReadonlySet<number> = new Set([426, 428]);

/** A .xlsb: every part inflated within the limits, and the records of its sheets counted. */
function refusePackage(bytes: Uint8Array, limits: Limits): void {
  const archive = openArchive(bytes, limits);
  const count: Count = { cells: 0, sheets: 0 };
  for (const entry of archive.entries) {
    const content = archive.inflate(entry);
    if (!/worksheets\/[^/]+\.bin$/i.test(entry.name)) continue;
    count.sheets += 1;
    countBinary(content, count, limits);
  }
}

function countBinary(bytes: Uint8Array, count: Count, limits: Limits): void {
  let at = 0;
  /** Seven bits a byte, the eighth says that another follows. */
  const number = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most; i++) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  };
  /** A record's number keeps the bit that says it is two bytes long out of its value. */
  while (at < bytes.length) {
    const kind = number(2);
    const length = number(4);
    if (kind <= 11) count.cells += 1;
    if (wideRanges.has(kind) && at + 16 <= bytes.length) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16);
      const [top, bottom, left, right] = [0, 4, 8, 12].map(offset => view.getUint32(offset, true)) as [
        number,
        number,
        number,
        number,
      ];
      count.cells += Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1);
    }
    refuseCount(count, limits);
    at += length;
  }
}
