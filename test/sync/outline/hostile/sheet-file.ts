import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An .xlsx of one sheet, by its rows, what comes after them, and the items of its shared strings. */
export function sheetFile(rows: string, after = '', strings = ''): Uint8Array {
  const root = (name: string, content: string): string =>
    `<${name} xmlns="${main}" xmlns:r="${relationships}">${content}</${name}>`;
  const links = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const link = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': links(link('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': links(
      link('r1', 'worksheet', 'worksheets/sheet1.xml') +
        (strings === '' ? '' : link('r2', 'sharedStrings', 'strings.xml')),
    ),
    'xl/workbook.xml': root('workbook', '<sheets><sheet name="計畫" sheetId="1" r:id="r1"/></sheets>'),
    'xl/worksheets/sheet1.xml': root('worksheet', `<sheetData>${rows}</sheetData>${after}`),
    ...(strings === '' ? {} : { 'xl/strings.xml': root('sst', strings) }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
