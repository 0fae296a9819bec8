import ExcelJS from 'exceljs';

/** What the demo's bureau asks all offices, under the item it stands under. */
export interface AskedQuestion {
  readonly item: string;
  readonly text: string;
}

export const formSheet = '自我檢核表';
export const formFirstRow = 5;

const titles = ['執行要項', '檢核項目', '檢核結果', '辦理情形', '佐證資料', '自評分數', '初核分數', '複核分數', '備註'];
const widths = [18, 40, 12, 46, 24, 10, 10, 10, 18] as const;
const thin = { style: 'thin' } as const;

/** The form that a bureau collects from its offices: a cell for the agency's name, a row for each question. */
export async function collectionForm(title: string, questions: readonly AskedQuestion[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(formSheet);
  sheet.addRow([title]);
  sheet.addRow(['填報機關：', '']);
  sheet.addRow(['填表說明：檢核結果請由下拉選單選擇；自評分數以十分為滿分。']);
  sheet.addRow(titles);
  for (const [n, { item, text }] of questions.entries()) {
    const row = sheet.addRow([item, `${n + 1}.${text}`]);
    row.getCell(3).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: ['"已完成,辦理中,未辦理,不適用"'],
    };
  }
  for (const [i, width] of widths.entries()) sheet.getColumn(i + 1).width = width;
  sheet.getCell('A1').font = { size: 16, bold: true };
  const last = formFirstRow + questions.length - 1;
  for (let row = formFirstRow - 1; row <= last; row++)
    for (let column = 1; column <= titles.length; column++) {
      const cell = sheet.getCell(row, column);
      cell.border = { top: thin, bottom: thin, left: thin, right: thin };
      cell.alignment = { vertical: 'top', wrapText: true };
    }
  sheet.views = [{ state: 'frozen', ySplit: formFirstRow - 1 }];
  sheet.pageSetup = { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
