import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';

/** A step as a bureau prints it, with the units that it names. */
export interface PrintedStep {
  readonly label: string;
  readonly text: string;
  readonly units?: string;
}

export interface BureauForm {
  readonly steps: readonly PrintedStep[];
  /** ROC year in the title. */
  readonly year?: number;
  /** The title over the narratives. */
  readonly narrative?: string;
  /** Blank columns before the table. */
  readonly indent?: number;
  /** Nothing may be written on the sheet. */
  readonly locked?: boolean;
}

const thin = { style: 'thin' } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
export const tickTitles = ['已完成', '辦理中', '未辦理', '不適用'] as const;

/** Where the table of `tickForm` begins: two header rows above it. */
export const tickFirstRow = 6;

/**
 * A bureau's own form: merged title, cells for agency and period, a header of two rows with the result as columns to tick,
 * narratives, remarks, and a row for signatures.
 */
export async function tickForm(form: BureauForm): Promise<Uint8Array> {
  const { steps, year = 114, narrative = '辦理情形' } = form;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('自評表');
  sheet.addRow([`清川市政府${year}年度服務躍升自我評核表`]);
  sheet.addRow(['填報機關：', '', '', '', '', '', '', '']);
  sheet.addRow(['評核期間：', '', '', '', '', '', '', '']);
  sheet.addRow(['工作項目', '具體作法', '檢核結果', '', '', '', narrative, '備註']);
  sheet.addRow(['', '', ...tickTitles, '', '']);
  for (const [i, { label, text }] of steps.entries())
    sheet.addRow([i === 0 ? '一、把基本服務做好' : '', `${label}.${text}`, '', '', '', '', '', '']);
  sheet.addRow(['承辦人：', '', '單位主管：', '', '', '機關首長：', '', '']);
  for (const range of ['A1:H1', 'A4:A5', 'B4:B5', 'C4:F4', 'G4:G5', 'H4:H5']) sheet.mergeCells(range);
  if (steps.length > 1) sheet.mergeCells(tickFirstRow, 1, tickFirstRow + steps.length - 1, 1);
  outline(sheet, 4, tickFirstRow + steps.length - 1, 8);
  sheet.getColumn(2).width = 40;
  sheet.getColumn(7).width = 50;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A plain form: one header row, a list of results to choose from, narratives and remarks. */
export async function listForm({
  steps,
  year = 114,
  narrative = '辦理情形',
  indent = 0,
  locked = false,
}: BureauForm): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('檢核表');
  const before = Array.from({ length: indent }, () => '');
  sheet.addRow([...before, `${year}年度自行檢核表`]);
  sheet.addRow([...before, '執行重點', '執行步驟', '執行單位', '檢核結果', narrative, '備註']);
  for (const [i, { label, text, units = '' }] of steps.entries()) {
    const row = sheet.addRow([...before, i === 0 ? '(一)作業程序一致' : '', `${label}.${text}`, units, '', '', '']);
    row.getCell(indent + 4).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${tickTitles.join(',')}"`],
    };
  }
  if (steps.length > 1) sheet.mergeCells(3, indent + 1, 2 + steps.length, indent + 1);
  outline(sheet, 2, 2 + steps.length, indent + 6);
  if (locked) await sheet.protect('', {});
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The plain form as an OpenDocument spreadsheet. */
export const odsForm = ({ steps, year = 114, narrative = '辦理情形' }: BureauForm): Uint8Array =>
  odsOf('檢核表', [
    [`${year}年度自行檢核表`],
    ['執行重點', '執行步驟', '執行單位', '檢核結果', narrative, '備註'],
    ...steps.map(({ label, text, units = '' }) => ['(一)作業程序一致', `${label}.${text}`, units, '', '', '']),
  ]);

/** A sheet of texts as an OpenDocument spreadsheet, as LibreOffice would leave it. */
export function odsOf(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) =>
    text === ''
      ? '<table:table-cell/>'
      : `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const row = (texts: readonly string[]) => `<table:table-row>${texts.map(cell).join('')}</table:table-row>`;
  const width = Math.max(...rows.map(texts => texts.length));
  const names = ['office', 'table', 'text']
    .map(prefix => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`)
    .join(' ');
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names} office:version="1.3"><office:body><office:spreadsheet><table:table table:name="${name}"><table:table-column table:number-columns-repeated="${width}"/>${rows.map(row).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimetype}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8(mimetype), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

/** A workbook that has nothing to do with self-checks. */
export async function otherWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('庫存');
  sheet.addRow(['品名', '數量', '單價']);
  sheet.addRow(['影印紙', 20, 95]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A small file that would inflate to a thousand times its size. */
export const bombWorkbook = (): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': new Uint8Array(24 * 1024 * 1024),
  });

function outline(sheet: ExcelJS.Worksheet, top: number, bottom: number, right: number): void {
  for (let row = top; row <= bottom; row++)
    for (let column = 1; column <= right; column++) sheet.getCell(row, column).border = border;
}
