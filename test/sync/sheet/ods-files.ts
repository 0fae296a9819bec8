import { type ReadResult, readWorkbook, type Sheet, type Workbook } from '../../../sync/sheet/index.ts';
import { type Parts, workbookOf, zip } from './packages.ts';

const odf = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const declarations = [
  ...['office', 'style', 'text', 'table', 'meta'].map(name => `xmlns:${name}="${odf(name)}"`),
  `xmlns:number="${odf('datastyle')}"`,
  `xmlns:fo="${odf('xsl-fo-compatible')}"`,
  `xmlns:draw="${odf('drawing')}"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(' ');

const root = (name: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name} ${declarations} office:version="1.3">${inside}</office:${name}>`;

export interface OdsParts {
  /** Inside `office:spreadsheet`, before and after the sheets. */
  readonly before?: string;
  readonly after?: string;
  /** Automatic styles. */
  readonly styles?: string;
  /** Common styles, in their own part. */
  readonly common?: string;
  readonly meta?: string;
  /** Attributes of the sheet. */
  readonly sheet?: string;
}

const body = (rows: string, { before = '', after = '', sheet = '' }: OdsParts): string =>
  `<office:body><office:spreadsheet>${before}<table:table table:name="計畫"${sheet && ` ${sheet}`}>${rows}</table:table>${after}</office:spreadsheet></office:body>`;

export const contentXml = (rows: string, parts: OdsParts = {}): string =>
  root(
    'document-content',
    `<office:automatic-styles>${parts.styles ?? ''}</office:automatic-styles>${body(rows, parts)}`,
  );

const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet';
const listed = (path: string, type: string): string =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
const manifest = `<manifest:manifest xmlns:manifest="${odf('manifest')}" manifest:version="1.3">${listed('/', spreadsheet)}${['styles.xml', 'content.xml', 'meta.xml'].map(part => listed(part, 'text/xml')).join('')}</manifest:manifest>`;

/** The parts of a small correct .ods with one sheet, rows and all that stands beside them inside it. */
export const odsParts = (rows: string, parts: OdsParts = {}): Parts => ({
  mimetype: spreadsheet,
  'styles.xml': root('document-styles', `<office:styles>${parts.common ?? ''}</office:styles>`),
  'content.xml': contentXml(rows, parts),
  'meta.xml': root('document-meta', `<office:meta>${parts.meta ?? ''}</office:meta>`),
  'META-INF/manifest.xml': manifest,
});

export const odsFile = (rows: string, parts: OdsParts = {}): Uint8Array => zip(odsParts(rows, parts));

/** The same as one flat file. */
export const fodsFile = (rows: string, parts: OdsParts = {}): Uint8Array =>
  new TextEncoder().encode(
    root(
      'document',
      `<office:meta>${parts.meta ?? ''}</office:meta><office:styles>${parts.common ?? ''}</office:styles><office:automatic-styles>${parts.styles ?? ''}</office:automatic-styles>${body(rows, parts)}`,
    ),
  );

export const workbookIn = (bytes: Uint8Array): Workbook => workbookOf(readWorkbook(bytes, '表.ods'));
export const sheetIn = (rows: string, parts: OdsParts = {}): Sheet => workbookIn(odsFile(rows, parts)).sheets[0]!;
export const refusalOf = (result: ReadResult): string => (result.ok ? 'read' : result.issue.code);

/** A row of cells that hold texts; null leaves a blank cell. */
export const row = (...texts: readonly (string | null)[]): string =>
  `<table:table-row>${texts.map(cell).join('')}</table:table-row>`;
export const cell = (text: string | null): string =>
  text === null
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
export const rowOf = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

export const cellStyle = (name: string, properties: string, more = ''): string =>
  `<style:style style:name="${name}" style:family="table-cell" ${more}><style:table-cell-properties ${properties}/></style:style>`;
