import { crc32, deflateRawSync } from 'node:zlib';

/** What an entry says of itself, in the directory and in front of its bytes; any of it may be a lie. */
export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly extra: Uint8Array;
  readonly localName: string;
}

export interface RawEnd {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

export type EntryLies = Partial<RawEntry>;
export type EndLies = Partial<RawEnd>;

const u16 = (value: number): readonly number[] => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number): readonly number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
const utf8 = new TextEncoder();

/** Writes a package in which some fields say what they were told to instead of what is true. */
export function rawZip(
  entries: readonly (readonly [name: string, content: Uint8Array, lies: EntryLies])[],
  lies: EndLies = {},
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const [name, content, told] of entries) {
    const packed = told.method === 0 ? content : deflateRawSync(content, { level: 1 });
    const truth = { method: 8, flags: 0x800, crc: crc32(content), packed: packed.length, size: content.length };
    const entry = { name, localName: name, offset: at, extra: new Uint8Array(), ...truth, ...told };
    const shared = [
      ...u16(entry.flags),
      ...u16(entry.method),
      ...u32(0),
      ...u32(entry.crc),
      ...u32(entry.packed),
      ...u32(entry.size),
    ];
    const local = utf8.encode(entry.localName);
    put(Uint8Array.from([...u32(0x04034b50), ...u16(20), ...shared, ...u16(local.length), ...u16(0), ...local]));
    put(told.content ?? packed);
    const shown = utf8.encode(entry.name);
    directory.push(
      Uint8Array.from([
        ...u32(0x02014b50),
        ...u16(20),
        ...u16(20),
        ...shared,
        ...u16(shown.length),
        ...u16(entry.extra.length),
        ...Array(10).fill(0),
        ...u32(entry.offset),
        ...shown,
        ...entry.extra,
      ]),
    );
  }
  const truth = { count: entries.length, offset: at, size: directory.reduce((sum, { length }) => sum + length, 0) };
  for (const piece of directory) put(piece);
  const end = { ...truth, ...lies };
  put(
    Uint8Array.from([
      ...u32(0x06054b50),
      ...u32(0),
      ...u16(end.count),
      ...u16(end.count),
      ...u32(end.size),
      ...u32(end.offset),
      ...u16(0),
    ]),
  );
  return new Uint8Array(Buffer.concat(pieces));
}
