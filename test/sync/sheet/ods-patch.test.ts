import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type CellPatch,
  type PatchOptions,
  type PatchValue,
  parseAddress,
  patchWorkbook,
} from '../../../sync/sheet/index.ts';
import { convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { cell, cellStyle, fodsFile, type OdsParts, odsFile, odsParts, row, rowOf, workbookIn } from './ods-files.ts';
import { zip } from './packages.ts';

const text = (value: string): PatchValue => ({ kind: 'text', value });
const at = (address: string, value: PatchValue | string, sheet = '計畫'): CellPatch => ({
  sheet,
  ...parseAddress(address)!,
  value: typeof value === 'string' ? text(value) : value,
});

function patched(bytes: Uint8Array, patches: readonly CellPatch[], options: PatchOptions = {}) {
  const result = patchWorkbook(bytes, '表.ods', patches, options);
  if (!result.ok) throw new Error(result.issue.code);
  return result;
}

const contentOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['content.xml']!);
const statuses = (result: ReturnType<typeof patched>): readonly string[] =>
  result.cells.map(({ status, issue }) => issue?.code ?? status);
const shown = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  workbookIn(bytes).sheets[0]!.rows.flatMap(({ cells }) =>
    cells.filter(each => each.text !== '').map(each => [each.address, each.text] as const),
  );

/** What a patch made of the rows of a small sheet. */
const rowsAfter = (rows: string, patches: readonly CellPatch[], parts: OdsParts = {}): string =>
  /<table:table [^>]*>(.*)<\/table:table>/s.exec(contentOf(patched(odsFile(rows, parts), patches).bytes))![1]!;

describe('a written cell', () => {
  it('keeps its style, its note and its picture, and says its value in the way of the format', () => {
    const note = '<office:annotation><text:p>註</text:p></office:annotation>';
    const frame = '<draw:frame><draw:text-box><text:p>圖</text:p></draw:text-box></draw:frame>';
    const before = `<table:table-cell table:style-name="ce1" office:value-type="float" office:value="5" calcext:value-type="float">${note}<text:p>5</text:p>${frame}</table:table-cell>`;
    expect(rowsAfter(rowOf(before), [at('A1', '甲\n乙')])).toBe(
      rowOf(
        `<table:table-cell table:style-name="ce1" office:value-type="string" calcext:value-type="string">${note}<text:p>甲</text:p><text:p>乙</text:p>${frame}</table:table-cell>`,
      ),
    );
  });

  it('spells blanks, tabs and signs so that every reader gives them back', () => {
    expect(rowsAfter(row(null), [at('A1', '  甲  <&>\t乙 ')])).toBe(
      rowOf(
        '<table:table-cell office:value-type="string" calcext:value-type="string"><text:p><text:s text:c="2"/>甲 <text:s/>&lt;&amp;&gt;<text:tab/>乙<text:s/></text:p></table:table-cell>',
      ),
    );
  });

  it('holds numbers and days as such, and shows them as its format does', () => {
    const styles =
      '<number:date-style style:name="N1"><number:year number:calendar="ROC"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>';
    const blank = '<table:table-cell table:style-name="ce1"/>';
    const rows = rowsAfter(
      rowOf(blank, '<table:table-cell/>'),
      [at('A1', { kind: 'date', value: '2025-06-30' }), at('B1', { kind: 'number', value: 8.5 })],
      { styles },
    );
    expect(rows).toContain(
      'office:value-type="date" office:date-value="2025-06-30" calcext:value-type="date"><text:p>114年6月30日</text:p>',
    );
    expect(rows).toContain(
      'office:value-type="float" office:value="8.5" calcext:value-type="float"><text:p>8.5</text:p>',
    );
  });

  it('is emptied by a blank, its style aside', () => {
    const styled = cell('甲').replace('<table:table-cell', '<table:table-cell table:style-name="ce1"');
    expect(rowsAfter(rowOf(styled), [at('A1', { kind: 'blank' })])).toBe(
      rowOf('<table:table-cell table:style-name="ce1"/>'),
    );
  });

  it('stays text when it begins like a formula', () => {
    const { bytes } = patched(odsFile(row(null)), [at('A1', '=1+1')]);
    expect(workbookIn(bytes).sheets[0]!.cell(1, 1)).toMatchObject({
      text: '=1+1',
      formula: null,
      value: { kind: 'text' },
    });
  });

  it('is told of when characters had to go, or when it may not fit its row', () => {
    const styles =
      '<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="0.5cm" style:use-optimal-row-height="false"/></style:style>' +
      cellStyle('ce1', 'fo:wrap-option="wrap"');
    const bytes = odsFile(
      `<table:table-row table:style-name="ro1"><table:table-cell table:style-name="ce1"/>${cell(null)}</table:table-row>`,
      {
        styles,
      },
    );
    const result = patched(bytes, [at('A1', '長'.repeat(200)), at('B1', '甲\u0007\ud800')]);
    expect(statuses(result)).toEqual(['cell_may_not_fit', 'cell_text_cleaned']);
    expect(result.cells.map(({ status }) => status)).toEqual(['written', 'written']);
    expect(shown(result.bytes)[1]).toEqual(['B1', '甲\ufffd']);
  });
});

describe('formulas that read a written cell', () => {
  const sum =
    '<table:table-cell table:formula="of:=SUM([.A1:.A9])" office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell>';

  it('are told of once, since they keep their old values', () => {
    const { bytes } = patched(odsFile(rowOf(cell(null), sum)), []);
    const result = patched(bytes, [at('A1', '1'), at('A2', '2')]);
    expect(statuses(result)).toEqual(['cell_formulas_stale', 'written']);
    expect(result.cells[0]).toMatchObject({ status: 'written', issue: { severity: 'warning' } });
    expect(contentOf(result.bytes)).toContain(sum);
  });

  it('are no matter where they read others', () => {
    expect(statuses(patched(odsFile(rowOf(cell(null), sum)), [at('C1', '1')]))).toEqual(['written']);
  });
});

describe('an element that stands for several', () => {
  const blanks = (count: number): string =>
    `<table:table-cell table:style-name="ce1" table:number-columns-repeated="${count}"/>`;
  const one = '<table:table-cell table:style-name="ce1"/>';
  const written =
    '<table:table-cell table:style-name="ce1" office:value-type="string" calcext:value-type="string"><text:p>甲</text:p></table:table-cell>';

  it.each([
    ['A1', written + blanks(4)],
    ['B1', one + written + blanks(3)],
    ['E1', blanks(4) + written],
  ])('is split around %s', (address, expected) => {
    expect(rowsAfter(rowOf(blanks(5)), [at(address, '甲')])).toBe(rowOf(expected));
  });

  it('is split around several targets in one go', () => {
    expect(rowsAfter(rowOf(blanks(5)), [at('D1', '甲'), at('B1', '甲')])).toBe(rowOf(one, written, one, written, one));
  });

  it('is split by rows, and then by cells', () => {
    const repeated = (count: number, cells: string): string =>
      `<table:table-row table:style-name="ro1" table:number-rows-repeated="${count}">${cells}</table:table-row>`;
    const single = (cells: string): string => `<table:table-row table:style-name="ro1">${cells}</table:table-row>`;
    expect(rowsAfter(repeated(5, blanks(2)), [at('A3', '甲'), at('B4', '甲')])).toBe(
      repeated(2, blanks(2)) + single(written + one) + single(one + written) + single(blanks(2)),
    );
    expect(rowsAfter(repeated(1_048_576, blanks(2)), [at('A1', '甲')])).toBe(
      single(written + one) + repeated(1_048_575, blanks(2)),
    );
  });

  it('is made where the row or the sheet ends before the target', () => {
    const { bytes } = patched(odsFile(row('甲') + row('乙')), [at('D1', '丙'), at('B5', '丁')]);
    expect(shown(bytes)).toEqual([
      ['A1', '甲'],
      ['D1', '丙'],
      ['A2', '乙'],
      ['B5', '丁'],
    ]);
    expect(shown(patched(odsFile('<table:table-row/>'), [at('B1', '甲')]).bytes)).toEqual([['B1', '甲']]);
  });
});

describe('what may not be written is refused, and the rest is written', () => {
  const refusal = (rows: string, address: string, value: PatchValue | string = '甲', parts: OdsParts = {}): string =>
    statuses(patched(odsFile(rows, parts), [at(address, value)]))[0]!;
  const list = (message = '') =>
    `<table:content-validations><table:content-validation table:name="v" table:condition="of:cell-content-is-in-list(&quot;是&quot;;&quot;否&quot;)">${message}</table:content-validation></table:content-validations>`;
  const ruled = '<table:table-cell table:content-validation-name="v"/>';
  const merged = rowOf(
    '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"/>',
    '<table:covered-table-cell/>',
    cell(null),
  );

  it.each([
    ['a covered cell', merged, 'B1', 'cell_merged'],
    ['the first of merged cells', merged, 'A1', 'written'],
    [
      'a formula',
      rowOf(
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>',
      ),
      'A1',
      'cell_formula',
    ],
    [
      'a member of a matrix formula',
      rowOf(
        '<table:table-cell table:formula="of:={1}" table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="1"/>',
        cell('2'),
      ),
      'B1',
      'cell_formula',
    ],
  ])('%s', (_, rows, address, expected) => {
    expect(refusal(rows, address)).toBe(expected);
  });

  it('by place', () => {
    const result = patched(odsFile(row('甲')), [
      at('A1', '乙', '別表'),
      { ...at('A1', '乙'), row: 0 },
      { ...at('A1', '乙'), column: 99_999 },
    ]);
    expect(statuses(result)).toEqual(['cell_sheet_unknown', 'cell_outside', 'cell_outside']);
  });

  it('by value', () => {
    expect(refusal(row(null), 'A1', { kind: 'number', value: Number.NaN })).toBe('cell_value_invalid');
    expect(refusal(row(null), 'A1', { kind: 'date', value: '2025-02-30' })).toBe('cell_value_invalid');
    expect(refusal(row(null), 'A1', '長'.repeat(40_000))).toBe('cell_too_long');
  });

  it('by protection, unless it is allowed', () => {
    const styles = cellStyle('open', 'style:cell-protect="none"');
    const bytes = odsFile(rowOf(cell('甲'), '<table:table-cell table:style-name="open"/>'), {
      styles,
      sheet: 'table:protected="true"',
    });
    const patches = [at('A1', '乙'), at('B1', '丙')];
    expect(statuses(patched(bytes, patches))).toEqual(['cell_locked', 'written']);
    expect(statuses(patched(bytes, patches, { unlocked: new Set(['計畫!A1']) }))).toEqual(['written', 'written']);
  });

  it('by validation, unless it only warns', () => {
    expect(refusal(rowOf(ruled), 'A1', '也許', { before: list() })).toBe('cell_not_in_list');
    expect(refusal(rowOf(ruled), 'A1', '是', { before: list() })).toBe('written');
    const warning = list('<table:error-message table:message-type="warning" table:display="true"/>');
    expect(refusal(rowOf(ruled), 'A1', '也許', { before: warning })).toBe('written');
  });

  it('by the header of a table', () => {
    const after =
      '<table:database-ranges><table:database-range table:name="表一" table:target-range-address="計畫.A1:計畫.B2"/></table:database-ranges>';
    expect(refusal(row('欄名') + row('甲'), 'A1', '乙', { after })).toBe('cell_table_header');
  });

  it('by a pivot table', () => {
    const after =
      '<table:data-pilot-tables><table:data-pilot-table table:name="p" table:target-range-address="計畫.A1:計畫.B2"/></table:data-pilot-tables>';
    expect(refusal(row('甲'), 'A1', '乙', { after })).toBe('cell_pivot');
    expect(refusal(row('甲', null, '丙'), 'C1', '乙', { after })).toBe('written');
  });

  it('when two values are meant for one cell', () => {
    expect(statuses(patched(odsFile(row('甲')), [at('A1', '乙'), at('A1', '丙'), at('A1', '乙')]))).toEqual([
      'written',
      'cell_patched_twice',
      'same',
    ]);
  });

  it('as often as it is asked for', () => {
    const twice = [at('B1', '乙'), at('B1', '乙')];
    expect(statuses(patched(odsFile(merged), twice))).toEqual(['cell_merged', 'cell_merged']);
  });

  it('as a whole when the file is signed', () => {
    const signed = zip({ ...odsParts(row('甲')), 'META-INF/documentsignatures.xml': '<x/>' });
    expect(patchWorkbook(signed, 'x.ods', [at('A1', '乙')])).toMatchObject({
      ok: false,
      issue: { code: 'workbook_signed' },
    });
  });
});

describe('a patched file', () => {
  const bytes = odsFile(row('甲', '乙') + row('丙', '丁'));

  it('has the same entries in the same order, and the same bytes in all but one', () => {
    const result = patched(bytes, [at('B2', '戊')]);
    const [before, after] = [unzipSync(bytes), unzipSync(result.bytes)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(strFromU8(result.bytes.subarray(30, 38))).toBe('mimetype');
    for (const name of Object.keys(before).filter(part => part !== 'content.xml'))
      expect(after[name]).toEqual(before[name]);
  });

  it('is the very one that came when nothing changes', () => {
    const once = patched(bytes, [at('B2', '戊')]);
    const twice = patched(once.bytes, [at('B2', '戊')]);
    expect(statuses(twice)).toEqual(['same']);
    expect(twice.bytes).toBe(once.bytes);
    expect(patched(bytes, []).bytes).toBe(bytes);
  });

  it('may be flat', () => {
    const flat = fodsFile(row('甲', '乙'));
    const result = patched(flat, [at('B1', '丙')]);
    expect(shown(result.bytes)).toEqual([
      ['A1', '甲'],
      ['B1', '丙'],
    ]);
    expect(strFromU8(result.bytes)).toBe(strFromU8(flat).replace('乙', '丙'));
  });

  it('needs no prefix that its producer did not declare', () => {
    const plain = strFromU8(unzipSync(bytes)['content.xml']!)
      .replaceAll('calcext:value-type="string"', '')
      .replace(/ xmlns:(?:calcext|text)="[^"]*"/g, '')
      .replaceAll('<text:p>', '<text:p xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">');
    const file = zip({ ...odsParts(''), 'content.xml': plain });
    const once = patched(file, [at('A1', ' 己')]);
    expect(shown(patched(once.bytes, [at('A1', ' 庚')]).bytes)[0]).toEqual(['A1', ' 庚']);
  });
});

const anyText = fc
  .array(fc.constantFrom('甲', 'a', ' ', '  ', '\t', '\n', '<', '&', '"', "'", ']]>', '=1', '\u0000', '𠮷', '\u2028'), {
    maxLength: 8,
  })
  .map(parts => parts.join(''));
const anyRows = fc.array(
  fc.record({
    repeated: fc.constantFrom(1, 1, 2, 5),
    cells: fc.array(fc.record({ repeated: fc.constantFrom(1, 1, 3), text: fc.constantFrom(null, '甲', '乙') }), {
      maxLength: 5,
    }),
  }),
  { minLength: 1, maxLength: 5 },
);
const anyPatches = fc.array(
  fc.record({ row: fc.integer({ min: 1, max: 24 }), column: fc.integer({ min: 1, max: 16 }), text: anyText }),
  { minLength: 1, maxLength: 6 },
);
interface Repeated {
  readonly repeated: number;
}
type AnyRow = Repeated & { readonly cells: readonly (Repeated & { readonly text: string | null })[] };
const rowsXml = (rows: readonly AnyRow[]): string =>
  rows
    .map(
      ({ repeated, cells }) =>
        `<table:table-row table:number-rows-repeated="${repeated}">${cells
          .map(each =>
            cell(each.text).replace(
              '<table:table-cell',
              `<table:table-cell table:number-columns-repeated="${each.repeated}"`,
            ),
          )
          .join('')}</table:table-row>`,
    )
    .join('');
const clean = (value: string): string => value.replaceAll('\u0000', '');

describe('whatever is repeated and wherever is written', () => {
  it('the targets say what they should and all other cells what they did', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyRows, anyPatches, (rows, list) => {
        const before = odsFile(rowsXml(rows));
        const patches = [...new Map(list.map(each => [`${each.row} ${each.column}`, each])).values()].map(each => ({
          sheet: '計畫',
          row: each.row,
          column: each.column,
          value: text(each.text),
        }));
        const result = patched(before, patches);
        const expected = new Map(shown(before));
        for (const [i, { cell: address }] of result.cells.entries()) {
          const value = clean(patches[i]!.value.kind === 'text' ? (patches[i]!.value as { value: string }).value : '');
          if (value === '') expected.delete(address);
          else expected.set(address, value);
        }
        expect(new Map(shown(result.bytes))).toEqual(expected);
        expect(patched(result.bytes, patches).bytes).toBe(result.bytes);
      }),
      { numRuns: 300 },
    );
  });
});

describe.runIf(findSoffice())('LibreOffice', () => {
  it('reads what was written', { timeout: 240_000 }, async () => {
    const { bytes } = patched(
      odsFile(row('甲', '乙') + rowOf('<table:table-cell table:number-columns-repeated="3"/>')),
      [at('B1', ' 第一行  \n  第二行'), at('C2', { kind: 'number', value: 12.5 }), at('D9', '末')],
    );
    const converted = await convert(bytes, '表.ods', 'xlsx', { timeMs: 110_000 });
    if (!converted.ok) throw new Error(converted.issue.code);
    expect(shown(converted.bytes)).toEqual([
      ['A1', '甲'],
      ['B1', ' 第一行  \n  第二行'],
      ['C2', '12.5'],
      ['D9', '末'],
    ]);
  });
});
