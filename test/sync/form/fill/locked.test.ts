import exceljs from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillForm } from '../../../../sync/form/fill/index.ts';
import { correctProfile, learn, profileForm } from '../../../../sync/form/profile/index.ts';
import type { ProfileCorrection } from '../../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';
import { workbookOf } from '../../sheet/packages.ts';

/** A form whose author protected the sheet and unlocked the remarks only. */
async function protectedForm(name: string): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name);
  sheet.addRow(['執行重點', '執行步驟', '辦理情形', '備註']);
  sheet.addRow(['一、整理檔案', '1.清點卷宗', null, null]);
  sheet.addRow(['一、整理檔案', '2.修補封面', null, null]);
  for (const row of [2, 3]) {
    for (const column of [3, 4]) sheet.getCell(row, column).border = { bottom: { style: 'thin' } };
    sheet.getCell(row, 4).protection = { locked: false };
  }
  await sheet.protect('secret', {});
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const answers = { sheets: [{ name: '檔案室', rows: [{ row: 2, narrative: '已清點。', remarks: '無' }] }] };
const allowed: ProfileCorrection = [{ sheet: '檔案室', fillLocked: true }];

describe('a protected form', () => {
  let bytes: Uint8Array;
  let workbook: Workbook;
  beforeAll(async () => {
    bytes = await protectedForm('檔案室');
    workbook = workbookOf(readWorkbook(bytes, '表'));
  });

  it('tells how many cells for answers it locks', () => {
    expect(profileForm(workbook).sheets[0]).toMatchObject({ lockedAnswers: 2 });
  });

  it('keeps its locked cells as they are, and says so', () => {
    const filled = fillForm(bytes, '表', null, answers);
    if (!filled.ok) throw new Error(filled.issue.message);
    expect(filled.report.cells.map(({ cell, status, issue }) => [cell, status, issue?.code])).toEqual([
      ['C2', 'refused', 'cell_locked'],
      ['D2', 'written', undefined],
    ]);
  });

  it('is filled all the same where a person said so, and stays protected', () => {
    const filled = fillForm(bytes, '表', correctProfile(workbook, allowed), answers);
    if (!filled.ok) throw new Error(filled.issue.message);
    expect(filled.report.cells.map(({ cell, status }) => [cell, status])).toEqual([
      ['C2', 'written'],
      ['D2', 'written'],
    ]);
    const sheet = workbookOf(readWorkbook(filled.bytes, '表')).sheets[0]!;
    expect([sheet.cell(2, 3)?.text, sheet.protected]).toEqual(['已清點。', true]);
  });

  it('of another year is filled so too', async () => {
    const next = workbookOf(readWorkbook(await protectedForm('檔案室'), '表'));
    expect(learn(next, allowed)).toEqual(allowed);
  });
});
