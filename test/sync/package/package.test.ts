import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  canonicalJson,
  canonicalText,
  newKeyPair,
  noData,
  openPackage,
  type PackageLimits,
  packageLimits,
  packageOf,
  presentFormat,
  readContents,
  writePackage,
} from '../../../sync/package/index.ts';
import { centralRecord, endRecord, localRecord, localSize, type PlacedEntry } from '../../../sync/package/layout.ts';
import { type Layout, readLayout } from '../../../sync/package/read-layout.ts';
import { anyText, collect, fileOf, head, packed, packedRound, roundData, sender } from './build.ts';

/** What comes of a file that is handed in as a package: its rows, or why it was refused. */
async function read(bytes: Uint8Array, limits: PackageLimits = packageLimits) {
  const source = bytesOf(bytes);
  const opening = await openPackage(source, limits);
  if (!opening.ok) return { code: opening.issue.code, data: null, manifest: null };
  const reading = await readContents(source, opening.opened, limits);
  return reading.ok
    ? { code: null, data: reading.data, manifest: opening.opened.manifest }
    : { code: reading.issue.code, data: null, manifest: opening.opened.manifest };
}

const entriesOf = async (bytes: Uint8Array) => {
  const layout: Layout = await readLayout(bytesOf(bytes), packageLimits);
  if (!layout.ok) throw new Error(layout.fault);
  return [...layout.entries.values()].sort((a, b) => a.offset - b.offset);
};

/** A signed package of whatever rows and manifest, as a sender with a mind of its own may make one. */
const unchecked = (data: object, over: object = {}) =>
  collect(packageOf({ ...head(), format: presentFormat, ...over }, data, [fileOf(Buffer.from(''))], sender));

const contentOf = (bytes: Uint8Array, { name, offset, packedSize }: PlacedEntry): Uint8Array =>
  bytes.subarray(offset + localSize(name), offset + localSize(name) + packedSize);

/** A container of these entries, with all its records in order. */
function rebuilt(contents: readonly (readonly [PlacedEntry, Uint8Array])[]): Uint8Array {
  const placed: PlacedEntry[] = [];
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [entry, content] of contents) {
    placed.push({ ...entry, offset: at });
    pieces.push(localRecord(entry), content);
    at += localSize(entry.name) + content.length;
  }
  const directory = placed.map(centralRecord);
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, endRecord(placed.length, size, at)]));
}

/** The same package with its entries in another order. */
async function reordered(bytes: Uint8Array, order: readonly number[]): Promise<Uint8Array> {
  const entries = await entriesOf(bytes);
  return rebuilt(order.map(i => [entries[i]!, contentOf(bytes, entries[i]!)]));
}

describe('a package', () => {
  it('says what was put into it, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.uint8Array({ maxLength: 3000 }), async (narrative, file) => {
        const data = roundData(narrative, file);
        const back = await read(await packed(data, [fileOf(file)]));
        expect(back.code).toBeNull();
        expect(back.data).toEqual(data);
        expect(back.manifest).toMatchObject({ ...head(), format: 2 });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when any single byte of it was changed', async () => {
    const bytes = await packedRound();
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = bytes[at]! ^ (1 << (at % 8));
      expect((await read(changed)).code, `byte ${at}`).not.toBeNull();
    }
  });

  it('is refused when it was cut off, or something was added to it', async () => {
    const bytes = await packedRound();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (at, more) => {
        expect((await read(bytes.subarray(0, at))).code).not.toBeNull();
        expect((await read(Buffer.concat([bytes, more]))).code).not.toBeNull();
        expect((await read(Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]))).code).not.toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('is the same package in whatever order its entries stand', async () => {
    const bytes = await packedRound();
    const first = await read(bytes);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async order => {
        expect(await read(await reordered(bytes, order))).toEqual(first);
      }),
    );
  });

  it('is refused with an entry that its manifest does not name, without one that it names, and with one twice', async () => {
    const bytes = await packedRound();
    expect((await read(await reordered(bytes, [0, 1, 2]))).code).toBe('package_altered');
    expect((await read(await reordered(bytes, [0, 1, 2, 3, 3]))).code).toBe('package_altered');
    const other = await packedRound('另一個', Buffer.from('佐證二'));
    const stranger = (await entriesOf(other))[3]!;
    const whole = rebuilt([
      ...(await entriesOf(bytes)).map(entry => [entry, contentOf(bytes, entry)] as const),
      [stranger, contentOf(other, stranger)],
    ]);
    expect((await read(whole)).code).toBe('package_altered');
  });

  it('signed by somebody else shows their fingerprint, and never that of the sender', async () => {
    const forger = newKeyPair();
    const forged = await openPackage(bytesOf(await packed(noData, [], {}, forger)));
    const genuine = await openPackage(bytesOf(await packed(noData, [], {}, sender)));
    if (!forged.ok || !genuine.ok) throw new Error('must open');
    expect(forged.opened.fingerprint).not.toBe(genuine.opened.fingerprint);
  });

  it('does not take the signature of another package', async () => {
    const [bytes, other] = [await packedRound(), await packedRound('另一個')];
    const [mine, theirs] = [await entriesOf(bytes), await entriesOf(other)];
    const entries = mine.map((entry, i) =>
      i === 1 ? ([theirs[1]!, contentOf(other, theirs[1]!)] as const) : ([entry, contentOf(bytes, entry)] as const),
    );
    expect((await read(rebuilt(entries))).code).toBe('package_altered');
  });

  it('of a newer format is refused by its number, and one that is none at all as such', async () => {
    const newer = await collect(packageOf({ ...head(), format: presentFormat + 1, more: true }, {}, [], sender));
    expect((await read(newer)).code).toBe('package_newer');
    const odd = await collect(packageOf({ ...head(), format: 'two' }, {}, [], sender));
    expect((await read(odd)).code).toBe('package_faulty');
    for (const text of ['', 'PK', 'PK\u0003\u0004 and nothing', '這不是封包'])
      expect((await read(Buffer.from(text))).code).toMatch(/package_(not_one|altered)/);
  });

  it('with rows that name rows it does not hold is refused, although it is signed', async () => {
    const data = roundData('', Buffer.from(''));
    const wrong = [
      { ...data, reports: [{ ...data.reports[0]!, assignmentId: 'elsewhere' }] },
      { ...data, planItems: [{ ...data.planItems[0]!, parentId: 'step' }] },
      { ...data, planItems: [...data.planItems, ...data.planItems] },
      { ...data, rounds: [{ ...data.rounds[0]!, planId: 'elsewhere' }] },
      { ...data, evidence: [{ ...data.evidence[0]!, sha256: 'f'.repeat(64) }] },
    ];
    for (const one of wrong) expect((await read(await unchecked(one))).code).toBe('package_faulty');
  });

  it('with what its kind does not bring, files that nothing names, fields nobody knows or text that cannot be stored is refused', async () => {
    const data = roundData('', Buffer.from(''));
    expect((await read(await unchecked(data))).code).toBeNull();
    expect((await read(await unchecked(data, { kind: 'plan' }))).code).toBe('package_faulty');
    expect((await read(await unchecked({ ...data, evidence: [] }))).code).toBe('package_faulty');
    expect((await read(await unchecked({ ...data, more: [] }))).code).toBe('package_faulty');
    expect((await read(await unchecked(data, { more: true }))).code).toBe('package_faulty');
    expect((await read(await unchecked(data, { createdAt: '2025-06-30T08:00:00Z' }))).code).toBe('package_faulty');
    const reports = data.reports.map(row => ({ ...row, stateReason: 'a\0b' }));
    expect((await read(await unchecked({ ...data, reports }))).code).toBe('package_faulty');
  });

  it('is refused with a mark before its signature, which reads as the same text', async () => {
    const bytes = await packedRound();
    const [first, signed, ...others] = await entriesOf(bytes);
    const marked = Buffer.concat([Buffer.from('\ufeff'), contentOf(bytes, signed!)]);
    const whole = rebuilt([
      [first!, contentOf(bytes, first!)],
      [{ ...signed!, crc: crc32(marked), size: marked.length, packedSize: marked.length }, marked],
      ...others.map(entry => [entry, contentOf(bytes, entry)] as const),
    ]);
    expect((await read(whole)).code).toBe('package_altered');
  });

  it('is not written when no reader would take it', async () => {
    const file = Buffer.from('佐證');
    const contents = { head: head(), data: roundData('', file), files: [fileOf(file)] };
    const write = (over: object, limits: Partial<PackageLimits> = {}) =>
      collect(writePackage({ ...contents, ...over }, sender, { ...packageLimits, ...limits }));
    expect((await read(await write({}))).code).toBeNull();
    const size = { why: 'size' };
    await expect(write({}, { fileBytes: 1000 })).rejects.toMatchObject(size);
    await expect(write({}, { dataBytes: 100 })).rejects.toMatchObject(size);
    await expect(write({}, { entries: 3 })).rejects.toMatchObject(size);
    const data = { ...contents.data, units: [] };
    await expect(write({ data })).rejects.toMatchObject({ why: 'shape' });
    await expect(write({ head: head({ kind: 'reviews' }) })).rejects.toMatchObject({ why: 'shape' });
    const long = { ...contents.data, rounds: [{ ...contents.data.rounds[0]!, title: '長'.repeat(10_000) }] };
    await expect(write({ data: long })).rejects.toMatchObject({ why: 'shape', detail: 'rounds.0.title' });
  });

  it('is never held whole, neither while it is written nor while it is read', async () => {
    const piece = Buffer.alloc(64 * 1024, '佐證');
    const pieces = 64;
    const hash = createHash('sha256');
    for (let n = 0; n < pieces; n++) hash.update(piece);
    const file = {
      sha256: hash.digest('hex'),
      size: piece.length * pieces,
      open: async function* () {
        for (let n = 0; n < pieces; n++) yield piece;
      },
    };
    const data = roundData('', Buffer.from(''));
    const { sha256, size } = file;
    const shown = { ...data, evidence: data.evidence.map(row => ({ ...row, sha256, size })) };
    const written: number[] = [];
    const parts: Uint8Array[] = [];
    for await (const part of writePackage({ head: head(), data: shown, files: [file] }, sender)) {
      written.push(part.length);
      parts.push(part);
    }
    expect(Math.max(...written)).toBeLessThanOrEqual(piece.length);
    const whole = bytesOf(new Uint8Array(Buffer.concat(parts)));
    const asked: number[] = [];
    const source = {
      size: whole.size,
      read: (from: number, length: number) => {
        asked.push(length);
        return whole.read(from, length);
      },
    };
    const opening = await openPackage(source);
    if (!opening.ok) throw new Error(opening.issue.message);
    expect(await readContents(source, opening.opened)).toMatchObject({ ok: true });
    expect(Math.max(...asked)).toBeLessThanOrEqual(256 * 1024);
  });

  it('that inflates beyond measure is refused before it is inflated', async () => {
    const data = roundData('零'.repeat(19_000), Buffer.from(''));
    const bytes = await packed({ ...data, reports: data.reports.map(row => ({ ...row, remedy: '一'.repeat(4000) })) }, [
      fileOf(Buffer.from('')),
    ]);
    expect((await read(bytes)).code).toBeNull();
    expect((await read(bytes, { ...packageLimits, dataBytes: 10_000 })).code).toBe('package_too_large');
    expect((await read(bytes, { ...packageLimits, ratio: 0 })).code).toBe('package_too_large');
    expect((await read(bytes, { ...packageLimits, entries: 3 })).code).toBe('package_too_large');
    expect((await read(bytes, { ...packageLimits, fileBytes: 100 })).code).toBe('package_too_large');
  });

  it('of format 1 is still read, with what that format did not know left blank', async () => {
    const bytes = new Uint8Array(await readFile(join(import.meta.dirname, 'format-1.zip')));
    const { code, data, manifest } = await read(bytes);
    expect(code).toBeNull();
    expect(manifest).toMatchObject({ format: 2, kind: 'returns', leftOut: { personalData: 0, unfinished: 0 } });
    expect(data?.units).toEqual([{ id: 'unit-民政課', name: '民政課', aliases: [] }]);
    expect(data?.reports).toMatchObject([
      { id: 'report', result: 'ongoing', narrative: '已完成盤點', figures: [], plannedProgress: null, remedy: '' },
    ]);
    expect(data?.assignments).toEqual([{ id: 'report', planItemId: 'step', unitId: 'unit-民政課', part: 'lead' }]);
    expect(data?.evidence).toMatchObject([{ id: 'photo', kind: 'file', reportIds: ['report'] }]);
  });

  it('of format 2 is still read, and what format 2 can say is still written in it', async () => {
    const bytes = new Uint8Array(await readFile(join(import.meta.dirname, 'format-2.zip')));
    const { code, data, manifest } = await read(bytes);
    expect(code).toBeNull();
    expect(manifest).toMatchObject({ format: 2, kind: 'returns', title: '114年6月查核' });
    expect(data).toEqual(roundData('已完成盤點', Buffer.from('佐證說明')));
    const { manifest: now } = await read(await packedRound());
    expect(now?.format).toBe(2);
    const asked = await unchecked({ ...noData, collections: [] }, { format: 2, kind: 'collection' });
    expect((await read(asked)).code, 'format 2 knows no collections').toBe('package_faulty');
  });

  it('of format 1 has evidence once that stood under several reports', async () => {
    const file = Buffer.from('說明');
    const shown = { id: 'photo', name: '說明.txt', mediaType: 'text/plain', ...fileOf(file) };
    const { open: _, ...evidence } = shown;
    const report = { planItemId: 'step', unit: '民政課', result: 'done', narrative: '', remarks: '', acceptedAt: null };
    const { title: _title, formIds: _forms, leftOut: _left, ...old } = head();
    const data = {
      plan: { id: 'plan', year: 114, title: '服務計畫' },
      items: [
        { id: 'step', parentId: null, position: 0, label: '1', text: '甲', units: [], checkMonths: [], remarks: '' },
      ],
      round: { id: 'round', kind: 'routine', title: '6月查核', month: 6, dueDate: '2025-06-30' },
      reports: ['one', 'two'].map(id => ({ ...report, id, evidence: [evidence] })),
    };
    const back = await read(await collect(packageOf({ ...old, format: 1 }, data, [fileOf(file)], sender)));
    expect(back.code).toBeNull();
    expect(back.data?.evidence).toMatchObject([{ id: 'photo', reportIds: ['one', 'two'] }]);
  });
});

describe('canonical JSON', () => {
  it('has one spelling, whatever order the keys came in, and is read back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), value => {
        const text = canonicalText(value);
        const back: unknown = JSON.parse(text);
        expect(canonicalText(back)).toBe(text);
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
        expect(Buffer.from(canonicalJson(value)).toString()).toBe(text);
      }),
    );
    expect(canonicalText({ b: 1, a: [true, null], é: 'ü', Z: undefined })).toBe('{"a":[true,null],"b":1,"é":"ü"}');
  });
});
