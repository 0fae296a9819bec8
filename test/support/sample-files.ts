import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A picture of one pixel. */
export const png = (): Uint8Array =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

/** A document of one page that says `words`. */
export function pdf(words = 'guankao'): Uint8Array {
  const content = `BT /F1 24 Tf 20 100 Td (${words}) Tj ET`;
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  return text(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 ${font}>>>>>>endobj`,
      `4 0 obj<</Length ${content.length}>>stream`,
      content,
      'endstream endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
      '',
    ].join('\n'),
  );
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word document; `parts` are more entries of the package. */
export const docx = (parts: Readonly<Record<string, Uint8Array>> = {}, type = wordType): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`,
    ),
    'word/document.xml': strToU8('<w:document/>'),
    ...parts,
  });

/** An OpenDocument text; its media type stands first and uncompressed (ODF 1.3, part 2, 3.3). */
export const odt = (): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('<office:document-content/>'),
  });

export async function xlsx(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('統計').getCell('A1').value = '受理件數';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const zip = (): Uint8Array => zipSync({ 'a.txt': strToU8('a') });
export const svg = (): Uint8Array => text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = (): Uint8Array => text('\n<!DOCTYPE html><html><script>alert(1)</script></html>');
/** The start of a Windows program. */
export const exe = (): Uint8Array =>
  Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), Buffer.alloc(512)]);
/** 「佐證」 in Big5. */
export const big5 = (): Uint8Array => Buffer.from('a6f5c3d20d0a', 'hex');
export const utf8 = (content = '會議紀錄：照案通過\n'): Uint8Array => text(content);
