import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { askedRows, matchRows } from '../../../../sync/form/identify/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';
import { type ConversionTarget, convert, findSoffice } from '../../../../sync/sheet/libreoffice/index.ts';

const keyPoints = ['(一)檢討作業流程', '(二)強化人員訓練', '(三)公開服務資訊'];
const steps = [
  '1.每季召開檢討會議，\n並留存紀錄備查。',
  '2.盤點「現有」設備（含無障礙設施）：\n(1)上半年完成清查\n(2)下半年完成改善',
  '3. 更新網站資料，每月至少１次。  ',
];

/** Merged items and key points, steps that come again under every key point, line breaks and signs of every width. */
async function form(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('自行檢核表');
  sheet.addRow(['清川區公所114年度自行檢核表']);
  sheet.addRow(['執行要項', '執行重點', '執行步驟', '查核期限', '檢核結果', '辦理情形', '備註']);
  for (const item of ['一、健全服務基礎', '二、推廣線上服務'])
    for (const keyPoint of keyPoints)
      for (const step of steps)
        sheet.addRow([item, keyPoint, step, '6月、12月', '已完成', `${keyPoint}已辦理。\n---\n前次：持續辦理。`, '']);
  for (let row = 3; row <= 20; row += 9) {
    sheet.mergeCells(row, 1, row + 8, 1);
    for (let at = row; at < row + 9; at += 3) sheet.mergeCells(at, 2, at + 2, 2);
  }
  sheet.addRow(['承辦人：', '', '課室主管：', '', '機關首長：']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const rowsOf = (bytes: Uint8Array, name: string) => {
  const reading = readWorkbook(bytes, name);
  if (!reading.ok) throw new Error(reading.issue.message);
  return askedRows(profileForm(reading.workbook), reading.workbook);
};

describe.runIf(findSoffice())('a form that LibreOffice saved', () => {
  test.each<ConversionTarget>(['xlsx', 'ods'])('as .%s has every row that it had, where it was', async target => {
    const bytes = await form();
    const saved = await convert(bytes, 'form.xlsx', target);
    if (!saved.ok) throw new Error(saved.issue.message);
    const { rows, missing } = matchRows(rowsOf(saved.bytes, `form.${target}`), rowsOf(bytes, 'form.xlsx'));
    expect(rows).toHaveLength(18);
    expect(rows.map(({ row, templateRow }) => [row, templateRow])).toEqual(rows.map(({ row }) => [row, row]));
    expect(missing).toEqual([]);
  }, 60_000);
});
