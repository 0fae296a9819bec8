import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { readSheet, relations, workbookFile, workbookOf, worksheet } from './packages.ts';

const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

describe('rows and cells', () => {
  it('need no r, and may skip', () => {
    const sheet = readSheet(
      worksheet(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="9"><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    );
    expect(sheet.rows.flatMap(row => row.cells.map(cell => cell.address))).toEqual(['A1', 'D1', 'E1', 'A9', 'A10']);
    expect(sheet.cell(1, 4)?.text).toBe('2');
    expect([sheet.cell(1, 2), sheet.cell(2, 1), sheet.row(2)]).toEqual([undefined, undefined, undefined]);
  });

  it('come out in order, each once, and a repeated cell is said', () => {
    const result = readWorkbook(
      workbookFile(
        worksheet(
          '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"/></row>',
        ),
      ),
      'x.xlsx',
    );
    const cells = workbookOf(result).sheets[0]!.rows.flatMap(row => row.cells.map(cell => [cell.address, cell.text]));
    expect(cells).toEqual([
      ['A1', '3'],
      ['A2', '4'],
      ['B2', '1'],
    ]);
    expect(result).toMatchObject({
      issues: [
        { code: 'cell_repeated', row: 2, column: 'A' },
        { code: 'cell_repeated', row: 2, column: 'B' },
      ],
    });
  });

  it('say where they stand in their part, to the character', () => {
    const blanks = fc.constantFrom('', ' ', '\n', '\r\n  ');
    const cell = fc.tuple(
      fc.constantFrom('<c/>', '<c s="0" />', '<c ><v>1</v></c>', '<c t="inlineStr"><is><t>😀&lt;甲&gt;</t></is></c >'),
      blanks,
    );
    const row = fc.tuple(fc.array(cell, { maxLength: 4 }), blanks);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), blanks, (rows, lead) => {
        const written = rows.map(([cells]) => cells.map(([xml]) => xml));
        const xml = worksheet(
          lead + rows.map(([cells, gap]) => `<row>${cells.map(part => part.join('')).join('')}</row>${gap}`).join(''),
        );
        const file = workbookFile(xml);
        const part = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);
        const sheet = workbookOf(readWorkbook(file, 'x.xlsx')).sheets[0]!;
        expect(sheet.rows.map(r => r.cells.map(({ span }) => part.slice(span.start, span.end)))).toEqual(written);
        for (const { span } of sheet.rows) expect(part.slice(span.start, span.end)).toMatch(/^<row>.*<\/row>$/s);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a sheet', () => {
  it('knows its merges, and a covered cell shows the anchor', () => {
    const sheet = readSheet(
      worksheet(
        '<row r="2"><c r="A2"><v>7</v></c></row>',
        '<mergeCells><mergeCell ref="A2:B4"/><mergeCell ref="D1:D1048576"/><mergeCell ref="F1"/><mergeCell ref="#REF!"/></mergeCells>',
      ),
    );
    expect(sheet.merges).toHaveLength(2);
    expect(sheet.anchor(4, 2)?.text).toBe('7');
    expect(sheet.mergeAt(900_000, 4)).toMatchObject({ left: 4, right: 4 });
    expect(sheet.anchor(5, 1)).toBeUndefined();
  });

  it('knows what is hidden, how wide and tall things are, and whether it is protected', () => {
    const sheet = readSheet(
      worksheet(
        '<row r="1" hidden="1" ht="30" customHeight="1"/><row r="2"/>',
        '<sheetProtection sheet="1"/>',
        '<cols><col min="2" max="3" width="12.5" hidden="true"/></cols>',
      ),
    );
    expect([1, 2, 3].map(sheet.isRowHidden)).toEqual([true, false, false]);
    expect([1, 2, 3, 4].map(sheet.isColumnHidden)).toEqual([false, true, true, false]);
    expect(sheet.row(1)).toMatchObject({ height: 30, customHeight: true });
    expect(sheet.columns).toEqual([{ from: 2, to: 3, width: 12.5, hidden: true, styleIndex: null }]);
    expect(sheet.protected).toBe(true);
    expect(readSheet(worksheet('')).protected).toBe(false);
  });

  it('knows its validations, those of the 2009 extension too, and spreads none over its cells', () => {
    const sheet = readSheet(
      worksheet(
        '',
        `<dataValidations><dataValidation type="list" allowBlank="1" sqref="F5:F1048576 H:H"><formula1>"已完成,辦理中,未""辦"""</formula1></dataValidation><dataValidation type="whole" operator="greaterThan" sqref="G2"><formula1>0</formula1></dataValidation></dataValidations>
        <extLst><ext><x:dataValidations xmlns:x="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:m="http://schemas.microsoft.com/office/excel/2006/main"><x:dataValidation type="list"><x:formula1><m:f>選單!$A$1:$A$4</m:f></x:formula1><m:sqref>C2:C9</m:sqref></x:dataValidation></x:dataValidations></ext></extLst>`,
      ),
    );
    expect(sheet.validations).toMatchObject([
      {
        type: 'list',
        allowBlank: true,
        choices: ['已完成', '辦理中', '未"辦"'],
        ranges: [
          { top: 5, left: 6, bottom: 1_048_576 },
          { left: 8, top: 1 },
        ],
      },
      { type: 'whole', operator: 'greaterThan', formula1: '0', choices: null },
      { type: 'list', formula1: '選單!$A$1:$A$4', choices: null, ranges: [{ top: 2, left: 3, bottom: 9, right: 3 }] },
    ]);
  });
});

describe('a workbook', () => {
  it('may be strict, with any prefix and in UTF-16', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?><q:worksheet xmlns:q="${strict}"><q:sheetData><q:row><q:c t="inlineStr"><q:is><q:t>嚴格</q:t></q:is></q:c></q:row></q:sheetData></q:worksheet>`;
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const workbook = workbookOf(
      readWorkbook(
        workbookFile('', {
          '_rels/.rels': `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="a" Type="${strictRelationships}/officeDocument" Target="/xl/workbook.xml"/></p:Relationships>`,
          'xl/workbook.xml': `<w:workbook xmlns:w="${strict}" xmlns:rel="${strictRelationships}"><w:sheets><w:sheet name="甲" rel:id="rId1" state="veryHidden"/></w:sheets></w:workbook>`,
          'xl/worksheets/sheet1.xml': utf16,
        }),
        'x.xlsx',
      ),
    );
    expect(workbook.sheets.map(({ name, state, part }) => [name, state, part])).toEqual([
      ['甲', 'veryHidden', 'xl/worksheets/sheet1.xml'],
    ]);
    expect(workbook.sheets[0]?.cell(1, 1)?.text).toBe('嚴格');
  });

  it('gives its custom properties as text', () => {
    const workbook = workbookOf(
      readWorkbook(
        workbookFile(worksheet(''), {
          '_rels/.rels': relations(
            ['rId1', 'officeDocument', 'xl/workbook.xml'],
            ['rId2', 'custom-properties', 'docProps/elsewhere.xml'],
          ),
          'docProps/elsewhere.xml':
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="formId" pid="2"><vt:lpwstr>abc-1</vt:lpwstr></property><property name="列數" pid="3"><vt:i4>60</vt:i4></property></Properties>',
        }),
        'x.xlsx',
      ),
    );
    expect([...workbook.customProperties]).toEqual([
      ['formId', 'abc-1'],
      ['列數', '60'],
    ]);
  });

  it('is read without the sheets that are missing, and it is said', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const result = readWorkbook(
      workbookFile(worksheet('<row><c><v>1</v></c></row>'), {
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="圖" r:id="rId7"/><sheet name="失" r:id="rId8"/><sheet name="有" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations(
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId7', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['rId8', 'worksheet', 'worksheets/none.xml'],
        ),
      }),
      'x.xlsx',
    );
    expect(workbookOf(result).sheets.map(sheet => sheet.name)).toEqual(['有']);
    expect(result).toMatchObject({ issues: [{ code: 'sheet_missing', sheet: '失' }] });
  });
});
