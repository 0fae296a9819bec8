import { describe, expect, it } from 'vitest';
import { type Cell, readWorkbook } from '../../../sync/sheet/index.ts';
import { readSheet, relations, sharedStrings, styles, workbookFile, worksheet } from './packages.ts';

const textsOf = (cells: readonly Cell[] | undefined): readonly string[] => (cells ?? []).map(cell => cell.text);
const first = (rows: string, changes = {}): Cell => readSheet(worksheet(rows), changes).rows[0]!.cells[0]!;
const inline = (is: string): string => `<row r="1"><c r="A1" t="inlineStr"><is>${is}</is></c></row>`;

describe('texts', () => {
  it('are shared, inline or written as a formula result', () => {
    const sheet = readSheet(
      worksheet(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>現場</t></is></c><c r="C1" t="str"><f>A1&amp;B1</f><v>合併</v></c></row>',
      ),
      { 'xl/sharedStrings.xml': sharedStrings('<t>零</t>', '<t>一</t>') },
    );
    expect(textsOf(sheet.rows[0]?.cells)).toEqual(['一', '現場', '合併']);
    expect(sheet.cell(1, 3)).toMatchObject({ formula: 'A1&B1', value: { kind: 'text', value: '合併' } });
  });

  it('join rich runs and leave phonetic ones out', () => {
    const rich =
      '<r><rPr><b/></rPr><t>辦理</t></r><rPh sb="0" eb="2"><t>ㄅㄢˋ</t></rPh><r><t xml:space="preserve"> 情形</t></r><phoneticPr fontId="1"/>';
    expect(first(inline(rich)).text).toBe('辦理 情形');
    const shared = { 'xl/sharedStrings.xml': sharedStrings(rich, '<t>次一</t>') };
    expect(first('<row><c t="s"><v>0</v></c></row>', shared).text).toBe('辦理 情形');
    expect(first('<row><c t="s"><v>1</v></c></row>', shared).text).toBe('次一');
  });

  it('tell whether parts are emphasised and whether their pronunciation stands above', () => {
    const run = (look: string, text: string) => `<r><rPr>${look}<sz val="12"/></rPr><t>${text}</t></r>`;
    const strings = sharedStrings(
      `${run('<b/>', '公告')}${run('', '流程')}`,
      `${run('<b val="false"/>', '公告')}${run('<rFont val="Arial"/>', '流程')}`,
      '<t>現場</t><rPh sb="0" eb="1"><t>ㄒㄧㄢˋ</t></rPh>',
    );
    const look = (at: number) => {
      const cell = first(`<row><c t="s"><v>${at}</v></c></row>`, { 'xl/sharedStrings.xml': strings });
      return [cell.isRich, cell.isPhonetic];
    };
    expect([0, 1, 2].map(look)).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('keep blanks at the ends only where the file asks for it', () => {
    expect(first(inline('<t>  前後  </t>')).text).toBe('前後');
    expect(first(inline('<t xml:space="preserve">  前後  </t>')).text).toBe('  前後  ');
  });

  it('have their escapes undone, their lines ended by \\n and nothing invisible left', () => {
    expect(first(inline('<t>一_x000D_\n二</t>')).text).toBe('一\n二');
    expect(first(inline('<t>a_x005F_x000D_b</t>')).text).toBe('a_x000D_b');
    expect(first(inline('<t>a_x0000__x0007_b_x0009_c</t>')).text).toBe('ab\tc');
    expect(first(inline('<t>_xD83D__xDE00_ _xD83D_</t>')).text).toBe('😀 \uFFFD');
    expect(first(inline('<t><![CDATA[<甲&乙>]]></t>')).text).toBe('<甲&乙>');
  });

  it('whose shared string is missing are blank, and it is said', () => {
    const result = readWorkbook(workbookFile(worksheet('<row r="7"><c r="C7" t="s"><v>9</v></c></row>')), '缺字.xlsx');
    expect(result).toMatchObject({
      ok: true,
      issues: [{ code: 'cell_text_missing', sheet: '計畫', row: 7, column: 'C' }],
    });
  });
});

describe('values', () => {
  const formatted = (format: string, raw: string, date1904 = false): Cell =>
    first(`<row><c s="1"><v>${raw}</v></c></row>`, {
      'xl/styles.xml': styles(['<xf numFmtId="0"/>', '<xf numFmtId="200"/>'], { 200: format }),
      ...(date1904 && {
        'xl/workbook.xml':
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="true"/><sheets><sheet name="計畫" sheetId="1" r:id="rId1"/></sheets></workbook>',
      }),
    });

  it.each([
    ['yyyy/m/d', '45838', '2025-06-30'],
    ['[$-404]e"年"m"月"d"日"', '45838', '2025-06-30'],
    ['yyyy"年"m"月"d"日";@', '45838.75', '2025-06-30'],
    ['yyyy/m/d h:mm', '45838.395833333336', '2025-06-30 09:30'],
    ['上午/下午hh"時"mm"分"', '0.5', '12:00'],
    ['h:mm:ss', '0.999988425925926', '23:59:59'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['mmm-yy', '45838', '2025-06-30'],
  ])('of the date format %s show %s as %s', (format, raw, text) => {
    expect(formatted(format, raw)).toMatchObject({ text, value: { kind: 'date' } });
  });

  it.each([
    ['General', '0.30000000000000004', '0.3'],
    ['0%', '0.35', '35%'],
    ['0.0%', '0.125', '12.5%'],
    ['#,##0', '1234567', '1,234,567'],
    ['000', '7', '007'],
    ['0.00_);[Red]\\(0.00\\)', '2.5', '2.50'],
    ['"第"0"組"', '3', '第3組'],
    ['General"、"', '12', '12、'],
    ['0.00E+00', '1500', '1500'],
    ['"yyyy"0', '5', 'yyyy5'],
    ['[h]:mm:ss', '1.5', '36:00:00'],
    ['yyyy/m/d', '-1', '-1'],
    ['yyyy/m/d', '99999999', '99999999'],
  ])('of the number format %s show %s as %s', (format, raw, text) => {
    expect(formatted(format, raw)).toMatchObject({ text, value: { kind: 'number' } });
  });

  it('of a workbook that counts from 1904 are four years later', () => {
    expect(formatted('yyyy/m/d', '44376', true).value).toEqual({ kind: 'date', value: '2025-06-30' });
  });

  it('know the built-in date formats, the East Asian ones too', () => {
    const cell = (id: number): Cell =>
      first('<row><c s="0"><v>45838</v></c></row>', { 'xl/styles.xml': styles([`<xf numFmtId="${id}"/>`]) });
    expect([14, 22, 27, 31, 36, 50, 58].map(id => cell(id).value.kind)).toEqual(Array(7).fill('date'));
    expect([0, 1, 9, 37, 49].map(id => cell(id).value.kind)).toEqual(Array(5).fill('number'));
  });

  it('may be ISO dates, booleans, errors and blanks', () => {
    const { cells } = readSheet(
      worksheet(
        '<row><c t="d"><v>2025-06-30</v></c><c t="d"><v>2025-06-30T09:30:00Z</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c s="0"/><c><v></v></c><c t="s"><v></v></c></row>',
      ),
    ).rows[0]!;
    expect(textsOf(cells)).toEqual(['2025-06-30', '2025-06-30 09:30', 'TRUE', 'FALSE', '#N/A', '', '', '']);
    expect(cells.map(cell => cell.value.kind)).toEqual([
      'date',
      'date',
      'boolean',
      'boolean',
      'error',
      'blank',
      'blank',
      'blank',
    ]);
  });
});

describe('formulas', () => {
  it('shared by several cells are known at each, even when their text comes last', () => {
    const { cells } = readSheet(
      worksheet(
        '<row r="1"><c r="A1"><f t="shared" si="0"/><v>2</v></c><c r="B1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>4</v></c><c r="C1"><v>2</v></c></row>',
      ),
    ).rows[0]!;
    expect(cells.map(({ formula, sharedFormula, text }) => [formula, sharedFormula, text])).toEqual([
      ['C1*2', true, '2'],
      ['C1*2', true, '4'],
      [null, false, '2'],
    ]);
  });
});

describe('cell formats', () => {
  it('lock unless they say otherwise', () => {
    const { cells } = readSheet(worksheet('<row><c s="0"/><c s="1"/><c s="2"/><c s="99"/></row>'), {
      'xl/styles.xml': styles([
        '<xf numFmtId="0"/>',
        '<xf numFmtId="0"><protection locked="0"/></xf>',
        '<xf numFmtId="0"><alignment wrapText="1"/><protection hidden="1"/></xf>',
      ]),
    }).rows[0]!;
    expect(cells.map(cell => cell.locked)).toEqual([true, false, true, true]);
  });
});

it('strings are found by relationship, whatever the part is called', () => {
  const sheet = readSheet(worksheet('<row><c t="s"><v>0</v></c></row>'), {
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', '/xl/worksheets/sheet1.xml'],
      ['rId9', 'sharedStrings', '../odd/Texts.xml'],
    ),
    'odd/texts.xml': sharedStrings('<t>別處</t>'),
  });
  expect(sheet.rows[0]?.cells[0]?.text).toBe('別處');
});
