import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { readSheet, relations, styles, workbookFile, workbookOf, worksheet } from './packages.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const threads = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

describe('what surrounds the cells of a sheet', () => {
  const sheet = readSheet(
    worksheet(
      '<row r="1"><c r="A1" s="1"><v>45838</v></c><c r="B1"/></row>',
      `<hyperlinks xmlns:r="${relationships}"><hyperlink ref="A1:B1" r:id="h1"/><hyperlink ref="C1" location="他表!A1"/><hyperlink ref="D1" r:id="none"/></hyperlinks><tableParts xmlns:r="${relationships}"><tablePart r:id="t1"/><tablePart r:id="t2"/><tablePart r:id="gone"/></tableParts>`,
    ),
    {
      'xl/styles.xml': styles(['<xf numFmtId="0"/>', '<xf numFmtId="200"/>'], { 200: 'e"年"m"月"' }),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['t1', 'table', '../tables/a.xml'],
        ['t2', 'table', '../tables/b.xml'],
        ['n1', 'comments', '../comments1.xml'],
        ['n2', 'threadedComment', '../threads.xml'],
      ).replace(
        '</Relationships>',
        `<Relationship Id="h1" Type="${relationships}/hyperlink" Target="https://example.tw/e?a=1&amp;b=2" TargetMode="External"/></Relationships>`,
      ),
      'xl/tables/a.xml': `<table xmlns="${main}" displayName="表1" ref="A3:C9"/>`,
      'xl/tables/b.xml': `<table xmlns="${main}" displayName="表2" ref="E3:F9" headerRowCount="0"/>`,
      'xl/comments1.xml': `<comments xmlns="${main}"><commentList><comment ref="A1"><text><r><t>王小明:</t></r><r><t xml:space="preserve">\n請補件</t></r></text></comment><comment ref="B1"><text><t>[Threaded comment] old</t></text></comment></commentList></comments>`,
      'xl/threads.xml': `<ThreadedComments xmlns="${threads}"><threadedComment ref="B1"><text>第一則</text></threadedComment></ThreadedComments>`,
    },
  );

  it('are its notes, and threads instead of their twins for old programs', () => {
    expect([sheet.noteAt(1, 1), sheet.noteAt(1, 2), sheet.noteAt(1, 3)]).toEqual([
      '王小明:\n請補件',
      '第一則',
      undefined,
    ]);
  });

  it('are its links, outward and inward', () => {
    expect([1, 2, 3, 4].map(column => sheet.linkAt(1, column))).toEqual([
      'https://example.tw/e?a=1&b=2',
      'https://example.tw/e?a=1&b=2',
      '#他表!A1',
      undefined,
    ]);
  });

  it('are its tables with the cells that name their columns', () => {
    expect(sheet.tables).toEqual([
      {
        name: '表1',
        range: { top: 3, left: 1, bottom: 9, right: 3 },
        header: { top: 3, left: 1, bottom: 3, right: 3 },
      },
      { name: '表2', range: { top: 3, left: 5, bottom: 9, right: 6 }, header: null },
    ]);
  });

  it('may be damaged without keeping the workbook from being read', () => {
    const file = workbookFile(
      worksheet(
        '<row><c><v>1</v></c></row>',
        `<tableParts xmlns:r="${relationships}"><tablePart r:id="t1"/></tableParts>`,
      ),
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relations(['t1', 'table', 'a.xml'], ['n1', 'comments', 'b.xml']),
        'xl/worksheets/a.xml': '<table',
        'xl/worksheets/b.xml': '<comments',
      },
    );
    const [read] = workbookOf(readWorkbook(file, 'x.xlsx')).sheets;
    expect([read?.tables, read?.noteAt(1, 1)]).toEqual([[], undefined]);
  });

  it('have formats by their code', () => {
    expect(sheet.rows[0]?.cells.map(cell => cell.numberFormat)).toEqual(['e"年"m"月"', 'General']);
  });
});

describe('a workbook', () => {
  it('says what it is, whether it is signed, and what its names stand for', () => {
    const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    const file = workbookFile(worksheet('<row><c/></row>'), {
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="計畫" r:id="rId1"/></sheets><definedNames><definedName name="甲">計畫!$A$1</definedName><definedName name="乙" localSheetId="0">1&amp;2</definedName></definedNames></workbook>`,
    });
    const workbook = workbookOf(readWorkbook(file, 'x.xlsm'));
    expect(workbook).toMatchObject({
      format: 'xlsm',
      signed: false,
      definedNames: [
        { name: '甲', sheet: null, refersTo: '計畫!$A$1' },
        { name: '乙', sheet: '計畫', refersTo: '1&2' },
      ],
    });
    expect(workbookOf(readWorkbook(workbookFile(worksheet('')), 'x.xlsx')).format).toBe('xlsx');
  });

  it('finds the choices of a list in its range, relative to each cell, and only where they can be known', () => {
    const rule = (sqref: string, formula: string): string =>
      `<dataValidation type="list" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation>`;
    const rows = ['甲', '乙', '丙']
      .map((text, i) => `<row r="${i + 1}"><c r="H${i + 1}" t="str"><v>${text}</v></c></row>`)
      .join('');
    const sheet = readSheet(
      worksheet(
        rows,
        `<dataValidations>${rule('A1', '$H$1:$H$3')}${rule('B1:B2', 'H1:H2')}${rule('C1', 'OFFSET(H1,0,0,3)')}${rule('D1', '無此名')}${rule('E1', '計畫!H:H')}${rule('F1', '&quot;一,二&quot;')}</dataValidations>`,
      ),
    );
    expect(sheet.validations.map(({ choices }) => choices)).toEqual([
      ['甲', '乙', '丙'],
      null,
      null,
      null,
      ['甲', '乙', '丙'],
      ['一', '二'],
    ]);
    expect([sheet.validationAt(1, 2)?.choices, sheet.validationAt(2, 2)?.choices]).toEqual([
      ['甲', '乙'],
      ['乙', '丙'],
    ]);
    expect(sheet.validationAt(9, 9)).toBeUndefined();
  });
});

const vml = (...controls: readonly string[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${controls.map(control => `<v:shape><v:textbox>是</v:textbox>${control}</v:shape>`).join('')}</xml>`;
const control = (kind: string, column: number, row: number, more = ''): string =>
  `<x:ClientData ObjectType="${kind}"><x:Anchor>\n    ${column}, 15, ${row}, 2, ${column + 1}, 10, ${row + 1}, 4</x:Anchor>${more}</x:ClientData>`;
const activeX = (classid: string): string =>
  `<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{${classid}-EC42-11CE-9E0D-00AA006002F3}"/>`;

describe('boxes that are drawn over the cells', () => {
  const boxesIn = (drawing: string, ...classes: readonly string[]) =>
    readSheet(worksheet('<row r="1"/>'), {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['v1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ...classes.map((_, i) => [`a${i}`, 'control', `../activeX/activeX${i}.xml`] as const),
      ),
      'xl/drawings/vmlDrawing1.vml': drawing,
      ...Object.fromEntries(classes.map((id, i) => [`xl/activeX/activeX${i}.xml`, activeX(id)])),
    }).drawnBoxes!();

  it('are the check boxes and option buttons among the controls, with their cells', () => {
    const drawing = vml(
      control('Checkbox', 4, 2),
      control('Note', 1, 1),
      control('Button', 0, 0),
      control('Radio', 5, 9),
    );
    expect(boxesIn(drawing)).toEqual([{ at: { row: 3, column: 5 } }, { at: { row: 10, column: 6 } }]);
  });

  it('are those of ActiveX by their class, with their cells where all of them are boxes', () => {
    const map = '<x:MapOCX/>';
    const drawing = vml(control('Pict', 2, 2, map), control('Pict', 2, 3, map), control('Pict', 2, 4));
    expect(boxesIn(drawing, '8BD21D40', '8bd21d50')).toEqual([
      { at: { row: 3, column: 3 } },
      { at: { row: 4, column: 3 } },
    ]);
    expect(boxesIn(drawing, '8BD21D40', 'D7053240')).toEqual([{ at: null }]);
  });

  it.each([
    ['damaged', vml(control('Checkbox', 1, 1)).slice(0, -9)],
    ['nothing', ''],
    ['a place that is none', vml('<x:ClientData ObjectType="Button"><x:Anchor>x, y</x:Anchor></x:ClientData>')],
  ])('are none where the drawing is %s', (_, drawing) => expect(boxesIn(drawing)).toEqual([]));

  it('have no place where the drawing tells none', () => {
    expect(boxesIn(vml('<x:ClientData ObjectType="Checkbox"><x:Anchor>1, 2</x:Anchor></x:ClientData>'))).toEqual([
      { at: null },
    ]);
  });
});
