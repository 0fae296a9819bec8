import ExcelJS from 'exceljs';
import { inPrintedOrder, type PlanItem } from '../../sync/model/index.ts';

/** What the demo's bureau prints of a plan. */
type Printed = Pick<PlanItem, 'id' | 'parentId' | 'position' | 'depth' | 'label' | 'text' | 'units'>;

const choices = ['已完成', '辦理中', '未辦理', '不適用'] as const;
const headerRow = 5;
const titles = [
  '工作項目',
  '推動重點',
  '具體作法',
  '主（協）辦單位',
  '查核結果',
  '',
  '',
  '',
  '辦理情形說明',
  '佐證資料',
  '備註',
];
const widths = [16, 18, 36, 14, 7, 7, 7, 7, 44, 22, 16] as const;
const thin = { style: 'thin' } as const;

/**
 * The bureau's own form, as a workbook that knows nothing of this system: other words, a header of two rows, the result as a
 * column to tick, headings merged over their steps, notes and a row for signatures.
 */
export async function bureauForm(year: number, items: readonly Printed[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(`${year}年查核表`);
  sheet.addRow([`${year}年度提升服務品質執行計畫　自我查核表`]);
  sheet.addRow(['受查核機關：', '', '', '', '', '', '', '', '查核期間：']);
  sheet.addRow(['填表說明：一、查核結果請擇一於欄內勾選（V）。二、辦理情形請具體敘明，並檢附佐證資料。']);
  sheet.addRow([]);
  sheet.addRow(titles);
  sheet.addRow(['', '', '', '', ...choices]);
  const first = headerRow + 2;
  const rows = stepsOf(items);
  for (const { item, keyPoint, step } of rows)
    sheet.addRow([numbered(item), numbered(keyPoint), numbered(step), step.units.join('、')]);
  const last = first + rows.length - 1;
  sheet.addRow([]);
  sheet.addRow(['填表人：', '', '', '單位主管：', '', '', '', '', '機關首長：']);

  for (const [from, to] of [...'ABCDIJK'].map(column => [`${column}5`, `${column}6`] as const))
    sheet.mergeCells(`${from}:${to}`);
  for (const range of ['A1:K1', 'A3:K3', 'B2:D2', 'J2:K2', 'E5:H5']) sheet.mergeCells(range);
  mergeAlike(
    sheet,
    1,
    first,
    rows.map(({ item }) => item.id),
  );
  mergeAlike(
    sheet,
    2,
    first,
    rows.map(({ keyPoint }) => keyPoint.id),
  );
  look(sheet, first, last);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const numbered = ({ label, text }: Pick<Printed, 'label' | 'text'>): string => `${label ?? ''}${mark(label)}${text}`;
const mark = (label: string | null): string =>
  label === null ? '' : /^\d+$/.test(label) ? '.' : /^\(/.test(label) ? '' : '、';

/** The steps of a plan with the headings above them, as they are printed. */
function stepsOf(items: readonly Printed[]) {
  const byId = new Map(items.map(item => [item.id, item]));
  return inPrintedOrder(items)
    .filter(({ depth }) => depth === 2)
    .map(step => {
      const keyPoint = byId.get(step.parentId!)!;
      return { step, keyPoint, item: byId.get(keyPoint.parentId!)! };
    });
}

function mergeAlike(sheet: ExcelJS.Worksheet, column: number, first: number, ids: readonly string[]): void {
  let from = 0;
  for (let i = 1; i <= ids.length; i++) {
    if (ids[i] === ids[from]) continue;
    if (i - from > 1) sheet.mergeCells(first + from, column, first + i - 1, column);
    from = i;
  }
}

function look(sheet: ExcelJS.Worksheet, first: number, last: number): void {
  for (const [i, width] of widths.entries()) sheet.getColumn(i + 1).width = width;
  sheet.getCell('A1').font = { size: 16, bold: true };
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  for (let row = headerRow; row <= last; row++)
    for (let column = 1; column <= titles.length; column++) {
      const cell = sheet.getCell(row, column);
      cell.border = { top: thin, bottom: thin, left: thin, right: thin };
      cell.alignment = {
        vertical: row < first ? 'middle' : 'top',
        horizontal: row < first ? 'center' : 'left',
        wrapText: true,
      };
      if (row < first) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } };
    }
  sheet.views = [{ state: 'frozen', ySplit: first - 1 }];
  sheet.pageSetup = { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}
