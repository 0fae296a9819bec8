import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  readContents,
} from '../../../sync/package/index.ts';
import { centralRecord, endRecord, localSize } from '../../../sync/package/layout.ts';
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

/** The same package with its entries in another order. */
async function reordered(bytes: Uint8Array, order: readonly number[]): Promise<Uint8Array> {
  const entries = await entriesOf(bytes);
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const i of order) {
    const entry = entries[i]!;
    const length = localSize(entry.name) + entry.packedSize;
    locals.push(bytes.subarray(entry.offset, entry.offset + length));
    directory.push(centralRecord({ ...entry, offset: at }));
    at += length;
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  return new Uint8Array(Buffer.concat([...locals, ...directory, endRecord(order.length, size, at)]));
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
    const local = other.subarray(stranger.offset, stranger.offset + localSize(stranger.name) + stranger.packedSize);
    const entries = await entriesOf(bytes);
    const body = bytes.subarray(0, entries[3]!.offset + localSize(entries[3]!.name) + entries[3]!.packedSize);
    const directory = [...entries, { ...stranger, offset: body.length }].map(centralRecord);
    const size = directory.reduce((sum, record) => sum + record.length, 0);
    const whole = Buffer.concat([body, local, ...directory, endRecord(5, size, body.length + local.length)]);
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
    const from = (whole: Uint8Array, entry: (typeof mine)[number]) =>
      whole.subarray(entry.offset, entry.offset + localSize(entry.name) + entry.packedSize);
    const locals = [from(bytes, mine[0]!), from(other, theirs[1]!), from(bytes, mine[2]!), from(bytes, mine[3]!)];
    let at = 0;
    const directory = [mine[0]!, theirs[1]!, mine[2]!, mine[3]!].map((entry, i) => {
      const record = centralRecord({ ...entry, offset: at });
      at += locals[i]!.length;
      return record;
    });
    const size = directory.reduce((sum, record) => sum + record.length, 0);
    expect((await read(Buffer.concat([...locals, ...directory, endRecord(4, size, at)]))).code).toBe('package_altered');
  });

  it('of a newer format is refused by its number, and one that is none at all as such', async () => {
    const newer = await collect(packageOf({ ...head(), format: 3, more: true }, {}, [], sender));
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
    for (const one of wrong)
      expect((await read(await packed(one, [fileOf(Buffer.from(''))]))).code).toBe('package_faulty');
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
