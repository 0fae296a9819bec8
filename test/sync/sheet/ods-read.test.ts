import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import {
  cell,
  cellStyle,
  fodsFile,
  odsFile,
  odsParts,
  refusalOf,
  row,
  rowOf,
  sheetIn,
  workbookIn,
} from './ods-files.ts';
import { zip } from './packages.ts';

const texts = (sheet: ReturnType<typeof sheetIn>): readonly (readonly string[])[] =>
  sheet.rows.map(({ cells }) => cells.map(({ text }) => text));

describe('the text of a cell', () => {
  const textOf = (inside: string): string =>
    sheetIn(rowOf(`<table:table-cell office:value-type="string">${inside}</table:table-cell>`)).cell(1, 1)!.text;

  it('has a line for each paragraph and each break', () => {
    expect(textOf('<text:p>甲</text:p><text:p/><text:p>乙<text:line-break/>丙</text:p>')).toBe('甲\n\n乙\n丙');
  });
  it('has the blanks that are meant and none that only lay out the file', () => {
    expect(textOf('<text:p>\n  <text:s text:c="2"/>甲 <text:s text:c="3"/>乙<text:tab/>丙\n   丁 </text:p>')).toBe(
      '  甲    乙\t丙 丁 ',
    );
  });
  it('has the spaces that LibreOffice writes as they are', () => {
    expect(textOf('<text:p> 甲   乙  </text:p><text:p>  丙</text:p>')).toBe(' 甲   乙  \n  丙');
  });
  it('joins spans, links and the base of ruby', () => {
    expect(
      textOf(
        '<text:p>甲<text:span>乙<text:a xlink:href="https://x.example">丙</text:a></text:span><text:ruby><text:ruby-base>丁</text:ruby-base><text:ruby-text>ding</text:ruby-text></text:ruby></text:p>',
      ),
    ).toBe('甲乙丙丁');
  });
  it('leaves out notes and what is drawn on the cell', () => {
    const sheet = sheetIn(
      rowOf(
        '<table:table-cell office:value-type="string"><office:annotation><dc:creator>某甲</dc:creator><text:p>第一行</text:p><text:p>第二行</text:p></office:annotation><text:p>內文</text:p><draw:frame><draw:text-box><text:p>圖說</text:p></draw:text-box></draw:frame></table:table-cell>',
      ),
    );
    expect(sheet.cell(1, 1)!.text).toBe('內文');
    expect(sheet.noteAt(1, 1)).toBe('第一行\n第二行');
  });
  it('tells where its link leads', () => {
    const sheet = sheetIn(row('<text:a xlink:href="https://guankao.example/e/1">附件</text:a>', '無'));
    expect(sheet.linkAt(1, 1)).toBe('https://guankao.example/e/1');
    expect(sheet.linkAt(1, 2)).toBeUndefined();
  });
  it('is no longer than a run of blanks may claim', () => {
    expect(textOf('<text:p><text:s text:c="999999999"/></text:p>').length).toBeLessThan(100_000);
  });
});

describe('values', () => {
  const styles =
    '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style><number:percentage-style style:name="N2"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style><number:time-style style:name="N3" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>' +
    ['N1', 'N2', 'N3']
      .map(name => `<style:style style:name="c${name}" style:family="table-cell" style:data-style-name="${name}"/>`)
      .join('');
  const only = (attributes: string, shown = '') =>
    sheetIn(rowOf(`<table:table-cell ${attributes}>${shown && `<text:p>${shown}</text:p>`}</table:table-cell>`), {
      styles,
    }).cell(1, 1)!;

  it.each([
    ['office:value-type="float" office:value="1234.5"', '1,234.50', { kind: 'number', value: 1234.5 }, '1,234.50'],
    ['office:value-type="float" office:value="0.5"', '', { kind: 'number', value: 0.5 }, '0.5'],
    ['office:value-type="currency" office:value="12"', 'NT$12', { kind: 'number', value: 12 }, 'NT$12'],
    [
      'office:value-type="percentage" office:value="0.974" table:style-name="cN2"',
      '',
      { kind: 'number', value: 0.974 },
      '97.4%',
    ],
    [
      'office:value-type="date" office:date-value="2025-06-30"',
      '114年6月30日',
      { kind: 'date', value: '2025-06-30' },
      '2025-06-30',
    ],
    [
      'office:value-type="date" office:date-value="2025-06-30T09:30:00"',
      '',
      { kind: 'date', value: '2025-06-30T09:30:00' },
      '2025-06-30 09:30',
    ],
    ['office:value-type="time" office:time-value="PT09H30M00S"', '9:30', { kind: 'date', value: '09:30:00' }, '09:30'],
    [
      'office:value-type="time" office:time-value="PT36H00M00S" table:style-name="cN3"',
      '36:00',
      { kind: 'number', value: 1.5 },
      '36:00',
    ],
    ['office:value-type="boolean" office:boolean-value="true"', '真', { kind: 'boolean', value: true }, 'TRUE'],
    ['office:value-type="string" office:string-value="甲"', '', { kind: 'text', value: '甲' }, '甲'],
    ['office:value-type="string" calcext:value-type="error"', '#N/A', { kind: 'error', value: '#N/A' }, '#N/A'],
    [
      'table:formula="of:=1/0" office:value-type="float" office:value="0"',
      '#DIV/0!',
      { kind: 'error', value: '#DIV/0!' },
      '#DIV/0!',
    ],
    ['office:value-type="float" office:value="一"', '一', { kind: 'text', value: '一' }, '一'],
    ['', '甲', { kind: 'text', value: '甲' }, '甲'],
  ])('%s', (attributes, shown, value, text) => {
    expect(only(`${attributes} table:number-columns-repeated="1"`, shown)).toMatchObject({ value, text });
  });

  it('are none where a cell says nothing', () => {
    expect(sheetIn(rowOf('<table:table-cell office:value-type="string"/>', cell('甲'))).cell(1, 1)).toBeUndefined();
  });

  it('keep the format that shows them, in the notation of Excel', () => {
    expect(only('table:style-name="cN1" office:value-type="date" office:date-value="2025-06-30"').numberFormat).toBe(
      'yyyy/m/d',
    );
    expect(only('table:style-name="cN2" office:value-type="percentage" office:value="1"').numberFormat).toBe('0.0%');
    expect(only('office:value-type="float" office:value="1"').numberFormat).toBe('General');
  });

  it('keep the formula beside the value, in the notation of Excel', () => {
    const formula = only(
      'table:formula="of:=IF([$選單.$A$1:.$A$4]=&quot;a;b&quot;;SUM([.A1];2);[&apos;他 表&apos;.B2])" office:value-type="float" office:value="3"',
      '3',
    );
    expect(formula.formula).toBe(`IF($選單!$A$1:$A$4="a;b",SUM(A1,2),'他 表'!B2)`.replace('$選單', '選單'));
    expect(formula.value).toEqual({ kind: 'number', value: 3 });
  });
});

describe('rows and columns', () => {
  it('are found inside groups and headers, and repeated as often as they say', () => {
    const sheet = sheetIn(
      `<table:table-header-rows>${row('標題')}</table:table-header-rows><table:table-row-group><table:table-row-group>${row('甲')}</table:table-row-group></table:table-row-group>` +
        `<table:table-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>乙</text:p></table:table-cell></table:table-row></table:table-rows>`,
    );
    expect(sheet.rows.map(({ cells }) => cells.map(({ address, text }) => `${address} ${text}`))).toEqual([
      ['A1 標題'],
      ['A2 甲'],
      ['C3 乙', 'D3 乙'],
      ['C4 乙', 'D4 乙'],
    ]);
  });

  it('cost nothing when they are blank to the end of the sheet', () => {
    const blank = `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/></table:table-row>`;
    const sheet = sheetIn(row('甲') + blank + rowOf('<table:table-cell table:number-columns-repeated="16384"/>'), {
      styles: cellStyle('ce1', 'fo:background-color="#ffffff"'),
    });
    expect(sheet.rows.map(each => each.row)).toEqual([1]);
  });

  it('stay where they are behind many blank ones', () => {
    const sheet = sheetIn(
      `${row('甲')}<table:table-row table:number-rows-repeated="900000"><table:table-cell/></table:table-row>${row('乙')}`,
    );
    expect(sheet.rows.map(each => each.row)).toEqual([1, 900_002]);
  });

  it('may be a million alike, made when they are asked for', () => {
    const before = process.memoryUsage().heapUsed;
    const sheet = sheetIn(
      `<table:table-row table:number-rows-repeated="1000000">${cell('甲').repeat(4)}</table:table-row>`,
    );
    expect(sheet.rows).toHaveLength(1_000_000);
    expect(sheet.cell(999_999, 3)).toMatchObject({ address: 'C999999', text: '甲' });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(250e6);
  });

  it('that claim more than a sheet holds are refused', () => {
    const bomb = `<table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999" office:value-type="string"><text:p>X</text:p></table:table-cell></table:table-row>`;
    const wide = rowOf(
      `<table:table-cell table:number-columns-repeated="20000" office:value-type="string"><text:p>X</text:p></table:table-cell>`,
    );
    const many = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>X</text:p></table:table-cell></table:table-row>`;
    for (const rows of [bomb, wide, many])
      expect(refusalOf(readWorkbook(odsFile(rows), 'x'))).toBe('workbook_too_large');
  });

  it('know whether they are hidden, how high and how wide they are', () => {
    const styles =
      '<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="1in" style:use-optimal-row-height="false"/></style:style><style:style style:name="ro2" style:family="table-row"><style:table-row-properties style:row-height="1cm" style:use-optimal-row-height="true"/></style:style><style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="0.8333in"/></style:style>';
    const sheet = sheetIn(
      '<table:table-column-group><table:table-column table:style-name="co1"/></table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
        `<table:table-row table:style-name="ro1" table:visibility="filter">${cell('甲')}</table:table-row><table:table-row table:style-name="ro2">${cell('乙')}</table:table-row>`,
      { styles },
    );
    expect(sheet.rows).toMatchObject([
      { height: 72, customHeight: true, hidden: true },
      { height: 28.35, customHeight: false, hidden: false },
    ]);
    expect(sheet.isRowHidden(1)).toBe(true);
    expect([1, 2, 3, 4].map(sheet.isColumnHidden)).toEqual([false, true, true, false]);
    expect(sheet.columns[0]!.width).toBeCloseTo(10.71, 1);
  });

  it('are merged where a cell spans them', () => {
    const sheet = sheetIn(
      rowOf(
        '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>甲</text:p></table:table-cell>',
        '<table:covered-table-cell/>',
      ) + rowOf('<table:covered-table-cell table:number-columns-repeated="2"/>', cell('乙')),
    );
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
    expect(sheet.anchor(2, 2)!.text).toBe('甲');
    expect(sheet.cell(2, 3)!.text).toBe('乙');
  });
});

describe('protection', () => {
  const styles =
    cellStyle('open', 'style:cell-protect="none"') +
    '<style:style style:name="child" style:family="table-cell" style:parent-style-name="open"/>' +
    cellStyle('formulas', 'style:cell-protect="formula-hidden"') +
    cellStyle('shut', 'style:cell-protect="protected"');
  const locked = (rows: string) =>
    sheetIn(rows, { styles, sheet: 'table:protected="true"' }).rows[0]!.cells.map(each => each.locked);

  it('comes from the style of the cell, its parents, its row and its column', () => {
    const named = (style: string) =>
      cell('甲').replace('<table:table-cell', `<table:table-cell table:style-name="${style}"`);
    expect(locked(rowOf(...['open', 'child', 'formulas', 'shut', 'unknown'].map(named)))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    const columns = '<table:table-column table:default-cell-style-name="open"/><table:table-column/>';
    expect(locked(columns + row('甲', '乙'))).toEqual([false, true]);
    expect(
      locked(
        `${columns}<table:table-row table:default-cell-style-name="open">${cell('甲')}${cell('乙')}</table:table-row>`,
      ),
    ).toEqual([false, false]);
  });

  it('differs among repeated cells that cross columns', () => {
    const columns =
      '<table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="open"/><table:table-column/>';
    const sheet = sheetIn(`${columns}${rowOf('<table:table-cell table:number-columns-repeated="4"/>', cell('末'))}`, {
      styles,
    });
    expect([2, 3].map(column => sheet.cell(1, column)?.locked)).toEqual([false, false]);
    expect(sheet.cell(1, 1)?.locked ?? true).toBe(true);
  });

  it('is that of the sheet', () => {
    expect(sheetIn(row('甲'), { sheet: 'table:protected="true"' }).protected).toBe(true);
    expect(sheetIn(row('甲')).protected).toBe(false);
  });
});

describe('validations', () => {
  const rule = (condition: string, inside = '') =>
    `<table:content-validations><table:content-validation table:name="v" table:condition="of:${condition.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" table:base-cell-address="計畫.A1">${inside}</table:content-validation></table:content-validations>`;
  const ruled = '<table:table-cell table:content-validation-name="v"/>';
  const validation = (condition: string, inside = '') =>
    sheetIn(rowOf(ruled), { before: rule(condition, inside) }).validationAt(1, 1);

  it.each([
    ['cell-content-is-in-list("已完成";"說""好""";"a,b")', { type: 'list', choices: ['已完成', '說"好"', 'a,b'] }],
    [
      'cell-content-is-whole-number() and cell-content-is-between(1,10)',
      { type: 'whole', operator: 'between', formula1: '1', formula2: '10' },
    ],
    [
      'cell-content-is-decimal-number() and cell-content()<=5',
      { type: 'decimal', operator: 'lessThanOrEqual', formula1: '5' },
    ],
    ['cell-content-text-length()<100', { type: 'textLength', operator: 'lessThan', formula1: '100' }],
    ['cell-content-text-length-is-not-between(2,3)', { type: 'textLength', operator: 'notBetween' }],
    ['is-true-formula([.A1]>0)', { type: 'custom', formula1: 'A1>0' }],
  ])('%s', (condition, expected) => {
    expect(validation(condition)).toMatchObject({ ...expected, strict: true });
  });

  it('only warn when they say so', () => {
    expect(
      validation(
        'cell-content-is-in-list("a")',
        '<table:error-message table:message-type="warning" table:display="true"/>',
      ),
    ).toMatchObject({ strict: false });
  });

  it('look a list up where it stands, as seen from the cell', () => {
    const list = `<table:table table:name="選單">${row('甲')}${row('乙')}${row('丙')}</table:table>`;
    const absolute = sheetIn(rowOf(ruled) + rowOf(ruled), {
      before: rule('cell-content-is-in-list([$選單.$A$1:.$A$2])') + list,
    });
    expect(absolute.name).toBe('選單');
    const book = workbookIn(
      odsFile(rowOf(ruled) + rowOf(ruled), { before: rule('cell-content-is-in-list([$選單.A1:.A2])') + list }),
    );
    const sheet = book.sheets[1]!;
    expect(sheet.validationAt(1, 1)!.choices).toEqual(['甲', '乙']);
    expect(sheet.validationAt(2, 1)!.choices).toEqual(['乙', '丙']);
  });

  it('hold over repeated rows without being spread over them', () => {
    const sheet = sheetIn(
      `<table:table-row table:number-rows-repeated="1000000">${ruled}</table:table-row>${rowOf(ruled)}`,
      { before: rule('cell-content-is-in-list("a")') },
    );
    expect(sheet.validations[0]!.ranges).toEqual([{ top: 1, left: 1, bottom: 1_000_001, right: 1 }]);
    expect(sheet.validationAt(777_777, 1)!.choices).toEqual(['a']);
  });
});

describe('a document', () => {
  it('says the same flat as packed', () => {
    const parts = {
      meta: '<meta:user-defined meta:name="GuankaoFormId">f1</meta:user-defined>',
      common: cellStyle('open', 'style:cell-protect="none"'),
      styles: '<style:style style:name="kid" style:family="table-cell" style:parent-style-name="open"/>',
    };
    const rows = rowOf(
      '<table:table-cell table:style-name="kid" office:value-type="string"><text:p>甲</text:p></table:table-cell>',
    );
    const [packed, flat] = [workbookIn(odsFile(rows, parts)), workbookIn(fodsFile(rows, parts))];
    expect([packed.format, flat.format]).toEqual(['ods', 'fods']);
    for (const book of [packed, flat]) {
      expect(book.customProperties.get('GuankaoFormId')).toBe('f1');
      expect(book.sheets[0]!.cell(1, 1)).toMatchObject({ text: '甲', locked: false });
    }
  });

  it('names its ranges, tables and repeated rows as Excel does', () => {
    const book = workbookIn(
      odsFile(`<table:table-header-rows>${row('甲')}${row('乙')}</table:table-header-rows>`, {
        after:
          '<table:named-expressions><table:named-range table:name="選項" table:cell-range-address="$計畫.$A$1:.$A$2"/></table:named-expressions><table:database-ranges><table:database-range table:name="表一" table:target-range-address="計畫.A1:計畫.B2"/><table:database-range table:name="__Anonymous_Sheet_DB__0" table:target-range-address="計畫.A1:計畫.B2"/></table:database-ranges>',
      }),
    );
    expect(book.definedNames).toContainEqual({ name: '選項', sheet: null, refersTo: '計畫!$A$1:$A$2' });
    expect(book.definedNames).toContainEqual({ name: '_xlnm.Print_Titles', sheet: '計畫', refersTo: "'計畫'!$1:$2" });
    expect(book.sheets[0]!.tables).toEqual([
      {
        name: '表一',
        range: { top: 1, left: 1, bottom: 2, right: 2 },
        header: { top: 1, left: 1, bottom: 1, right: 2 },
      },
    ]);
  });

  it('leaves out what it keeps of other files, and knows hidden sheets', () => {
    const cache = `<table:table table:name="'file:///x.ods'#$甲"><table:table-source xlink:href="x.ods" table:mode="copy-results-only"/>${row('外')}</table:table>`;
    const hidden = `<table:table table:name="藏" table:style-name="ta2">${row('內')}</table:table>`;
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const book = workbookIn(odsFile(row('甲'), { after: hidden + cache, styles }));
    expect(book.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['計畫', 'visible'],
      ['藏', 'hidden'],
    ]);
  });

  it.each([
    [
      'with a password',
      { 'META-INF/manifest.xml': '<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>' },
      'workbook_encrypted',
    ],
    ['wrapped in a password', { 'encrypted-package': 'x' }, 'workbook_encrypted'],
    ['with a document type', { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }, 'workbook_corrupt'],
    ['cut off', { 'content.xml': '<a><b>' }, 'workbook_corrupt'],
    ['that is a text', { 'content.xml': '<a/>' }, 'not_a_workbook'],
  ])('%s is refused', (_, parts, code) => {
    expect(refusalOf(readWorkbook(zip({ ...odsParts(row('甲')), ...parts }), 'x.ods'))).toBe(code);
  });

  it('may forget to name its type', () => {
    const { mimetype: _, ...parts } = odsParts(row('甲'));
    expect(workbookIn(zip(parts)).sheets[0]!.cell(1, 1)!.text).toBe('甲');
    expect(refusalOf(readWorkbook(zip({ ...parts, 'content.xml': '<a/>' }), 'x.odt'))).toBe('not_a_workbook');
  });

  it('tells that it is signed', () => {
    const signed = zip({ ...odsParts(row('甲')), 'META-INF/documentsignatures.xml': '<x/>' });
    expect(workbookIn(signed).signed).toBe(true);
  });

  it('reads rows of texts in order', () => {
    expect(texts(sheetIn(row('甲', null, '乙') + row('丙')))).toEqual([['甲', '乙'], ['丙']]);
  });
});
