import { describe, expect, it } from 'vitest';
import { messages, say } from '../../../sync/model/index.ts';
import { patchWorkbook } from '../../../sync/sheet/index.ts';
import { relations, sharedStrings, styles, workbookFile, workbookParts, worksheet, zip } from './packages.ts';
import { blank, changedEntries, date, fill, number, outcomes, patchesOf, text } from './patches.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strings = { 'xl/sharedStrings.xml': sharedStrings('<t>完成</t>') };
const plain = workbookFile(worksheet('<row r="1"><c r="A1"/></row>'), strings);

describe('a cell is refused', () => {
  const verdict = (file: Uint8Array, ...patch: Parameters<typeof patchesOf>): readonly string[] =>
    outcomes(fill(file, patchesOf(...patch)));

  it('under a merge, except its first cell', () => {
    const file = workbookFile(worksheet('', '<mergeCells><mergeCell ref="B2:C4"/></mergeCells>'));
    expect(verdict(file, { B2: text('x'), C2: text('x'), B4: blank })).toEqual([
      'written',
      'refused cell_merged',
      'refused cell_merged',
    ]);
  });

  it('where a formula stands, its own, shared or spilled', () => {
    const file = workbookFile(
      worksheet(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c><c r="C1"><f t="array" ref="C1:C3">ROW(1:3)</f><v>1</v></c><c r="D1"/></row><row r="2"><c r="C2"><v>2</v></c></row>',
      ),
    );
    const values = { A1: number(2), B1: text('x'), C1: blank, C2: number(5), C3: text('x'), D1: number(1) };
    expect(verdict(file, values)).toEqual([...Array(5).fill('refused cell_formula'), 'written']);
  });

  it('when it names a column of a table or belongs to a pivot table', () => {
    const file = workbookFile(
      worksheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        `<tableParts><tablePart xmlns:r="${relationships}" r:id="t1"/></tableParts>`,
      ),
      {
        ...strings,
        'xl/worksheets/_rels/sheet1.xml.rels': relations(
          ['t1', 'table', '../tables/a.xml'],
          ['p1', 'pivotTable', '../pivots/p.xml'],
        ),
        'xl/tables/a.xml': `<table xmlns="${main}" displayName="表1" ref="A1:B9"/>`,
        'xl/pivots/p.xml': `<pivotTableDefinition xmlns="${main}"><location ref="D2:F9"/></pivotTableDefinition>`,
      },
    );
    expect(verdict(file, { A1: text('改名'), B1: text('x'), B2: text('x'), E3: number(1) })).toEqual([
      'refused cell_table_header',
      'refused cell_table_header',
      'written',
      'refused cell_pivot',
    ]);
    expect(verdict(file, { A1: text('完成') })).toEqual(['same']);
  });

  it('when it is locked on a protected sheet, unless it was said to be free', () => {
    const formats = { 'xl/styles.xml': styles(['<xf/>', '<xf><protection locked="0"/></xf>']) };
    const rows = '<row r="1"><c r="A1"/><c r="B1" s="1"/></row><row r="2" s="1" customFormat="1"/>';
    const file = workbookFile(
      worksheet(
        rows,
        '<sheetProtection sheet="1"/><protectedRanges><protectedRange name="甲" sqref="D1:D9 F1"/><protectedRange name="乙" sqref="E1" password="ABCD"/></protectedRanges>',
      ),
      formats,
    );
    const all = { A1: number(1), B1: number(1), C2: number(1), D1: number(1), E1: number(1), F1: number(1) };
    expect(verdict(file, all)).toEqual([
      'refused cell_locked',
      'written',
      'written',
      'written',
      'refused cell_locked',
      'written',
    ]);
    const filled = fill(file, { A1: number(1) }, { unlocked: new Set(['計畫!A1']) });
    expect(outcomes(filled)).toEqual(['written']);
    expect(verdict(workbookFile(worksheet(rows), formats), { A1: number(1) })).toEqual(['written']);
  });

  it('for a text longer than a cell holds', () => {
    expect(verdict(plain, { A1: text('字'.repeat(32_768)) })).toEqual(['refused cell_too_long']);
    expect(verdict(plain, { A1: text('字'.repeat(32_767)) })).toEqual(['written']);
  });

  it('on a sheet that is not there, or beyond its last cell', () => {
    expect(verdict(plain, { A1: text('x') }, '他表')).toEqual(['refused cell_sheet_unknown']);
    const outside = [0, 1_048_577, 1.5].map(row => ({ sheet: '計畫', row, column: 1, value: text('x') }));
    expect(outcomes(fill(plain, outside))).toEqual(Array(3).fill('refused cell_outside'));
  });

  it('as often as it is said when the first was refused', () => {
    const file = workbookFile(worksheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'));
    const [patch] = patchesOf({ A1: text('甲') });
    const other = patchesOf({ A1: text('乙') });
    expect(outcomes(fill(file, [patch!, { ...patch! }, ...other]))).toEqual([
      'refused cell_formula',
      'refused cell_formula',
      'refused cell_patched_twice',
    ]);
  });

  it('for a second value, but not for the same one again', () => {
    const twice = [
      ...patchesOf({ A1: text('甲') }),
      ...patchesOf({ A1: text('乙') }),
      ...patchesOf({ A1: text('甲') }),
    ];
    const filled = fill(plain, twice);
    expect(outcomes(filled)).toEqual(['written', 'refused cell_patched_twice', 'same']);
    expect(filled.sheet.cell(1, 1)?.text).toBe('甲');
  });

  it('with where and why, in both languages', () => {
    const { cells } = fill(plain, patchesOf({ C7: text('x') }, '他表'));
    expect(cells[0]).toMatchObject({
      sheet: '他表',
      cell: 'C7',
      issue: { severity: 'error', sheet: '他表', row: 7, column: 'C' },
    });
    expect(cells[0]?.issue?.message).toMatch(/他表.*C7/);
    expect(say('cell_sheet_unknown', 'en', cells[0]?.issue?.params)).toMatch(/他表.*C7/);
    const codes = Object.keys(messages).filter(code => code.startsWith('cell_'));
    expect(codes.length).toBeGreaterThan(10);
  });

  it('and the others are written all the same; when all are, the very bytes come back', () => {
    const file = workbookFile(worksheet('', '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'), strings);
    expect(verdict(file, { A2: text('x'), B1: text('y') })).toEqual(['refused cell_merged', 'written']);
    const untouched = patchWorkbook(file, 'x.xlsx', patchesOf({ A2: text('x') }));
    expect(untouched.ok && untouched.bytes).toBe(file);
  });
});

describe('a validation', () => {
  const rule = (attributes: string, ...formulas: readonly string[]): string =>
    `<dataValidation ${attributes}>${formulas.map((f, i) => `<formula${i + 1}>${f}</formula${i + 1}>`).join('')}</dataValidation>`;
  const verdict = (rules: string, values: Parameters<typeof patchesOf>[0]): readonly string[] =>
    outcomes(
      fill(
        workbookFile(
          worksheet(
            '<row r="9"><c r="H9" t="str"><v>甲</v></c><c r="I9" t="str"><v>乙</v></c></row><row r="10"><c r="H10" t="str"><v>丙</v></c></row>',
            `<dataValidations>${rules}</dataValidations>`,
          ),
        ),
        values,
      ),
    );
  const [list, wrong, long] = [
    'refused cell_not_in_list',
    'refused cell_number_not_allowed',
    'refused cell_length_not_allowed',
  ];
  const unchecked = 'written cell_rule_unchecked';

  it('of a list lets its choices pass, written out or in a range, fixed or relative', () => {
    expect(
      verdict(rule('type="list" sqref="A1:A9"', '"完成, 辦理中,1"'), {
        A1: text('完成'),
        A2: text('辦理中'),
        A3: text('其他'),
        A4: number(1),
        A5: blank,
        B1: text('其他'),
      }),
    ).toEqual(['written', 'written', list, 'written', 'same', 'written']);
    expect(verdict(rule('type="list" sqref="A1:A2"', '$H$9:$H$10'), { A1: text('丙'), A2: text('乙') })).toEqual([
      'written',
      list,
    ]);
    expect(verdict(rule('type="list" sqref="A1:B1"', 'H9:H10'), { A1: text('甲'), B1: text('甲') })).toEqual([
      'written',
      list,
    ]);
    expect(verdict(rule('type="list" sqref="A1:A2"', 'INDIRECT("H9")'), { A1: text('任何'), A2: text('甲') })).toEqual([
      list,
      'written',
    ]);
    expect(verdict(rule('type="list" sqref="A1"', 'INDIRECT("H"&amp;9)'), { A1: text('任何') })).toEqual([unchecked]);
  });

  it('of numbers compares them, and lets no text pass', () => {
    expect(
      verdict(rule('type="whole" operator="between" sqref="A1:A9"', '0', '100'), {
        A1: number(100),
        A2: number(101),
        A3: number(1.5),
        A4: text('50'),
        A5: blank,
      }),
    ).toEqual(['written', wrong, wrong, wrong, 'same']);
    const operators = {
      greaterThan: [wrong, 'written'],
      lessThanOrEqual: ['written', wrong],
      notEqual: [wrong, 'written'],
      equal: ['written', wrong],
      notBetween: ['written', 'written'],
    };
    for (const [operator, expected] of Object.entries(operators)) {
      expect(
        verdict(
          rule(`type="decimal" operator="${operator}" sqref="A1:A2"`, '2.5', operator === 'notBetween' ? '2' : ''),
          { A1: number(2.5), A2: number(3) },
        ),
      ).toEqual(expected);
    }
    expect(verdict(rule('type="decimal" sqref="A1"', 'B1', 'C1'), { A1: number(9) })).toEqual([unchecked]);
  });

  it('of days and of lengths is kept too, and one that only warns is not', () => {
    expect(
      verdict(rule('type="date" operator="greaterThanOrEqual" sqref="A1:A3"', '45838'), {
        A1: date('2025-06-30'),
        A2: date('2025-06-29'),
        A3: text('昨天'),
      }),
    ).toEqual(['written', wrong, wrong]);
    expect(
      verdict(rule('type="textLength" operator="lessThan" sqref="A1:A2"', '3'), {
        A1: text('兩字'),
        A2: text('三個字'),
      }),
    ).toEqual(['written', long]);
    expect(verdict(rule('type="list" errorStyle="warning" sqref="A1"', '"甲"'), { A1: text('乙') })).toEqual([
      'written',
    ]);
    expect(verdict(rule('type="custom" sqref="A1"', 'FALSE'), { A1: text('乙') })).toEqual([
      'refused cell_rule_not_met',
    ]);
  });

  it('of the 2009 extension may find its choices on another sheet, by address or by name', () => {
    const extension = (formula: string): string =>
      `<extLst><ext><x:dataValidations xmlns:x="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:m="http://schemas.microsoft.com/office/excel/2006/main"><x:dataValidation type="list"><x:formula1><m:f>${formula}</m:f></x:formula1><m:sqref>A1:A2</m:sqref></x:dataValidation></x:dataValidations></ext></extLst>`;
    const file = (formula: string): Uint8Array =>
      workbookFile(worksheet('', extension(formula)), {
        ...strings,
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="計畫" r:id="rId1"/><sheet name="選 單" r:id="rId9"/></sheets><definedNames><definedName name="結果">'選 單'!$A$1:$A$2</definedName></definedNames></workbook>`,
        'xl/_rels/workbook.xml.rels': relations(
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId9', 'worksheet', 'worksheets/list.xml'],
          ['rId2', 'sharedStrings', 'sharedStrings.xml'],
        ),
        'xl/worksheets/list.xml': worksheet(
          '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="str"><v>續辦</v></c></row><row r="5"><c r="C5" t="str"><v>結果</v></c></row>',
        ),
      });
    const told = ['INDIRECT("結果")', "INDIRECT('選 單'!$C$5)"];
    for (const formula of ["'選 單'!$A$1:$A$2", '結果', "'選 單'!A:A", ...told]) {
      const filled = fill(file(formula), { A1: text('完成'), A2: text('無') });
      expect(outcomes(filled)).toEqual(['written', list]);
      expect(filled.sheet.validationAt(1, 1)?.choices).toEqual(['完成', '續辦']);
    }
    for (const formula of ["INDIRECT('選 單'!C5)", "INDIRECT('選 單'!$C$6)", "INDIRECT(INDIRECT('選 單'!$C$5))"])
      expect(outcomes(fill(file(formula), { A1: text('完成') }))).toEqual([unchecked]);
  });
});

describe('a workbook is refused as a whole', () => {
  const code = (file: Uint8Array): string => {
    const result = patchWorkbook(file, '表.xlsx', patchesOf({ A1: text('x') }));
    return result.ok ? 'filled' : result.issue.code;
  };

  it('when a signature covers it', () => {
    const signed = workbookFile(worksheet(''), {
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`,
      '_xmlsignatures/origin.sigs': '',
    });
    expect(code(signed)).toBe('workbook_signed');
  });

  it('when it is none, damaged or too large, like when it is read', () => {
    expect(code(new Uint8Array())).toBe('workbook_empty');
    expect(code(zip({ 'a.txt': 'x' }))).toBe('not_a_workbook');
    expect(code(zip({ ...workbookParts(worksheet('')), 'xl/worksheets/sheet1.xml': '<worksheet' }))).toBe(
      'workbook_corrupt',
    );
    expect(code(workbookFile(worksheet(' '.repeat(30 * 1024 * 1024))))).toBe('workbook_too_large');
  });
});

describe('formulas', () => {
  const book = (sheets: string, calc = ''): string =>
    `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets}</sheets><definedNames><definedName name="總分">計畫!$B$2:$B$9</definedName></definedNames>${calc}<extLst/></workbook>`;
  const one = '<sheet name="計畫" r:id="rId1"/>';
  const two = `${one}<sheet name="彙總" r:id="rId9"/>`;
  const withFormula = (formula: string, calc = '', attributes = ''): Uint8Array =>
    workbookFile(worksheet(`<row r="1"><c r="A1"><f${attributes}>${formula}</f><v>0</v></c></row>`), {
      ...strings,
      'xl/workbook.xml': book(one, calc),
    });
  const recalculates = (file: Uint8Array): boolean => {
    const filled = fill(file, { B5: number(1) });
    return filled.part('xl/workbook.xml').includes('fullCalcOnLoad="1"');
  };

  it.each([
    'B5',
    'SUM(B1:B9)',
    '$B$5*2',
    'SUM(B:B)',
    'SUM(5:5)',
    '計畫!B5',
    "'計畫'!B5",
    'SUM(總分)',
    'INDIRECT("B"&amp;5)',
    'IF(C1="",B5,0)',
  ])('that read a filled cell are computed anew: %s', formula => {
    expect(recalculates(withFormula(formula))).toBe(true);
  });

  it.each([
    'C5',
    'SUM(B6:B9)',
    '"B5"&amp;C1',
    '其他!B5',
    'LOG10(5)',
    'B51',
    'AB5',
    'B5()',
    'SUM(C:C)',
  ])('that read none are left as they are: %s', formula => {
    const file = withFormula(formula);
    expect(recalculates(file)).toBe(false);
    expect(changedEntries(file, fill(file, { B5: number(1) }).bytes)).toEqual(['xl/worksheets/sheet1.xml']);
  });

  it('shared by several cells are seen with all they read', () => {
    expect(recalculates(withFormula('B1', '', ' t="shared" ref="A1:A9" si="0"'))).toBe(true);
    expect(recalculates(withFormula('B1', '', ' t="shared" ref="A1:A4" si="0"'))).toBe(false);
  });

  it('on another sheet count as well', () => {
    const file = workbookFile(worksheet(''), {
      'xl/workbook.xml': book(two),
      'xl/_rels/workbook.xml.rels': relations(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId9', 'worksheet', 'worksheets/sum.xml'],
      ),
      'xl/worksheets/sum.xml': worksheet('<row r="1"><c r="A1"><f>COUNTA(計畫!B1:B9)</f><v>0</v></c></row>'),
    });
    expect(recalculates(file)).toBe(true);
  });

  it('are asked for where the workbook says how it computes, once', () => {
    const calc = (attributes: string): string =>
      fill(withFormula('B5', `<calcPr${attributes}/>`), { B5: number(1) }).part('xl/workbook.xml');
    expect(calc(' calcId="191029"')).toBe(book(one, '<calcPr fullCalcOnLoad="1" calcId="191029"/>'));
    expect(calc(' fullCalcOnLoad="0" calcId="1"')).toBe(book(one, '<calcPr fullCalcOnLoad="1" calcId="1"/>'));
    expect(calc(' fullCalcOnLoad="true"')).toBe(book(one, '<calcPr fullCalcOnLoad="true"/>'));
    expect(fill(withFormula('B5'), { B5: number(1) }).part('xl/workbook.xml')).toBe(
      book(one, '<calcPr fullCalcOnLoad="1"/>'),
    );
  });
});
