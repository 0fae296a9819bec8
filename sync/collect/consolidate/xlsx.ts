import { addressOf, columnName } from '../../sheet/index.ts';
import { quoted, writable } from '../../sheet/ods/text-xml.ts';
import { escapedText } from '../../sheet/xlsx/escape.ts';
import { consolidatedMark } from './mark.ts';
import { linePoints, linesIn } from './row-lines.ts';
import { mostRows as limit, withinLimits } from './sheet-limits.ts';
import type { Look, OutRow, OutSheet, Value } from './sheets.ts';
import type { ZipStream } from './zip-stream.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Styles {
  readonly text: number;
  readonly number: number;
  /** Of a cell that is to be seen at a glance. */
  readonly marked: number;
}

/** Indexes into `cellXfs` of the style part. Texts have the format of texts, so that one who edits "=1" still has a text. */
const styles: Readonly<Record<Look, Styles>> = {
  title: { text: 1, number: 1, marked: 1 },
  note: { text: 2, number: 2, marked: 2 },
  head: { text: 3, number: 3, marked: 3 },
  body: { text: 4, number: 5, marked: 6 },
  group: { text: 7, number: 7, marked: 7 },
  total: { text: 8, number: 9, marked: 8 },
};
const solid = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const cellFormat = (
  [format, font, fill, border]: readonly [number, number, number, number],
  alignment: string,
): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;
const [general, asText] = [0, 49];
const wrapped = 'vertical="top" wrapText="1"';
const cellFormats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  cellFormat([asText, 1, 0, 0], 'vertical="center"'),
  cellFormat([asText, 0, 0, 0], 'vertical="center"'),
  cellFormat([asText, 2, 2, 1], 'horizontal="center" vertical="center" wrapText="1"'),
  cellFormat([asText, 0, 0, 1], wrapped),
  cellFormat([general, 0, 0, 1], 'horizontal="center" vertical="top"'),
  cellFormat([asText, 0, 3, 1], wrapped),
  cellFormat([asText, 2, 4, 1], 'vertical="center"'),
  cellFormat([asText, 2, 4, 1], wrapped),
  cellFormat([general, 2, 4, 1], 'horizontal="center" vertical="top"'),
];

const font = (weight: string, size: number): string =>
  `<font>${weight}<sz val="${size}"/><name val="Microsoft JhengHei"/><family val="2"/></font>`;
const stylesXml =
  `${declaration}<styleSheet xmlns="${main}">` +
  `<fonts count="3">${font('', 11)}${font('<b/>', 16)}${font('<b/>', 11)}</fonts>` +
  '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  `${solid('E3ECE8')}${solid('FFF3C4')}${solid('F3F6F5')}</fills>` +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${['left', 'right', 'top', 'bottom'].map(side => `<${side} style="thin"><color rgb="FFB8C4C0"/></${side}>`).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function cellXml(at: string, value: Value, style: Styles, isMarked: boolean): string {
  if (typeof value === 'number')
    return `<c r="${at}" s="${isMarked ? style.marked : style.number}"><v>${value}</v></c>`;
  const format = isMarked ? style.marked : style.text;
  if (value === null || value === '') return `<c r="${at}" s="${format}"/>`;
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapedText(writable(value))}</t></is></c>`;
}

function rowXml(columns: readonly string[], row: number, out: OutRow, sheet: OutSheet): string {
  const { look, values, marked } = out;
  const style = styles[look];
  let cells = '';
  for (let i = 0; i < values.length; i++)
    cells += cellXml(`${columns[i]}${row}`, values[i]!, style, marked?.includes(i) ?? false);
  return `<row r="${row}" ht="${linePoints * linesIn(out, sheet)}">${cells}</row>`;
}

interface Written {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly hasHead: boolean;
}

/** Writes one sheet as a part, from the row that the iterator is at up to what a sheet can hold. */
async function* sheetXml(
  sheet: OutSheet,
  rows: AsyncIterator<OutRow>,
  mostRows: number,
  done: (rows: number, more: boolean) => void,
): AsyncGenerator<string> {
  const { widths, head } = sheet;
  const columns = widths.map((_, i) => columnName(i + 1));
  yield `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${
      head ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''
    }</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${linePoints}"/>` +
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  let row = 0;
  if (head) yield rowXml(columns, ++row, { look: 'head', values: head }, sheet);
  let more = false;
  for (;;) {
    if (row >= mostRows) {
      more = true;
      break;
    }
    const next = await rows.next();
    if (next.done) break;
    yield rowXml(columns, ++row, next.value, sheet);
  }
  const whole = `A1:${addressOf(Math.max(row, 1), columns.length)}`;
  const filter = head ? `<autoFilter ref="${whole}"/>` : '';
  yield `</sheetData>${filter}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.25" footer="0.3"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;C&amp;P / &amp;N</oddFooter></headerFooter>' +
    // An answer that reads "3" is a text as well: Excel need not warn of each.
    `<ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
  done(row, more);
}

async function* asAsync<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* rows;
}

/**
 * Writes the workbook sheet by sheet. The summary is given last, when everything was counted, and stands first.
 * @param cut what stands at the end of a text that is longer than a cell can hold
 */
export async function writeXlsx(
  zip: ZipStream,
  data: readonly OutSheet[],
  summary: OutSheet,
  meta: { readonly title: string; readonly madeAt: string; readonly cut: string },
  mostRows = limit,
): Promise<void> {
  const parts: Written[] = [];
  for (const sheet of [...data, summary]) {
    const rows = withinLimits(asAsync(sheet.rows()), meta.cut)[Symbol.asyncIterator]();
    for (let n = 1, more = true; more; n++) {
      let count = 0;
      const note = (rows: number, goesOn: boolean): void => {
        count = rows;
        more = goesOn;
      };
      await zip.stream(`xl/worksheets/sheet${parts.length + 1}.xml`, sheetXml(sheet, rows, mostRows, note));
      const name = n === 1 ? sheet.name : `${sheet.name} (${n})`;
      parts.push({ name, columns: sheet.widths.length, rows: count, hasHead: sheet.head !== null });
    }
  }
  // The summary was written last.
  const order = [parts.length - 1, ...parts.keys()].slice(0, parts.length);
  await zip.put(
    'xl/workbook.xml',
    workbookXml(
      order.map(index => parts[index]!),
      order,
    ),
  );
  await zip.put('xl/_rels/workbook.xml.rels', workbookRels(parts.length));
  await zip.put('xl/styles.xml', stylesXml);
  await zip.put('docProps/core.xml', coreXml(meta));
  await zip.put('docProps/custom.xml', customXml);
  await zip.put('_rels/.rels', packageRels);
  await zip.put('[Content_Types].xml', contentTypes(parts.length));
}

const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

function workbookXml(sheets: readonly Written[], order: readonly number[]): string {
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${quoted(name)}" sheetId="${i + 1}" r:id="rId${order[i]! + 1}"/>`,
  );
  const defined = sheets.flatMap(({ name, columns, rows, hasHead }, i) => {
    if (!hasHead) return [];
    const sheet = quoted(quotedName(name));
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${sheet}!$A$1:$${columnName(columns)}$${rows}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sheet}!$1:$1</definedName>`,
    ];
  });
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`
  );
}

const relationship = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const coreType = `${packageNamespace}/relationships/metadata/core-properties`;

const workbookRels = (count: number): string =>
  `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${Array.from({ length: count }, (_, i) =>
    relationship(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  ).join('')}${relationship(count + 1, 'styles', 'styles.xml')}</Relationships>`;

const packageRels =
  `${declaration}<Relationships xmlns="${packageNamespace}/relationships">` +
  `${relationship(1, 'officeDocument', 'xl/workbook.xml')}<Relationship Id="rId2" Type="${coreType}" Target="docProps/core.xml"/>${relationship(3, 'custom-properties', 'docProps/custom.xml')}</Relationships>`;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const customXml =
  `${declaration}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">` +
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${consolidatedMark}"><vt:lpwstr>1</vt:lpwstr></property></Properties>`;

const contentTypes = (count: number): string => {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: count }, (_, i) =>
    override(`/xl/worksheets/sheet${i + 1}.xml`, `${types}.worksheet+xml`),
  );
  return (
    `${declaration}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', `${types}.sheet.main+xml`)}${sheets.join('')}` +
    `${override('/xl/styles.xml', `${types}.styles+xml`)}${override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${override('/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml')}</Types>`
  );
};

const coreXml = ({ title, madeAt }: { readonly title: string; readonly madeAt: string }): string => {
  const moment = `${madeAt.slice(0, 19)}Z`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escapedText(title)}</dc:title><dc:creator>Guankao</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  );
};
