/** Workbooks as programs of the nineties wrote them, in the smallest form that their description allows. */

const record = (kind: number, data: readonly number[]): readonly number[] => [
  ...u16(kind),
  ...u16(data.length),
  ...data,
];
const u16 = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): readonly number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];

export const begin = record(0x809, [...u16(0x600), ...u16(5), 0, 0, 0, 0]);
export const beginOld = record(0x409, [...u16(0), ...u16(0x10), 0, 0]);
export const end = record(0x0a, []);
export const encrypted = record(0x2f, [1, 0, 0, 0, 0, 0]);
export const label = (row: number, column: number): readonly number[] =>
  record(0x204, [...u16(row), ...u16(column), 0, 0, ...u16(1), 0x41]);
/** One formula spread over a range. */
export const array = (bottom: number, right: number): readonly number[] =>
  record(0x221, [...u16(0), ...u16(bottom), 0, right, 0, 0, 0, 0, 0, 0, ...u16(3), 0x1e, 1, 0]);
export const blanks = (row: number, count: number): readonly number[] =>
  record(0xbe, [...u16(row), ...u16(0), ...Array(count * 2).fill(0), ...u16(count - 1)]);
export const sheet = record(0x85, [...u32(0), 0, 0, 1, 0, 0x41]);

const sectorSize = 512;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;

const entry = (name: string, kind: number, start: number, size: number, child = free): readonly number[] => [
  ...[...name.padEnd(32, '\0')].flatMap(letter => u16(letter.charCodeAt(0))),
  ...u16((name.length + 1) * 2),
  kind,
  1,
  ...u32(free),
  ...u32(free),
  ...u32(child),
  ...Array(36).fill(0),
  ...u32(start),
  ...u32(size),
  ...u32(0),
];

/** A compound file whose only stream is a workbook; `next` may lead the stream's chain astray. */
export function compoundFile(
  records: readonly number[],
  next: (sector: number, last: number) => number = (sector, last) => (sector === last ? endOfChain : sector + 1),
): Uint8Array {
  const sectors = Math.max(8, Math.ceil(records.length / sectorSize));
  const [first, last] = [2, sectors + 1];
  const links = [0xfffffffd, endOfChain, ...Array.from({ length: sectors }, (_, i) => next(first + i, last))];
  const header = [
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...Array(16).fill(0),
    ...u16(0x3e),
    ...u16(3),
    ...u16(0xfffe),
    ...u16(9),
    ...u16(6),
    ...Array(10).fill(0),
    ...u32(1),
    ...u32(1),
    ...u32(0),
    ...u32(4096),
    ...u32(endOfChain),
    ...u32(0),
    ...u32(endOfChain),
    ...u32(0),
    ...u32(0),
    ...Array.from({ length: 108 }, () => u32(free)).flat(),
  ];
  const table = Array.from({ length: 128 }, (_, i) => u32(links[i] ?? free)).flat();
  const directory = [
    ...entry('Root Entry', 5, endOfChain, 0, 1),
    ...entry('Workbook', 2, first, sectors * sectorSize),
    ...Array(256).fill(0),
  ];
  const body = [...records, ...Array(sectors * sectorSize - records.length).fill(0)];
  return Uint8Array.from([...header, ...table, ...directory, ...body]);
}
