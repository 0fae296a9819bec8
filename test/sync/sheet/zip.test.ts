import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../sync/sheet/limits.ts';
import { openArchive } from '../../../sync/sheet/zip.ts';
import { replaceEntries } from '../../../sync/sheet/zip-write.ts';
import { changedEntries } from './patches.ts';

interface Made {
  readonly name: string;
  readonly content: string;
  readonly stored?: boolean;
  /** Sizes follow the content instead of standing before it, as writers that stream do. */
  readonly descriptor?: boolean;
  /** Numbers stand in the zip64 extra field. */
  readonly wide?: boolean | undefined;
  readonly extra?: string;
}
interface Around {
  readonly before?: string;
  readonly comment?: string;
  readonly wideEnd?: boolean;
}

const u16 = (n: number): Buffer => Buffer.from([n & 255, n >> 8]);
const u32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n >>> 0);
  return bytes;
};
const u64 = (n: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(n));
  return bytes;
};
const none = 0xffffffff;

/** A zip in the ways that programs write one (APPNOTE 4.3). */
function archive(entries: readonly Made[], { before = '', comment = '', wideEnd = false }: Around = {}): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(before)];
  const directory: Buffer[] = [];
  const length = (list: readonly Buffer[]): number => list.reduce((sum, { length: n }) => sum + n, 0);
  for (const { name, content, stored, descriptor, wide, extra = '' } of entries) {
    const raw = Buffer.from(content);
    const packed = stored ? raw : deflateRawSync(raw);
    const offset = length(pieces) - before.length;
    const unknown =
      extra === '' ? Buffer.alloc(0) : Buffer.concat([u16(0xcafe), u16(extra.length), Buffer.from(extra)]);
    const sizes = Buffer.concat([u64(raw.length), u64(packed.length)]);
    const localWide = wide ? Buffer.concat([u16(1), u16(16), sizes]) : Buffer.alloc(0);
    const centralWide = wide ? Buffer.concat([u16(1), u16(24), sizes, u64(offset)]) : Buffer.alloc(0);
    const shared = (known: boolean): Buffer =>
      Buffer.concat([
        u16(45),
        u16(0x800 | (descriptor ? 8 : 0)),
        u16(stored ? 0 : 8),
        u16(0x6c21),
        u16(0x5a9e),
        u32(known ? crc32(raw) : 0),
        u32(wide ? none : known ? packed.length : 0),
        u32(wide ? none : known ? raw.length : 0),
        u16(Buffer.byteLength(name)),
      ]);
    pieces.push(
      Buffer.concat([
        u32(0x04034b50),
        shared(!descriptor),
        u16(localWide.length + unknown.length),
        Buffer.from(name),
        unknown,
        localWide,
        packed,
      ]),
      descriptor
        ? Buffer.concat([u32(0x08074b50), u32(crc32(raw)), u32(packed.length), u32(raw.length)])
        : Buffer.alloc(0),
    );
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(0x032d),
        shared(true),
        u16(centralWide.length + unknown.length),
        u16(2),
        u16(0),
        u16(1),
        u32(0o644 << 16),
        u32(wide ? none : offset),
        Buffer.from(name),
        unknown,
        centralWide,
        Buffer.from('註').subarray(0, 2),
      ]),
    );
  }
  const start = length(pieces) - before.length;
  const size = length(directory);
  const count = entries.length;
  const wideRecord = wideEnd
    ? [
        Buffer.concat([
          u32(0x06064b50),
          u64(44),
          u16(45),
          u16(45),
          u32(0),
          u32(0),
          u64(count),
          u64(count),
          u64(size),
          u64(start),
        ]),
        Buffer.concat([u32(0x07064b50), u32(0), u64(start + size), u32(1)]),
      ]
    : [];
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(wideEnd ? 0xffff : count),
    u16(wideEnd ? 0xffff : count),
    u32(wideEnd ? none : size),
    u32(wideEnd ? none : start),
    u16(comment.length),
    Buffer.from(comment),
  ]);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, ...wideRecord, end]));
}

const textOf = (file: Uint8Array, name: string): string => {
  const opened = openArchive(file, defaultLimits);
  return new TextDecoder().decode(opened.inflate(opened.find(name)!));
};

function replaced(file: Uint8Array, contents: Readonly<Record<string, string>>): Uint8Array {
  const opened = openArchive(file, defaultLimits);
  const list = Object.entries(contents).map(
    ([name, text]) => [opened.find(name)!, new TextEncoder().encode(text)] as const,
  );
  return replaceEntries(file, opened, new Map(list));
}

const entry: fc.Arbitrary<Made> = fc.record({
  name: fc.constant(''),
  content: fc.string({ unit: fc.constantFrom('甲', '乙', 'x', '<', '\n') }),
  stored: fc.boolean(),
  descriptor: fc.boolean(),
  wide: fc.boolean(),
  extra: fc.constantFrom('', 'kept'),
});
const entries = fc
  .array(entry, { minLength: 1, maxLength: 6 })
  .map(list => list.map((made, i) => ({ ...made, wide: made.wide && !made.descriptor, name: `部件/${i}.xml` })));

describe('replacing entries of a zip', () => {
  it('changes these and leaves every other byte, whatever way it was written', () => {
    const around = fc.record({ before: fc.constantFrom('', 'MZ stub'), comment: fc.constantFrom('', 'a comment') });
    fc.assert(
      fc.property(entries, around, fc.nat(), fc.string(), (list, outside, pick, text) => {
        const file = archive(list, outside);
        const chosen = list[pick % list.length]!.name;
        const result = replaced(file, { [chosen]: text });
        for (const { name, content } of list) {
          expect(textOf(result, name)).toBe(
            name === chosen ? new TextDecoder().decode(new TextEncoder().encode(text)) : content,
          );
        }
        expect([chosen]).toEqual(expect.arrayContaining([...changedEntries(file, result)]));
        // Another program's reader, which knows no archive behind other bytes.
        if (outside.before === '') expect(Object.keys(unzipSync(result))).toEqual(list.map(({ name }) => name));
        const tail = (bytes: Uint8Array): string =>
          Buffer.from(bytes.subarray(bytes.length - outside.comment.length)).toString();
        expect(tail(result)).toBe(tail(file));
        expect(Buffer.from(result.subarray(0, outside.before.length)).toString()).toBe(outside.before);
      }),
      { numRuns: 150 },
    );
  });

  it('works in an archive with a wide end, and drops the descriptor and wide sizes of what it replaces', () => {
    const list = [
      { name: 'a', content: 'x'.repeat(50), wide: true },
      { name: 'b', content: 'y', descriptor: true },
      { name: 'c', content: 'z', stored: true },
    ];
    const file = archive(list, { wideEnd: true });
    const result = replaced(file, { a: 'new', b: 'new', c: 'new' });
    expect(['a', 'b', 'c'].map(name => textOf(result, name))).toEqual(['new', 'new', 'new']);
    expect(openArchive(result, defaultLimits).entries.map(({ method, flags }) => [method, flags & 8])).toEqual([
      [8, 0],
      [8, 0],
      [0, 0],
    ]);
    expect(replaced(result, { a: list[0]!.content }).length).toBeGreaterThan(0);
  });

  it('gives back the very bytes when nothing changes', () => {
    const file = archive([{ name: 'a', content: 'x' }]);
    expect(replaced(file, {})).toBe(file);
  });
});
