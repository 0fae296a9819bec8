import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { patchWorkbook } from '../../../sync/sheet/index.ts';
import { sharedStrings, styles, workbookFile, worksheet } from './packages.ts';
import { blank, changedEntries, date, fill, number, outcomes, patchesOf, text } from './patches.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const stringsPart = 'xl/sharedStrings.xml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strings = { [stringsPart]: sharedStrings('<t>執行要項</t>', '<r><t>舊</t></r><r><t>文</t></r>') };
const rowsOf = (xml: string): string => /<sheetData>(.*)<\/sheetData>/s.exec(xml)![1]!;

describe('a cell that is filled', () => {
  it('keeps its style, its neighbours and everything around it', () => {
    const rows =
      '\r\n <row r="2" spans="1:3" x="y"><c r="A2" t="s"><v>0</v></c> <c r="B2" s="4" t="s"><v>1</v></c><!-- 註 --><c r="C2"><f>1+1</f><v>2</v></c></row >\r\n';
    const filled = fill(workbookFile(worksheet(rows, '<mergeCells/>'), strings), { B2: text('新的\n內容') });
    expect(outcomes(filled)).toEqual(['written']);
    expect(filled.part(sheetPart)).toBe(
      worksheet(
        rows.replace('<c r="B2" s="4" t="s"><v>1</v></c>', '<c r="B2" s="4" t="s"><v>2</v></c>'),
        '<mergeCells/>',
      ),
    );
    expect(filled.part(stringsPart)).toBe(
      strings[stringsPart]!.replace('</sst>', '<si><t xml:space="preserve">新的\n內容</t></si></sst>'),
    );
    expect(filled.sheet.cell(2, 2)?.text).toBe('新的\n內容');
  });

  it('that the file lacks is put in its place, with the style of its row, else of its column', () => {
    const rows =
      '<row r="2" s="7" customFormat="1"><c r="B2"/><c r="E2"/></row><row r="5" s="9"/><row r="8"><c r="B8"/></row>';
    const file = workbookFile(
      worksheet(rows, '', '<dimension ref="B2:E8"/><cols><col min="3" max="4" style="3"/></cols>'),
    );
    const filled = fill(file, {
      D2: number(4),
      C2: number(3),
      A2: number(1),
      C5: number(5),
      C6: number(6),
      C9: number(9),
      F8: number(8),
    });
    expect(rowsOf(filled.part(sheetPart))).toBe(
      '<row r="2" s="7" customFormat="1"><c r="A2" s="7"><v>1</v></c><c r="B2"/><c r="C2" s="7"><v>3</v></c><c r="D2" s="7"><v>4</v></c><c r="E2"/></row>' +
        '<row r="5" s="9"><c r="C5" s="3"><v>5</v></c></row><row r="6"><c r="C6" s="3"><v>6</v></c></row>' +
        '<row r="8"><c r="B8"/><c r="F8"><v>8</v></c></row><row r="9"><c r="C9" s="3"><v>9</v></c></row>',
    );
    expect(filled.part(sheetPart)).toContain('<dimension ref="A2:F9"/>');
  });

  it('may stand in a sheet without rows, and among rows and cells without addresses', () => {
    const empty = `<worksheet xmlns="${main}"><sheetData /></worksheet>`;
    expect(fill(workbookFile(empty), { B3: number(1), A2: number(2) }).part(sheetPart)).toBe(
      `<worksheet xmlns="${main}"><sheetData ><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="B3"><v>1</v></c></row></sheetData></worksheet>`,
    );
    const bare = workbookFile(worksheet('<row><c/><c s="2"><v>1</v></c></row><row><c/></row>'));
    expect(rowsOf(fill(bare, { B1: number(7), B2: number(8), A4: number(9) }).part(sheetPart))).toBe(
      '<row><c/><c s="2"><v>7</v></c></row><row><c/><c r="B2"><v>8</v></c></row><row r="4"><c r="A4"><v>9</v></c></row>',
    );
  });

  it('may be blank afterwards, wherever the file holds it', () => {
    const file = workbookFile(
      worksheet('<row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="A1" t="str"><v>x</v></c><c r="B1"/></row>'),
      strings,
    );
    const filled = fill(file, { A1: blank, B1: blank, C1: text('') });
    expect(outcomes(filled)).toEqual(['written', 'same', 'same']);
    expect(rowsOf(filled.part(sheetPart))).toBe('<row r="1"><c r="A1" s="2"/><c r="A1"/><c r="B1"/></row>');
  });

  it('never becomes a formula, and escapes what XML cannot hold', () => {
    const file = workbookFile(worksheet('<row r="1"><c r="A1"/></row>'), strings);
    for (const value of ['=1+1', '@SUM(A1)', '-1', '<b>&"', '_x0041_', '_x005F_', 'a\tb', ' 前後 ']) {
      const filled = fill(file, { A1: text(value) });
      expect(filled.sheet.cell(1, 1)).toMatchObject({ text: value, formula: null, value: { kind: 'text' } });
      const again = patchWorkbook(filled.bytes, 'test.xlsx', patchesOf({ A1: text(value) }));
      expect(again.ok && again.cells[0]?.status).toBe('same');
    }
    expect(fill(file, { A1: text('a\u0007b\uFFFEc\uD800') }).part(stringsPart)).toContain(
      '<t>a_x0007_b_xFFFE_c_xD800_</t>',
    );
  });

  it('is written into the cell itself where the workbook has no table of strings', () => {
    const filled = fill(workbookFile(worksheet('<row r="1"><c r="A1"/></row>')), { A1: text('現場') });
    expect(filled.part(sheetPart)).toContain('<c r="A1" t="inlineStr"><is><t>現場</t></is></c>');
    expect(changedEntries(workbookFile(worksheet('<row r="1"><c r="A1"/></row>')), filled.bytes)).toEqual([sheetPart]);
  });

  it('keeps the counts of the table of strings true, and opens an empty one', () => {
    const sheet = worksheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>',
    );
    const counted = `<sst xmlns="${main}" count="2" uniqueCount="1"><si><t>甲</t></si></sst>`;
    const filled = fill(workbookFile(sheet, { [stringsPart]: counted }), {
      A1: text('乙'),
      B1: text('乙'),
      C1: number(3),
    });
    expect(filled.part(stringsPart)).toBe(
      `<sst xmlns="${main}" count="2" uniqueCount="2"><si><t>甲</t></si><si><t>乙</t></si></sst>`,
    );
    const empty = workbookFile(worksheet(''), { [stringsPart]: `<x:sst xmlns:x="${main}"/>` });
    expect(fill(empty, { A1: text('甲') }).part(stringsPart)).toBe(
      `<x:sst xmlns:x="${main}"><x:si><x:t>甲</x:t></x:si></x:sst>`,
    );
  });

  it('follows the prefix, the encoding and the byte order mark of its part', () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const xml = `<?xml version="1.0" encoding="UTF-16"?><q:worksheet xmlns:q="${strict}"><q:sheetData><q:row r="1"><q:c r="A1" t="inlineStr"><q:is><q:t>嚴格</q:t></q:is></q:c></q:row></q:sheetData></q:worksheet>`;
    const expected = xml.replace(
      '</q:row>',
      '<q:c r="B1"><q:v>5</q:v></q:c></q:row><q:row r="2"><q:c r="A2" t="inlineStr"><q:is><q:t>二</q:t></q:is></q:c></q:row>',
    );
    const encodings = {
      little: (content: string) => Buffer.from(`\uFEFF${content}`, 'utf16le'),
      big: (content: string) => Buffer.from(`\uFEFF${content}`, 'utf16le').swap16(),
      utf8: (content: string) => Buffer.from(`\uFEFF${content.replace('UTF-16', 'UTF-8')}`, 'utf8'),
    };
    for (const encode of Object.values(encodings)) {
      const file = workbookFile('', { [sheetPart]: new Uint8Array(encode(xml)) });
      const filled = fill(file, { B1: number(5), A2: text('二') });
      expect(Buffer.from(unzipSync(filled.bytes)[sheetPart]!)).toEqual(encode(expected));
    }
  });
});

describe('a day', () => {
  const sheet = worksheet(
    '<row r="1"><c r="A1" s="1"/><c r="B1"/><c r="C1" t="d"><v>2020-01-01</v></c><c r="D1" s="2"/><c r="E1" s="1"><v>45838</v></c></row>',
  );
  const formats = {
    'xl/styles.xml': styles(['<xf numFmtId="0"/>', '<xf numFmtId="200"/>', '<xf numFmtId="0"/>'], {
      200: '[$-404]e/m/d',
    }),
  };
  const day = date('2025-06-30');

  it('is written the way its cell shows days', () => {
    const filled = fill(workbookFile(sheet, formats), { A1: day, B1: day, C1: day, E1: day });
    expect(outcomes(filled)).toEqual(['written', 'written', 'written', 'same']);
    expect(filled.part(sheetPart)).toContain('<c r="A1" s="1"><v>45838</v></c>');
    expect(filled.part(sheetPart)).toContain('<c r="C1" t="d"><v>2025-06-30</v></c>');
    expect(['A1', 'B1', 'C1'].map((_, i) => filled.sheet.cell(1, i + 1)?.text)).toEqual(Array(3).fill('2025-06-30'));
    expect(filled.sheet.cell(1, 2)?.value.kind).toBe('text');
  });

  it('counts from 1904 where the workbook does', () => {
    const workbook = `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr date1904="true"/><sheets><sheet name="計畫" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const file = workbookFile(sheet, { ...formats, 'xl/workbook.xml': workbook });
    const filled = fill(file, { A1: day });
    expect(filled.part(sheetPart)).toContain('<c r="A1" s="1"><v>44376</v></c>');
    expect(filled.sheet.cell(1, 1)?.value).toEqual({ kind: 'date', value: '2025-06-30' });
  });

  it('comes back as it went, from the first of the calendar on', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, when => {
        const value = when.toISOString().slice(0, 10);
        expect(fill(workbookFile(sheet, formats), { A1: date(value) }).sheet.cell(1, 1)?.value).toEqual({
          kind: 'date',
          value,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('that is none is refused, and so is a number that is none', () => {
    const filled = fill(workbookFile(sheet, formats), {
      A1: date('2025-02-30'),
      B1: date('114.6.30'),
      D1: number(Number.NaN),
      E1: date('1899-12-31'),
    });
    expect(outcomes(filled)).toEqual(Array(4).fill('refused cell_value_invalid'));
  });
});

describe('a row', () => {
  const long = '辦理情形說明'.repeat(40);
  const wrapped = {
    ...strings,
    'xl/styles.xml': styles(['<xf numFmtId="0"><alignment wrapText="1"/></xf>', '<xf numFmtId="0"/>']),
  };
  const file = (row: string, more = ''): Uint8Array =>
    workbookFile(worksheet(row, more, '<cols><col min="1" max="1" width="20"/></cols>'), wrapped);

  it('that grew by itself gives up its height when the text needs more', () => {
    const filled = fill(file('<row r="1" ht="16.5" spans="1:1"><c r="A1"/></row>'), { A1: text(long) });
    expect(outcomes(filled)).toEqual(['written']);
    expect(filled.part(sheetPart)).toContain('<row r="1" spans="1:1">');
    expect(fill(file('<row r="1" ht="16.5"><c r="A1"/></row>'), { A1: text('短') }).part(sheetPart)).toContain(
      'ht="16.5"',
    );
    expect(fill(file('<row r="1" ht="16.5"><c r="A1" s="1"/></row>'), { A1: text(long) }).part(sheetPart)).toContain(
      'ht="16.5"',
    );
  });

  it('whose height a person set keeps it, and it is said', () => {
    const filled = fill(file('<row r="1" ht="16.5" customHeight="1"><c r="A1"/></row>'), { A1: text(long) });
    expect(outcomes(filled)).toEqual(['written cell_may_not_fit']);
    expect(filled.part(sheetPart)).toContain('ht="16.5" customHeight="1"');
    const merged = file('<row r="1" ht="16.5"><c r="A1"/></row>', '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>');
    expect(outcomes(fill(merged, { A1: text(long) }))).toEqual(['written cell_may_not_fit']);
  });

  it('has its spans widened for a cell beyond them', () => {
    const filled = fill(file('<row r="1" spans="2:3"><c r="B1"/></row>'), { A1: number(1), E1: number(5) });
    expect(filled.part(sheetPart)).toContain('spans="1:5"');
  });
});

describe('any text', () => {
  const file = workbookFile(
    worksheet(
      '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="C1"><v>1</v></c></row><row r="3" spans="1:3"/>',
      '<!-- 尾 -->',
    ),
    { ...strings, 'docProps/app.xml': '<x/>', 'xl/charts/chart1.xml': '<c:chart xmlns:c="u"/>' },
  );
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('_', 'x', '0', 'D', '<', '&', ']', '>', '\n', '\r', ' ', '甲', '😀', '\uD800', '\u0000'),
    }),
  );
  const place = fc.constantFrom('A1', 'B1', 'C1', 'D1', 'A2', 'B3', 'Z9');
  const values = fc.dictionary(place, any, { minKeys: 1, maxKeys: 4 });
  /** What no person sees is not given back by any reader, and lines end one way. */
  const seen = (value: string): string =>
    value
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\t\n]/gu, '')
      .toWellFormed();

  it('is read back, writing it twice is writing it once, and no other entry changes', () => {
    fc.assert(
      fc.property(values, list => {
        const patches = patchesOf(
          Object.fromEntries(Object.entries(list).map(([address, value]) => [address, text(value)])),
        );
        const filled = fill(file, patches);
        for (const { row, column, value } of patches) {
          expect(filled.sheet.cell(row, column)?.text ?? '').toBe(value.kind === 'text' ? seen(value.value) : '');
        }
        expect([sheetPart, stringsPart]).toEqual(expect.arrayContaining([...changedEntries(file, filled.bytes)]));
        const again = patchWorkbook(filled.bytes, 'test.xlsx', patches);
        expect(again.ok && again.cells.every(({ status }) => status === 'same')).toBe(true);
        expect(again.ok && again.bytes).toBe(filled.bytes);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the bytes that came in untouched', () => {
    const before = Buffer.from(file).toString('base64');
    fill(Buffer.from(file), { A1: text('改') });
    const buffer = Buffer.from(file);
    fill(buffer, { A1: text('改') });
    expect(buffer.toString('base64')).toBe(before);
    expect(strFromU8(unzipSync(file)[stringsPart]!)).toBe(strings[stringsPart]);
  });
});
