import ExcelJS from 'exceljs';

/** One step of a plan table: its text, what stands in the unit cell, and in the deadline cell. */
export type StepLine = readonly [text: string, units: string, deadline: string];

/** Items, their key points, and the steps of each, as an office would type them. */
export type PlanTable = Readonly<Record<string, Readonly<Record<string, readonly StepLine[]>>>>;

/** A plan table as offices keep it in Excel: title, headings, merged item and key-point cells, several units in one cell. */
export async function planWorkbook(title: string, table: PlanTable): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('執行計畫');
  sheet.mergeCells('A1:E1');
  sheet.getCell('A1').value = title;
  sheet.addRow(['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限']);
  const merge = (column: number, first: number) => {
    if (sheet.rowCount > first) sheet.mergeCells(first, column, sheet.rowCount, column);
  };
  for (const [item, keyPoints] of Object.entries(table)) {
    const itemRow = sheet.rowCount + 1;
    for (const [keyPoint, steps] of Object.entries(keyPoints)) {
      const keyPointRow = sheet.rowCount + 1;
      for (const [text, units, deadline] of steps) sheet.addRow([item, keyPoint, text, units, deadline]);
      merge(2, keyPointRow);
    }
    merge(1, itemRow);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
