import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { workbookOf } from './packages.ts';

/** exceljs leaves texts that look like an escape (_x0041_) as they are, which every reader then undoes; they are not among these. */
const written = fc.oneof(
  fc
    .string({ unit: fc.constantFrom('甲', '辦', ' ', '\n', '&', '<', '"', 'A', '=', '😀', '1.') })
    .filter(text => text.trim() !== ''),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.boolean(),
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map(date => new Date(`${date.toISOString().slice(0, 10)}T00:00:00Z`)),
);
type Written = string | number | boolean | Date;

const grid = fc.array(fc.array(fc.option(written, { nil: null }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

async function save(rows: readonly (readonly (Written | null)[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表 & 單');
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      const cell = sheet.getCell(r + 1, c + 1);
      cell.value = value;
      if (value instanceof Date) cell.numFmt = 'yyyy/mm/dd';
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const plain = (value: Written): string | number | boolean =>
  value instanceof Date
    ? value.toISOString().slice(0, 10)
    : typeof value === 'string'
      ? value.replace(/\r\n?/g, '\n')
      : // A file has one zero only.
        value === 0
        ? 0
        : value;

describe('workbooks that exceljs wrote', () => {
  it('give back every value that was put in', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async rows => {
        const sheet = workbookOf(readWorkbook(await save(rows), 'x.xlsx')).sheets[0]!;
        expect(sheet.name).toBe('表 & 單');
        for (const [r, row] of rows.entries()) {
          for (const [c, value] of row.entries()) {
            const read = sheet.cell(r + 1, c + 1)?.value ?? { kind: 'blank' };
            if (value === null) expect(read.kind).toBe('blank');
            else expect(read).toMatchObject({ value: plain(value) });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('give back merges, rich text, validations, protection and hidden things', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('自行檢核表', { state: 'visible' });
    book.addWorksheet('對照', { state: 'veryHidden' });
    sheet.mergeCells('A2:A6');
    sheet.getCell('A2').value = { richText: [{ text: '一、' }, { font: { bold: true }, text: '服務' }] };
    sheet.getCell('B2').value = { formula: '1+1', result: 2 };
    sheet.getCell('C2').protection = { locked: false };
    sheet.getCell('C2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"已完成,辦理中"'] };
    sheet.getColumn('D').hidden = true;
    sheet.getRow(3).hidden = true;
    await sheet.protect('', {});
    const workbook = workbookOf(readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), 'x.xlsx'));
    const read = workbook.sheets[0]!;
    expect(workbook.sheets.map(s => s.state)).toEqual(['visible', 'veryHidden']);
    expect(read.anchor(5, 1)?.text).toBe('一、服務');
    expect(read.cell(2, 2)).toMatchObject({ formula: '1+1', text: '2', locked: true });
    expect(read.cell(2, 3)?.locked).toBe(false);
    expect(read.validations).toMatchObject([{ choices: ['已完成', '辦理中'], ranges: [{ top: 2, left: 3 }] }]);
    expect([read.isColumnHidden(4), read.isRowHidden(3), read.protected]).toEqual([true, true, true]);
  });
});
