import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStamp, stampBook } from '../../../sync/collect/index.ts';
import { defaultLimits, openArchive } from '../../../sync/sheet/index.ts';
import { convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { opened } from './opened.ts';
import { samplePackages } from './packages.ts';

const marks = {
  collection: '0190b6a0-7c1e-7a40-8f00-000000000001',
  edition: 3,
  recipient: '0190b6a0-7c1e-7a40-8f00-00000000000a',
};

function stamped(bytes: Uint8Array, with_ = marks): Uint8Array {
  const result = stampBook(bytes, '檢核表', with_);
  if (!result.ok) throw new Error(result.issue.message);
  return result.bytes;
}

/** The compressed bytes of every part, by name. */
function packedParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Map(
    openArchive(bytes, defaultLimits).entries.map(({ name, offset, compressedSize }) => {
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      return [name, Buffer.from(bytes.subarray(start, start + compressedSize)).toString('base64')];
    }),
  );
}

const metadata = /^(docProps\/custom.*|\[Content_Types\]\.xml|_rels\/\.rels|meta\.xml|META-INF\/manifest\.xml)$/;

describe('a stamp', () => {
  let books: Awaited<ReturnType<typeof samplePackages>>;
  beforeAll(async () => {
    books = await samplePackages();
  });

  it('is read back from every kind of workbook, with or without properties of its own', () => {
    for (const [name, bytes] of books) expect([name, readStamp(opened(stamped(bytes)))]).toEqual([name, marks]);
  });

  it('leaves the compressed bytes of every other part as they were', () => {
    for (const [name, bytes] of books) {
      if (name.endsWith('fods')) continue;
      const [before, after] = [packedParts(bytes), packedParts(stamped(bytes))];
      for (const [part, packed] of before)
        if (!metadata.test(part)) expect([name, part, after.get(part)]).toEqual([name, part, packed]);
      const fresh = [...after.keys()].filter(part => !before.has(part));
      expect(fresh.every(part => metadata.test(part))).toBe(true);
    }
  });

  it('stamped again the same is the same bytes, and stamped otherwise is the other', () => {
    const other = { ...marks, edition: 4 };
    for (const [, bytes] of books) {
      const once = stamped(bytes);
      expect(stamped(once)).toEqual(once);
      expect(readStamp(opened(stamped(once, other)))).toEqual(other);
      expect(stamped(stamped(once, other))).toHaveLength(once.length);
    }
  });

  it('keeps other properties', () => {
    for (const [name, bytes] of books) {
      const [before, after] = [opened(bytes).customProperties, opened(stamped(bytes)).customProperties];
      for (const [key, value] of before) expect([name, after.get(key)]).toEqual([name, value]);
    }
  });

  it('opens in exceljs', async () => {
    for (const [name, bytes] of books) {
      // A prefix on every element is more than exceljs reads, stamped or not.
      if (!name.endsWith('xlsx') || name.startsWith('前綴')) continue;
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(stamped(bytes).buffer as ArrayBuffer);
      expect(workbook.worksheets.length).toBeGreaterThan(0);
    }
  });

  it('survives being saved anew by LibreOffice, where that is installed', async () => {
    if (!(await findSoffice())) return;
    const [[, xlsx]] = books as [[string, Uint8Array]];
    for (const to of ['xlsx', 'ods'] as const) {
      const saved = await convert(stamped(xlsx), '檢核表', to);
      expect(saved.ok && readStamp(opened(saved.bytes))).toEqual(marks);
    }
  }, 60_000);

  it('is none where any of it is lost or makes no sense', () => {
    const properties = (entries: Readonly<Record<string, string>>) => ({
      customProperties: new Map(Object.entries(entries)),
    });
    const whole = { GuankaoCollection: 'c', GuankaoEdition: '2', GuankaoRecipient: 'r' };
    expect(readStamp(properties(whole))).toEqual({ collection: 'c', edition: 2, recipient: 'r' });
    for (const broken of [
      { GuankaoCollection: '' },
      { GuankaoEdition: '0' },
      { GuankaoEdition: '2.5' },
      { GuankaoEdition: 'x' },
      { GuankaoRecipient: '' },
    ])
      expect(readStamp(properties({ ...whole, ...broken }))).toBeNull();
  });

  it('is refused for what is no workbook, broken or signed, with the reason', async () => {
    const [[, xlsx]] = books as [[string, Uint8Array]];
    const signedParts = unzipSync(xlsx);
    const rels = new TextDecoder().decode(signedParts['_rels/.rels']);
    const origin =
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>';
    const signed = zipSync({
      ...signedParts,
      '_rels/.rels': strToU8(rels.replace('</Relationships>', `${origin}</Relationships>`)),
      '_xmlsignatures/origin.sigs': new Uint8Array(),
    });
    const refused = (bytes: Uint8Array) => {
      const result = stampBook(bytes, '檔案', marks);
      return result.ok ? 'stamped' : result.issue.code;
    };
    expect(refused(new Uint8Array())).toBe('workbook_empty');
    expect(refused(strToU8('一封信'))).toBe('not_a_workbook');
    expect(refused(xlsx.slice(0, xlsx.length >> 1))).toBe('workbook_corrupt');
    expect(refused(signed)).toBe('workbook_signed');
  });

  it('never throws, whatever byte of a workbook is changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 255 }), fc.nat({ max: 3 }), (at, byte, which) => {
        const [, bytes] = books[which % books.length]!;
        const changed = bytes.slice();
        changed[at % changed.length] = byte;
        const result = stampBook(changed, '檢核表', marks);
        return result.ok || result.issue.severity === 'error';
      }),
      { numRuns: 300 },
    );
  });
});
