import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';

/** A small plan as a secretariat would have typed it: merged items and key points, units and months beside each step. */
export async function planWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('計畫');
  sheet.addRow(['清川市青田區公所114年度為民服務計畫']);
  sheet.addRow(['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限', '備註']);
  sheet.addRow(['一、便民服務', '(一)單一窗口', '1.設置綜合受理櫃檯', '民政課', '6月', '']);
  sheet.addRow(['', '', '2.檢討作業時限並公告於網站', '各課室', '6月、12月', '續辦']);
  sheet.addRow(['', '(二)電話禮貌', '1.每月抽測各單位電話禮貌', '秘書室\n觀光課', '12月', '']);
  sheet.mergeCells('A1:F1');
  sheet.mergeCells('A3:A5');
  sheet.mergeCells('B3:B4');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A workbook of many rows that says very little, in a file that is still small. */
export function workbookOfRows(rows: number): Uint8Array {
  const sheet = Array.from(
    { length: rows },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>列${i}</v></c><c r="B${i + 1}"><v>${i}</v></c></row>`,
  ).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${excel}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${excel}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="sheet1.xml"/></Relationships>`,
    'xl/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 1 });
}
