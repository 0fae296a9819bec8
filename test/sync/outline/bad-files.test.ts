import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { messages, say } from '../../../sync/model/index.ts';
import { readPlan } from '../../../sync/outline/index.ts';
import { li, num, p, planNumbering, tbl, tr, wordFile } from './docx/word-files.ts';
import { flatFile, textFile, p as textP } from './odt/text-files.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A compound file whose directory names one stream. */
function compoundFile(stream: string): Uint8Array {
  const file = Buffer.alloc(2048);
  bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').forEach((byte, i) => {
    file[i] = byte;
  });
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  name.copy(file, 1024);
  file.writeUInt16LE(name.length, 1024 + 64);
  file[1024 + 66] = 2;
  return file;
}

const manifest = '<m:manifest xmlns:m="urn:x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
const word = wordFile({ body: p('甲') });

describe('a file that cannot be read', () => {
  it.each([
    ['nothing', new Uint8Array(), 'document_empty'],
    ['a locked Word document', compoundFile('EncryptedPackage'), 'document_encrypted'],
    ['a locked .odt', textFile({ body: '', others: { 'META-INF/manifest.xml': manifest } }), 'document_encrypted'],
    ['an old .doc', compoundFile('WordDocument'), 'document_doc'],
    ['an old .xls', compoundFile('Workbook'), 'workbook_xls'],
    ['another compound file', compoundFile('PowerPoint Document'), 'document_unknown'],
    ['RTF', bytes('{\\rtf1\\ansi plan}'), 'document_rtf'],
    ['a web page', bytes('\xef\xbb\xbf<!DOCTYPE html><html></html>'), 'document_markup'],
    ['a picture', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'document_picture'],
    ['any other bytes', new Uint8Array(5000), 'document_unknown'],
    ['a zip of something', zipSync({ 'a.txt': strToU8('a') }), 'document_unknown'],
    ['half a Word document', word.slice(0, word.length / 2), 'document_corrupt'],
    ['a Word document without its text', wordFile({ body: '', others: { '_rels/.rels': '<x/>' } }), 'document_corrupt'],
    ['a Word document that is not well-formed', wordFile({ body: '<w:p><w:r>' }), 'document_corrupt'],
    [
      'one with a document type',
      wordFile({ body: '', others: { 'word/main.xml': '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>' } }),
      'document_corrupt',
    ],
    [
      'one that nests without end',
      wordFile({ body: '<w:p>'.repeat(5000) + '</w:p>'.repeat(5000) }),
      'document_corrupt',
    ],
    ['a flat text that breaks off', flatFile({ body: textP('甲') }).slice(0, -20), 'document_corrupt'],
    ['a bomb', wordFile({ body: p('甲'.repeat(20_000_000)) }), 'document_too_large'],
  ])('is told: %s', async (_what, file, code) => {
    const { plan, sources, issues } = await readPlan(file, '計畫.docx');
    expect(plan).toBeNull();
    expect(sources).toEqual([]);
    expect(issues.map(issue => [issue.code, issue.severity])).toEqual([[code, 'error']]);
    for (const locale of ['zh-TW', 'en'] as const) {
      const text = say(code, locale, issues[0]!.params);
      expect(text).toContain('計畫.docx');
      expect(text).not.toMatch(/\{\w+\}/);
    }
  });

  it('is told by its content, whatever its name', async () => {
    for (const name of ['計畫.pdf', '計畫.xlsx', '計畫']) {
      expect((await readPlan(word, name)).issues.map(({ code }) => code)).toEqual(['plan_not_found']);
    }
  });
});

describe('a document that goes too far', () => {
  const heading = tr(['執行要項', '執行重點', '執行步驟', '執行單位']);

  it('is read in time, though its table has half a million cells', async () => {
    const rows = `<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(10_000);
    const { plan } = await readPlan(
      wordFile({ body: tbl(heading, tr(['一、甲', '(一)乙', '1.丙', '民政課']), rows), stored: true }),
      '表.docx',
    );
    expect(plan?.items[0]?.children[0]?.children[0]?.units).toEqual(['民政課']);
  }, 60_000);

  it('is cut where nobody reads on, and that is said', async () => {
    const { issues } = await readPlan(
      wordFile({ body: tbl(heading, tr(['一、甲', '(一)乙', '1.丙', '課']).repeat(40_000)), stored: true }),
      '表.docx',
    );
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['document_cut', 'rows_cut']));
  }, 60_000);

  it('is read though cells claim to cover whole worlds and numbers run away', async () => {
    const wide =
      '<w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr>';
    const numbering =
      planNumbering + num(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="2147483647"/></w:lvlOverride>');
    const body = tbl(heading, wide, tr(['一、甲', '(一)乙', '1.丙', '課'])) + li('甲') + li('乙', 1, 99) + li('丙', 77);
    const { plan } = await readPlan(wordFile({ body, numbering }), '表.docx');
    expect(plan?.items).toHaveLength(1);
  });

  it('is read though styles refer to each other in a circle', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const { plan } = await readPlan(
      wordFile({
        body: p('<w:r><w:t>計畫</w:t></w:r>', '<w:pStyle w:val="A"/>') + p('一、甲') + p('二、乙') + p('三、丙'),
        styles,
      }),
      '表.docx',
    );
    expect(plan?.items).toHaveLength(3);
  });
});

it('every refusal says that the file was kept, and what to do', () => {
  for (const [code, { zh, en }] of Object.entries(messages)) {
    if (!/^document_(?!cut)/.test(code)) continue;
    expect(zh, code).toContain('檔案已原樣保存');
    expect(en, code).toContain('was kept as it came');
  }
});
