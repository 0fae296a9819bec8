import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CellPatch, openToPatch, patchWorkbook } from '../../../sync/sheet/index.ts';
import { defaultLimits } from '../../../sync/sheet/limits.ts';
import { sharedStrings, workbookFile, worksheet } from './packages.ts';
import { blank, number, text } from './patches.ts';

const sheetOf = (more: string): string =>
  worksheet(
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><f>SUM(B2:B4)</f><v>0</v></c></row><row r="3" spans="1:2"><c r="B3"/></row>${more}`,
    '<mergeCells><mergeCell ref="A4:B4"/></mergeCells><dataValidations><dataValidation type="list" sqref="B3"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
  );
const fileOf = (more = ''): Uint8Array =>
  workbookFile(sheetOf(more), { 'xl/sharedStrings.xml': sharedStrings('<t>執行要項</t>', '<t>舊</t>') });

const values = fc.oneof(fc.constantFrom(blank, text('甲'), text('舊'), text('新')), fc.integer().map(number));
const patches: fc.Arbitrary<readonly CellPatch[]> = fc.array(
  fc.record({
    sheet: fc.constantFrom('計畫', '計畫', '計畫', '沒有'),
    row: fc.integer({ min: 0, max: 6 }),
    column: fc.integer({ min: 1, max: 4 }),
    value: values,
  }),
  { maxLength: 8 },
);

it('a workbook that is opened once is filled each time as if it were the first', () => {
  const file = fileOf();
  fc.assert(
    fc.property(fc.array(patches, { minLength: 1, maxLength: 5 }), fillings => {
      const patch = openToPatch(file, 'test.xlsx');
      for (const filling of fillings) expect(patch(filling)).toEqual(patchWorkbook(file, 'test.xlsx', filling));
    }),
  );
});

it('it is unpacked once, so that a template of many offices never grows too large', () => {
  const rows = Array.from({ length: 400 }, (_, n) => `<row r="${n + 10}"><c r="A${n + 10}"><v>${n}</v></c></row>`);
  const file = fileOf(rows.join(''));
  const limits = { ...defaultLimits, inflatedBytes: 4 * sheetOf(rows.join('')).length };
  const patch = openToPatch(file, 'test.xlsx', limits);
  const told = Array.from({ length: 40 }, (_, n) => patch([{ sheet: '計畫', row: 2, column: 2, value: number(n) }]).ok);
  expect(told).not.toContain(false);
});

it('a file that is none says so each time', () => {
  const patch = openToPatch(fileOf().subarray(0, 40), '表.xlsx');
  expect([patch([]), patch([])]).toMatchObject([{ ok: false }, { ok: false }]);
});
