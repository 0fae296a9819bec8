import { once } from 'node:events';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import type { Sink } from './source.ts';

/** What an MS-DOS clock can tell (1 January 1980): the same content always gives the same bytes. */
const dosDate = 0x21;
const unicodeNames = 0x800;
const sizesFollow = 0x8;
/** From here on numbers stand in the zip64 fields. */
const wide = 0xffff_ffff;
/** Text is handed on in pieces of about this many characters. */
const piece = 64 * 1024;
/** The lower levels take a quarter of the time for a fifth more bytes. */
const level = 1;

interface Written {
  readonly name: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A zip archive written from front to back (APPNOTE 4.3), so that nothing of it need be held. */
export class ZipStream {
  readonly #sink: Sink;
  readonly #entries: Written[] = [];
  #at = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** An entry of known content. @param stored as it is, for those that readers look for at the head of a file */
  async put(name: string, content: string, stored = false): Promise<void> {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const entry = {
      name: Buffer.from(name),
      method: stored ? 0 : 8,
      flags: unicodeNames,
      crc: crc32(bytes),
      packed: packed.length,
      size: bytes.length,
      offset: this.#at,
    };
    await this.#write(header(entry));
    await this.#write(packed);
    this.#entries.push(entry);
  }

  /** An entry whose content comes in pieces; deflated on a thread of its own while the next pieces are made. */
  async stream(name: string, pieces: AsyncIterable<string>): Promise<void> {
    const offset = this.#at;
    const open = {
      name: Buffer.from(name),
      method: 8,
      flags: unicodeNames | sizesFollow,
      crc: 0,
      packed: 0,
      size: 0,
      offset,
    };
    await this.#write(header(open));
    const deflate = createDeflateRaw({ level, chunkSize: piece });
    const packedAt = this.#at;
    const drained = (async () => {
      for await (const chunk of deflate) await this.#write(chunk as Uint8Array);
    })();
    // A failure of the sink is told when the entry ends, and not before somebody listens.
    drained.catch(() => deflate.destroy());
    let [crc, size, held] = [0, 0, ''];
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(held);
      held = '';
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.destroyed && !deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), drained]);
    };
    for await (const text of pieces) {
      held += text;
      if (held.length >= piece) await flush();
    }
    if (held !== '') await flush();
    if (!deflate.destroyed) deflate.end();
    await drained;
    const entry = { ...open, crc, size, packed: this.#at - packedAt };
    await this.#write(descriptor(entry));
    this.#entries.push(entry);
  }

  async end(): Promise<void> {
    const start = this.#at;
    for (const entry of this.#entries) await this.#write(central(entry));
    await this.#write(endOf(this.#entries.length, start, this.#at));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#at += bytes.length;
    await this.#sink(bytes);
  }
}

const limited = (value: number): number => Math.min(value, wide);

function header({ name, method, flags, crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(30 + name.length);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt16LE(method, 8);
  bytes.writeUInt16LE(dosDate, 12);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt16LE(name.length, 26);
  bytes.set(name, 30);
  return bytes;
}

/** Sizes of entries beyond 4 GB would need fields that no workbook part ever needs: its rows are bounded long before. */
function descriptor({ crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(limited(packed), 8);
  bytes.writeUInt32LE(limited(size), 12);
  return bytes;
}

function central(entry: Written): Buffer {
  const isFar = entry.offset >= wide;
  const extra = isFar ? 12 : 0;
  const bytes = Buffer.alloc(46 + entry.name.length + extra);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(isFar ? 45 : 20, 4);
  bytes.writeUInt16LE(isFar ? 45 : 20, 6);
  bytes.writeUInt16LE(entry.flags, 8);
  bytes.writeUInt16LE(entry.method, 10);
  bytes.writeUInt16LE(dosDate, 14);
  bytes.writeUInt32LE(entry.crc, 16);
  bytes.writeUInt32LE(limited(entry.packed), 20);
  bytes.writeUInt32LE(limited(entry.size), 24);
  bytes.writeUInt16LE(entry.name.length, 28);
  bytes.writeUInt16LE(extra, 30);
  bytes.writeUInt32LE(limited(entry.offset), 42);
  bytes.set(entry.name, 46);
  if (isFar) {
    const at = 46 + entry.name.length;
    bytes.writeUInt16LE(1, at);
    bytes.writeUInt16LE(8, at + 2);
    bytes.writeBigUInt64LE(BigInt(entry.offset), at + 4);
  }
  return bytes;
}

function endOf(count: number, start: number, end: number): Buffer {
  const isFar = start >= wide;
  const far = isFar ? Buffer.alloc(76) : Buffer.alloc(0);
  if (isFar) {
    far.writeUInt32LE(0x06064b50, 0);
    far.writeBigUInt64LE(44n, 4);
    far.writeUInt16LE(45, 12);
    far.writeUInt16LE(45, 14);
    far.writeBigUInt64LE(BigInt(count), 24);
    far.writeBigUInt64LE(BigInt(count), 32);
    far.writeBigUInt64LE(BigInt(end - start), 40);
    far.writeBigUInt64LE(BigInt(start), 48);
    far.writeUInt32LE(0x07064b50, 56);
    far.writeBigUInt64LE(BigInt(end), 64);
    far.writeUInt32LE(1, 72);
  }
  const near = Buffer.alloc(22);
  near.writeUInt32LE(0x06054b50, 0);
  near.writeUInt16LE(count, 8);
  near.writeUInt16LE(count, 10);
  near.writeUInt32LE(limited(end - start), 12);
  near.writeUInt32LE(limited(start), 16);
  return Buffer.concat([far, near]);
}
