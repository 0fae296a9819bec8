import { unzipSync } from 'fflate';
import { edit, pack, withGrowingRows } from '../../../form/write/package.ts';
import { saveWorkbook } from '../../../form/write/save.ts';
import { renderSheet } from '../../../form/write/xlsx/render.ts';
import type { Page } from '../page.ts';
import { removeStamps } from '../stamps.ts';
import { drawPlan } from './draw.ts';

/** The drawn plan as .xlsx. */
export async function writeXlsx(page: Page): Promise<Uint8Array> {
  // Only who writes one pays for loading exceljs.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: page.agency, lastModifiedBy: page.agency, title: page.title });
  const sheets = drawPlan(page);
  for (const sheet of sheets) await renderSheet(workbook, sheet);
  const parts = unzipSync(await saveWorkbook(workbook));
  sheets.forEach(({ rows }, i) => {
    edit(parts, `xl/worksheets/sheet${i + 1}.xml`, xml => withGrowingRows(xml, row => rows[row - 1]?.grows ?? false));
  });
  removeStamps(parts);
  return pack(parts);
}
