import { cellText } from '../cell-text.ts';
import type { DrawnForm } from '../draw.ts';
import { finishPackage } from '../package.ts';
import { saveWorkbook } from '../save.ts';
import { renderSheet } from './render.ts';

/** The drawn form as .xlsx. */
export async function writeXlsx({ content, sheets, manifest, answerRows }: DrawnForm): Promise<Uint8Array> {
  // Only who writes a form pays for loading exceljs; readers and mergers come through the same folder.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const issued = new Date(`${content.issuedOn}T00:00:00Z`);
  Object.assign(workbook, {
    creator: content.agencyName,
    lastModifiedBy: content.agencyName,
    title: content.title,
    created: issued,
    modified: issued,
  });
  workbook.views = [{ x: 0, y: 0, width: 28_800, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  for (const sheet of sheets) await renderSheet(workbook, sheet);
  const hidden = workbook.addWorksheet('guankao', { state: 'veryHidden' });
  for (const row of manifest) hidden.addRow(row.map(cellText));
  return finishPackage(await saveWorkbook(workbook), content.formId, answerRows);
}
