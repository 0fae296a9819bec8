import { strToU8, type Zippable, zipSync } from 'fflate';
import { type ReadResult, readWorkbook, type Sheet, type Workbook } from '../../../sync/sheet/index.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const inPackage = 'http://schemas.openxmlformats.org/package/2006/relationships';
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const zip = (parts: Parts, level: 0 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ) as Zippable,
    { level },
  );

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;

export const relations = (...list: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${xmlHead}<Relationships xmlns="${inPackage}">${list.map(r => relation(...r)).join('')}</Relationships>`;

/** A worksheet part around some `row` elements and whatever follows them. */
export const worksheet = (rows: string, after = '', before = ''): string =>
  `${xmlHead}<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const sharedStrings = (...items: readonly string[]): string =>
  `${xmlHead}<sst xmlns="${main}">${items.map(item => `<si>${item}</si>`).join('')}</sst>`;

export const styles = (formats: readonly string[], codes: Readonly<Record<number, string>> = {}): string =>
  `${xmlHead}<styleSheet xmlns="${main}"><numFmts>${Object.entries(codes)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')}</numFmts><cellXfs>${formats.join('')}</cellXfs></styleSheet>`;

/** The parts of a small correct workbook with one sheet; any of them can be replaced, added or (as null) taken out. */
export function workbookParts(
  sheet: string,
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
): Parts {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="計畫" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...changes,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, content]) => content !== null)) as Parts;
}

export const workbookFile = (
  sheet: string,
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
): Uint8Array => zip(workbookParts(sheet, changes));

export function workbookOf(result: ReadResult): Workbook {
  if (!result.ok) throw new Error(`refused: ${result.issue.code} ${JSON.stringify(result.issue.params)}`);
  return result.workbook;
}

export const readSheet = (sheet: string, changes: Readonly<Record<string, string | Uint8Array | null>> = {}): Sheet =>
  workbookOf(readWorkbook(workbookFile(sheet, changes), 'test.xlsx')).sheets[0]!;

/** The code of the refusal, or `read` when the file was read. */
export const verdict = (bytes: Uint8Array, limits?: Parameters<typeof readWorkbook>[2]): string => {
  const result = readWorkbook(bytes, 'test.xlsx', limits);
  return result.ok ? 'read' : result.issue.code;
};
