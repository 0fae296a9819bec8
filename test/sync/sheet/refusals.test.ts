import { describe, expect, it } from 'vitest';
import { messages, say } from '../../../sync/model/index.ts';
import { defaultLimits, readWorkbook } from '../../../sync/sheet/index.ts';
import { relations, verdict, workbookFile, workbookParts, worksheet, zip } from './packages.ts';

/** The shortest compound file that names its streams: header sector, then the directory. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * streams.length);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  streams.forEach((name, i) => {
    const at = 512 + 128 * i;
    bytes.set(Buffer.from(`${name}\0`, 'utf16le'), at);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = 2;
  });
  return bytes;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const good = workbookFile(worksheet('<row><c><v>1</v></c></row>'));
const binary =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>';
const wordTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

const kinds: readonly (readonly [what: string, code: string, bytes: Uint8Array])[] = [
  ['an empty file', 'workbook_empty', new Uint8Array()],
  ['plain text', 'not_a_workbook', text('執行要項,執行重點\n')],
  ['a web page renamed .xls', 'not_a_workbook', text('<html><table><tr><td>1</td></tr></table></html>')],
  ['a compound file of another program', 'not_a_workbook', compoundFile('WordDocument')],
  ['a workbook with a password', 'workbook_encrypted', compoundFile('EncryptionInfo', 'EncryptedPackage')],
  ['an .xls of Excel 97', 'workbook_xls', compoundFile('Workbook')],
  ['an .xls whose stream is in capitals', 'workbook_xls', compoundFile('WORKBOOK')],
  ['an .xls for Excel 95 and 97 at once', 'workbook_xls', compoundFile('Book', 'Workbook')],
  ['an .xls of Excel 95', 'workbook_xls_old', compoundFile('Book')],
  ['an .xls of Excel 3', 'workbook_xls_old', new Uint8Array([9, 2, 6, 0, 0, 0, 16, 0])],
  [
    'an .ods without sheets',
    'not_a_workbook',
    zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
  ],
  [
    'a flat OpenDocument file without sheets',
    'not_a_workbook',
    text('<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
  ],
  ['an .odt', 'not_a_workbook', zip({ mimetype: 'application/vnd.oasis.opendocument.text' })],
  ['any other zip', 'not_a_workbook', zip({ 'readme.txt': 'x' })],
  [
    'a .docx',
    'not_a_workbook',
    zip({
      '[Content_Types].xml': wordTypes,
      '_rels/.rels': relations(['rId1', 'officeDocument', 'word/document.xml']),
      'word/document.xml': '<w/>',
    }),
  ],
  [
    'an .xlsb',
    'workbook_xlsb',
    zip({
      '[Content_Types].xml': binary,
      '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.bin']),
      'xl/workbook.bin': 'x',
    }),
  ],
  ['a zip that was cut off', 'workbook_corrupt', good.subarray(0, good.length - 40)],
  ['a part with broken XML', 'workbook_corrupt', workbookFile('<worksheet')],
  ['a workbook without any sheet', 'workbook_corrupt', workbookFile('', { 'xl/worksheets/sheet1.xml': null })],
  [
    'a document type declaration',
    'workbook_corrupt',
    workbookFile(`<!DOCTYPE x [<!ENTITY a "b">]>${worksheet('').split('\n')[1]}`),
  ],
  ['an entity nobody declared', 'workbook_corrupt', workbookFile(worksheet('<row><c t="str"><v>&nbsp;</v></c></row>'))],
  [
    'elements nested without end',
    'workbook_corrupt',
    workbookFile(worksheet(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)),
  ],
  [
    'bytes that are no UTF-8',
    'workbook_corrupt',
    workbookFile('', { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0x61, 0xff, 0xfe]) }),
  ],
];

describe('a file that cannot be read', () => {
  it.each(kinds)('%s is refused as %s', (_, code, bytes) => {
    expect(verdict(bytes)).toBe(code);
  });

  it('is named in the refusal, with what was kept and what to do, in both languages', () => {
    for (const [, code, bytes] of kinds) {
      const result = readWorkbook(bytes, '回收表.xlsx');
      if (result.ok) throw new Error('was read');
      expect(result.issue.message).toMatch(/「回收表\.xlsx」.*檔案已原樣保存；請/);
      expect(say(code, 'en', result.issue.params)).toMatch(/“回收表\.xlsx” .*kept as it came; /);
      expect(result.issue.message).not.toMatch(/\{\w+\}/);
    }
  });

  it('has its text in the catalogue', () => {
    expect(kinds.every(([, code]) => code in messages)).toBe(true);
  });
});

describe('a damaged byte', () => {
  it('in the middle of a part is noticed by its checksum', () => {
    const stored = zip(workbookParts(worksheet('<row><c><v>12345</v></c></row>')), 0);
    const at = Buffer.from(stored).indexOf('12345');
    stored[at] = '9'.charCodeAt(0);
    expect(verdict(stored)).toBe('workbook_corrupt');
  });
});

describe('a file that is too large', () => {
  const small = { ...defaultLimits, ratioFreeBytes: 0 };
  const spaces = (bytes: number): string => worksheet(' '.repeat(bytes));

  it('is refused by what it inflates to, not by what it claims', () => {
    const bomb = workbookFile(spaces(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(verdict(bomb)).toBe('workbook_too_large');
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 30; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(verdict(lying)).toBe('workbook_too_large');
  });

  it('is refused when all its parts together exceed the limit', () => {
    const noise = Array.from({ length: 3000 }, (_, i) => `<t>${(i * 7919).toString(36)}</t>`);
    const file = workbookFile(worksheet(''), { 'xl/sharedStrings.xml': `<sst>${noise.join('')}</sst>` });
    expect(verdict(file, { ...defaultLimits, inflatedBytes: 30_000 })).toBe('workbook_too_large');
    expect(verdict(file, { ...defaultLimits, inflatedBytes: 80_000 })).toBe('read');
  });

  it('may be small and repetitive', () => {
    expect(verdict(workbookFile(spaces(1024 * 1024)))).toBe('read');
    expect(verdict(workbookFile(spaces(1024 * 1024)), small)).toBe('workbook_too_large');
  });

  it('is refused for its entries, rows, columns and cells', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`x/${i}`, 'x']));
    expect(verdict(workbookFile(worksheet(''), many), { ...defaultLimits, entries: 20 })).toBe('workbook_too_large');
    expect(verdict(workbookFile(worksheet('<row r="1048577"/>')))).toBe('workbook_too_large');
    expect(verdict(workbookFile(worksheet('<row r="1048576"/>')))).toBe('read');
    expect(verdict(workbookFile(worksheet('<row><c r="XFE1"/></row>')))).toBe('workbook_too_large');
    expect(verdict(workbookFile(worksheet('<row><c r="XFD1"/></row>')))).toBe('read');
    const cells = workbookFile(worksheet('<row><c/><c/></row><row><c/></row>'));
    expect(verdict(cells, { ...defaultLimits, cells: 2 })).toBe('workbook_too_large');
    expect(verdict(cells, { ...defaultLimits, cells: 3 })).toBe('read');
    expect(verdict(cells, { ...defaultLimits, rows: 1 })).toBe('workbook_too_large');
  });
});
