import { describe, expect, test } from 'vitest';
import type { ReturnedForm } from '../../../sync/form/index.ts';
import {
  addRow,
  clearColumn,
  clearIds,
  copyRow,
  copySheet,
  deleteRow,
  type Edit,
  editWorkbook,
  insertColumn,
  mergeDown,
  removeSheet,
  renameSheet,
  repeatHeader,
  type SaveOptions,
  setAt,
  setCell,
  sortRows,
  unmerge,
} from '../../support/excel-edits.ts';
import { buildContent, returned, sampleRows, written } from './forms.ts';

async function edited(edits: readonly Edit[], options?: SaveOptions, content = buildContent()): Promise<ReturnedForm> {
  return returned(await editWorkbook(await written(content), edits, options));
}

const ids = (form: ReturnedForm): readonly string[] => form.rows.map(row => row.rowId);
const codes = (form: ReturnedForm): readonly string[] => form.issues.map(issue => issue.code);
const narratives = (form: ReturnedForm): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(form.rows.map(row => [row.rowId, row.cells.narrative?.text]));
const issuedNarratives = Object.fromEntries(sampleRows.map(row => [row.rowId, row.answer.narrative]));
const manifestSheet = 'guankao';
const renameTitle =
  (from: string, to: string): Edit =>
  workbook =>
    workbook.worksheets[0]!.eachRow(row =>
      row.eachCell(cell => {
        if (cell.value === from) cell.value = to;
      }),
    );

describe('rows', () => {
  test('sorted after unmerging keep their ids and questions', async () => {
    const form = await edited([sortRows('執行單位', { descending: true })]);
    expect(ids(form).toSorted()).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(ids(form)).not.toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(narratives(form)).toEqual(issuedNarratives);
    expect(codes(form)).toEqual([]);
  });

  test('unmerged without filling down are no edits of the question', async () => {
    const form = await edited([unmerge()]);
    expect(ids(form)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(codes(form)).toEqual([]);
  });

  test('deleted are absent, the others as they were', async () => {
    const form = await edited([deleteRow(1), deleteRow('盤點跨課室案件')]);
    expect(ids(form)).toEqual(['r2', 'r3', 'r5', 'r6']);
    expect(codes(form)).toEqual([]);
    expect(form.rows[0]!.questionText).toContain('縮短民眾等候時間');
  });

  test('copied are told of with both places, and both are there', async () => {
    const form = await edited([copyRow('盤點跨課室案件')]);
    expect(ids(form).filter(id => id === 'r4')).toHaveLength(2);
    expect(form.issues).toMatchObject([{ code: 'form_row_duplicated', severity: 'error', row: 9 }]);
    expect(form.issues[0]!.message).toContain('自行檢核表 9、自行檢核表 10');
  });

  test('typed in are strays with all their texts', async () => {
    const form = await edited([addRow(2, { 執行步驟: '加辦說明會', 辦理情形: '辦理一場', 檢核結果: '已完成' })]);
    expect(ids(form)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(form.strays).toEqual([
      {
        sheet: '自行檢核表',
        row: 8,
        text: expect.stringContaining('加辦說明會') as unknown,
        values: { 執行步驟: '加辦說明會', 辦理情形: '辦理一場', 檢核結果: '已完成' },
      },
    ]);
    expect(codes(form)).toEqual(['form_row_stray']);
  });

  test('typed in below the sign-off are strays, the sign-off itself is not', async () => {
    const form = await edited([setAt('A12', '承辦人：陳大同'), setAt('C14', '附註：另案補送')]);
    expect(form.strays).toMatchObject([{ row: 14, text: '附註：另案補送' }]);
  });

  test('sorted without the hidden ids are found out', async () => {
    const form = await edited([sortRows('執行步驟', { from: '執行要項', to: '查核期限', descending: true })]);
    const wrong = form.rows.filter(row => row.mismatched);
    expect(wrong.length).toBeGreaterThan(3);
    expect(codes(form).filter(code => code === 'form_row_mismatched')).toHaveLength(wrong.length);
  });

  test('under a repeated header are read, the header is not', async () => {
    const form = await edited([repeatHeader(4)]);
    expect(ids(form)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(form.strays).toEqual([]);
    expect(codes(form)).toEqual([]);
  });
});

describe('columns', () => {
  test('inserted are told of and move nothing', async () => {
    const form = await edited([
      insertColumn('執行單位', '上級意見', ['請補充', null, '同意']),
      insertColumn('佐證資料', ''),
    ]);
    expect(narratives(form)).toEqual(issuedNarratives);
    expect(codes(form)).toEqual(['form_column_unknown']);
    expect(form.issues[0]!.params).toMatchObject({ column: '上級意見', count: 2 });
    expect(form.rows[0]!.values).toMatchObject({ 上級意見: '請補充' });
  });

  test('removed are no clearings', async () => {
    const form = await edited([clearColumn('備註')]);
    expect(form.rows.every(row => row.cells.remarks === null)).toBe(true);
    expect(codes(form)).toEqual(['form_column_missing']);
  });

  test.each([
    ['辦理情形', '執行成果'],
    ['辦理情形', '改善辦理情形'],
    ['辦理情形', '具體成果（請條列）'],
  ])('renamed from %s to %s are read all the same', async (from, to) => {
    const form = await edited([renameTitle(from, to)]);
    expect(narratives(form)).toEqual(issuedNarratives);
    expect(codes(form)).toEqual([]);
  });

  test('under another word for one of ours take nothing from it', async () => {
    const form = await edited([insertColumn('佐證資料', '執行成果', ['另有成果']), insertColumn('備註', '附註')]);
    expect(narratives(form)).toEqual(issuedNarratives);
    expect(form.rows[1]!.cells.remarks?.text).toBe('人力不足');
    expect(form.issues.map(({ params }) => params?.column)).toEqual(['執行成果', '附註']);
    expect(form.rows[0]!.values).toMatchObject({ 執行成果: '另有成果' });
  });

  test('standing twice are not guessed between', async () => {
    const form = await edited([insertColumn('佐證資料', '辦理情形', ['另一版本'])]);
    expect(form.rows.every(row => row.cells.narrative === null)).toBe(true);
    expect(form.issues).toMatchObject([{ code: 'form_column_repeated', severity: 'error' }]);
    expect(Object.values(form.rows[0]!.values)).toContain('另一版本');
  });
});

describe('identity', () => {
  test('of the form survives other programs through the hidden sheet, then through the id column', async () => {
    const first = await edited([], { stripProperties: true });
    expect(first.formId).toBe(buildContent().formId);
    expect(codes(first)).toEqual(['form_id_recovered']);
    const second = await edited([removeSheet(manifestSheet)], { stripProperties: true });
    expect(second.formId).toBe(buildContent().formId);
    expect(codes(second)).toEqual(['form_id_recovered', 'form_manifest_lost']);
    const third = await edited([removeSheet(manifestSheet), clearIds()], { stripProperties: true });
    expect(third.formId).toBeNull();
    expect(codes(third)).toContain('form_id_lost');
    expect(third.rows).toEqual([]);
    expect(third.strays).toHaveLength(sampleRows.length);
  });

  test('of rows without ids comes from their questions, for a person to confirm', async () => {
    const form = await edited([sortRows('執行單位', { descending: true }), clearIds()]);
    expect(ids(form).toSorted()).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(form.rows.every(row => row.matchedBy === 'question')).toBe(true);
    expect(narratives(form)).toEqual(issuedNarratives);
    expect(codes(form)).toEqual(Array(6).fill('form_row_by_question'));
  });

  test('of rows without ids is found by step and unit when unmerging took item and key point', async () => {
    const form = await edited([unmerge(), clearIds({ title: false })]);
    expect(ids(form)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
  });

  test('is not guessed where one question was asked twice', async () => {
    const rows = sampleRows.map(row => (row.rowId === 'r4' ? { ...sampleRows[0]!, rowId: 'r4' } : row));
    const form = await edited([clearIds()], {}, buildContent({ rows }));
    expect(ids(form)).toEqual(['r2', 'r3', 'r5', 'r6']);
    expect(form.strays).toHaveLength(2);
    expect(codes(form).filter(code => code === 'form_row_ambiguous')).toHaveLength(2);
  });

  test('of a row whose id is there is not given to a copy of its question', async () => {
    const { item, keyPoint } = { item: '二、推動線上申辦', keyPoint: '（一）擴大申辦項目' };
    const form = await edited([
      addRow(6, {
        執行要項: item,
        執行重點: keyPoint,
        執行步驟: '2.新增三項',
        執行單位: '民政課\n（陳大同）',
        辦理情形: '複本',
      }),
    ]);
    expect(ids(form)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(form.strays).toMatchObject([{ values: { 辦理情形: '複本' } }]);
  });

  test('does not depend on the name of the sheet', async () => {
    expect(codes(await edited([renameSheet('民政課回覆')]))).toEqual([]);
  });

  test('of a sheet that was copied away from another form is told', async () => {
    const other = buildContent({ formId: 'other-form' });
    const form = await edited([setAt('F5', 'guankao:row:someone-else')], {}, other);
    expect(form.formId).toBe('other-form');
    expect(codes(form)).toEqual(['form_sheet_other']);
  });

  test('of rows on two sheets is left open, with one notice for the pair', async () => {
    const form = await edited([copySheet('備份')]);
    expect(ids(form)).toHaveLength(12);
    expect(form.issues).toMatchObject([
      { code: 'form_sheet_copied', sheet: '自行檢核表', params: { other: '備份', count: 6 } },
    ]);
  });
});

describe('cells', () => {
  test('with a formula are doubtful, with its text and the formula', async () => {
    const form = await edited([setCell(1, '辦理情形', { formula: '"已"&"完成"', result: '已完成' })]);
    expect(form.rows[0]!.cells.narrative).toEqual({
      cell: 'H6',
      text: '已完成',
      formula: '"已"&"完成"',
      doubt: 'formula',
    });
    expect(form.issues).toMatchObject([{ code: 'form_formula', sheet: '自行檢核表', row: 6, column: 'H' }]);
  });

  test('with an error value are told of', async () => {
    const form = await edited([setCell(1, '辦理情形', { error: '#REF!' })]);
    expect(form.rows[0]!.cells.narrative).toMatchObject({ text: '#REF!', doubt: 'error' });
    expect(codes(form)).toEqual(['form_error_value']);
  });

  test('merged over several rows are doubtful in each of them', async () => {
    const form = await edited([mergeDown(1, '辦理情形', 2)]);
    expect(form.rows.slice(0, 2).map(row => row.cells.narrative)).toMatchObject([
      { text: '已排定輪值。\n持續辦理。', doubt: 'merged' },
      { text: '已排定輪值。\n持續辦理。', doubt: 'merged' },
    ]);
    expect(codes(form)).toEqual(['form_merged', 'form_merged']);
  });

  test('with rich text, numbers and dates are read as people see them', async () => {
    const richText = [{ text: '已' }, { font: { bold: true }, text: '辦理' }, { text: '三場' }];
    const form = await edited([setCell(1, '辦理情形', { richText }), setCell(2, '辦理情形', 120)]);
    expect(form.rows.slice(0, 2).map(row => row.cells.narrative!.text)).toEqual(['已辦理三場', '120']);
  });

  test('of question and evidence that were edited are told of', async () => {
    const form = await edited([
      setCell(1, '執行步驟', '1.訂定櫃檯輪值表並公告周知'),
      setCell(1, '執行重點', '（一）縮短 民眾等候時間'),
      setCell(5, '佐證資料', '改過.pdf'),
    ]);
    expect(form.issues.map(({ code, severity, row }) => ({ code, severity, row }))).toEqual([
      { code: 'form_question_edited', severity: 'info', row: 6 },
      { code: 'form_evidence_edited', severity: 'info', row: 10 },
    ]);
  });

  test('above the table that were edited are told of', async () => {
    expect(codes(await edited([setAt('A1', '改過的標題')]))).toEqual(['form_heading_edited']);
  });
});

describe('workbooks', () => {
  test('with other sheets name those that were not read', async () => {
    const form = await edited([
      workbook => {
        workbook.addWorksheet('聯絡人').getCell('B2').value = '王小姐';
      },
      workbook => {
        workbook.addWorksheet('空白');
      },
    ]);
    expect(form.issues).toMatchObject([{ code: 'form_sheet_unread', sheet: '聯絡人' }]);
  });

  test('whose header is gone list their rows instead of reading them', async () => {
    const form = await edited([
      workbook => {
        for (let column = 1; column <= 10; column += 1) workbook.worksheets[0]!.getCell(5, column).value = null;
      },
    ]);
    expect(form.rows).toEqual([]);
    expect(form.strays).toHaveLength(sampleRows.length);
    expect(form.strays[0]!.values).toMatchObject({ H: '已排定輪值。\n持續辦理。' });
    expect(codes(form)).toEqual(['form_header_missing']);
  });

  test('that hold no form say so', async () => {
    const form = await edited([removeSheet('自行檢核表'), removeSheet(manifestSheet)], { stripProperties: true });
    expect(form).toMatchObject({ formId: null, rows: [], strays: [] });
    expect(codes(form)).toEqual(['own_form_not_found']);
  });
});
