import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctProfile, profileForm } from '../../../../sync/form/profile/index.ts';
import { formProfile, type SheetCorrection } from '../../../../sync/model/index.ts';
import { book } from './books.ts';

const workbook = await book({
  name: '檢核表',
  rows: [
    ['北山鄉公所114年度自行檢核表', null, null, null],
    ['執行重點', '執行步驟', '檢核結果', '辦理情形'],
    ['一、櫃檯', '1.訂定輪值表', null, null],
    [null, '2.設置志工', null, null],
    [null, null, null, '以下空白'],
  ],
});
const found = profileForm(workbook);
const corrected = (correction: Omit<SheetCorrection, 'sheet'>) =>
  correctProfile(workbook, [{ sheet: '檢核表', ...correction }]);
const codes = (correction: Omit<SheetCorrection, 'sheet'>) => corrected(correction).issues.map(({ code }) => code);

describe('a correction that no form can follow', () => {
  it.each<[string, Omit<SheetCorrection, 'sheet'>]>([
    ['a header as long as a sheet can be', { headerRows: [1, 1_048_576] }],
    ['a header upside down', { headerRows: [3, 2] }],
    ['a header below the sheet', { headerRows: [900, 901] }],
    ['a header of no rows', { headerRows: [0, 0] }],
    ['a column beyond the sheet', { columns: { narrative: { column: 'XFD', title: '辦理情形' } } }],
    ['a column that no sheet has', { columns: { narrative: { column: 'ZZZ', title: '辦理情形' } } }],
    ['letters that name no column', { columns: { narrative: { column: '4', title: '辦理情形' } } }],
    ['columns to tick beyond the sheet', { resultTicks: { 是: { column: 'AZ', title: '' } } }],
    ['a cell far away', { agencyCell: 'XFD1048576' }],
    ['a word for a cell', { dateCell: '這裡' }],
    ['a row to sign far away', { signOffRow: 1_048_576 }],
    ['rows that are not there', { addRows: [70, 1_048_576] }],
    ['rows with a fraction', { dropRows: [2.5] }],
  ])('%s is told and left out, and all else is as it was found', (_, correction) => {
    const { issues, ...profile } = corrected(correction);
    expect(issues.map(({ code, sheet }) => [code, sheet])).toEqual([['form_correction_refused', '檢核表']]);
    expect(issues[0]!.message).not.toMatch(/\{/);
    expect(profile).toEqual({ ...found, issues: undefined });
  });

  it('is followed as far as it goes', () => {
    const columns = {
      narrative: null,
      remarks: { column: 'D', title: '辦理情形' },
      evidence: { column: 'JJ', title: '' },
    };
    const { sheets, issues } = corrected({ columns, dropRows: [4, 99] });
    expect(sheets[0]!.columns).toEqual({ keyPoint: 'A', step: 'B', result: 'C', remarks: 'D' });
    expect(sheets[0]!.rows.map(({ row }) => row)).toEqual([3]);
    expect(issues.map(({ params }) => params?.what)).toEqual(['{template.field.columns}', '{template.field.dropRows}']);
  });

  it('names rows that ask nothing', () => {
    expect(codes({ addRows: [5] })).toEqual(['form_correction_rows']);
    expect(codes({ addRows: [4] })).toEqual([]);
  });

  it('is of a sheet that is not there, or there twice', () => {
    const one = { sheet: '檢核表', dropRows: [3] };
    const { sheets, issues } = correctProfile(workbook, [{ sheet: '舊表' }, one, { sheet: '檢核表', dropRows: [4] }]);
    expect(issues.slice(0, 2).map(({ code }) => code)).toEqual(['form_correction_sheet', 'form_correction_repeated']);
    expect(sheets[0]!.rows.map(({ row }) => row)).toEqual([4]);
  });

  it('whatever it says, gives a profile', () => {
    const row = fc.oneof(fc.integer({ min: -2, max: 8 }), fc.constantFrom(1_048_576, 1e9, 2.5, Number.NaN));
    const column = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'IV', 'IW', 'XFD', 'XFE', '', 'a', '甲');
    const place = fc.record({ column, title: fc.constantFrom('', '辦理情形') });
    const cell = fc.constantFrom('A1', 'D5', 'E6', 'XFD1048576', 'A0', '', 'B');
    const correction = fc.record(
      {
        sheet: fc.constantFrom('檢核表', '別表'),
        headerRows: fc.tuple(row, row),
        columns: fc.dictionary(fc.constantFrom('step', 'narrative', 'result', 'units'), fc.option(place)),
        resultTicks: fc.option(fc.dictionary(fc.constantFrom('是', '否'), place)),
        agencyCell: fc.option(cell),
        signOffRow: fc.option(row),
        addRows: fc.array(row),
        dropRows: fc.array(row),
      },
      { requiredKeys: ['sheet'] },
    );
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 2 }), corrections => {
        formProfile.parse(correctProfile(workbook, corrections as SheetCorrection[]));
      }),
      { numRuns: 300 },
    );
  });
});
