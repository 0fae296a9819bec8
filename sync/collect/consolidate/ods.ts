import { element } from '../../form/write/ods/element.ts';
import { partXml } from '../../form/write/ods/names.ts';
import { manifestXml } from '../../form/write/ods/package.ts';
import { settingsXml } from '../../form/write/ods/settings.ts';
import { addressOf } from '../../sheet/index.ts';
import { escaped, paragraphXml, writable } from '../../sheet/ods/text-xml.ts';
import { consolidatedMark } from './mark.ts';
import { automaticStyles, columnStyleName, pageStyles, rowStyleName, styleOf } from './ods-styles.ts';
import { linesIn } from './row-lines.ts';
import { mostRows as limit, withinLimits } from './sheet-limits.ts';
import type { Look, OutRow, OutSheet, Value } from './sheets.ts';
import type { ZipStream } from './zip-stream.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

function cellXml(value: Value, look: Look, isMarked: boolean): string {
  const style = (kind: 'text' | 'number') =>
    `<table:table-cell table:style-name="${styleOf(look, isMarked ? 'marked' : kind)}"`;
  if (typeof value === 'number')
    return `${style('number')} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  if (value === null || value === '') return `${style('text')}/>`;
  let paragraphs = '';
  for (const line of writable(value).split('\n')) paragraphs += `<text:p>${paragraphXml(line, 'text:')}</text:p>`;
  return `${style('text')} office:value-type="string">${paragraphs}</table:table-cell>`;
}

function rowXml(row: OutRow, sheet: OutSheet): string {
  const { look, values, marked } = row;
  let cells = '';
  for (let i = 0; i < values.length; i++) cells += cellXml(values[i]!, look, marked?.includes(i) ?? false);
  const style = rowStyleName(linesIn(row, sheet));
  return `<table:table-row table:style-name="${style}">${cells === '' ? '<table:table-cell/>' : cells}</table:table-row>`;
}

interface Range {
  readonly sheet: string;
  readonly to: string;
}

const startOf = (name: string, sheet: OutSheet): string => {
  const { widths, head } = sheet;
  const columns = widths.map(width => `<table:table-column table:style-name="${columnStyleName(width)}"/>`).join('');
  const header = head
    ? `<table:table-header-rows>${rowXml({ look: 'head', values: head }, sheet)}</table:table-header-rows>`
    : '';
  return `<table:table table:name="${escaped(name)}" table:style-name="ta">${columns}${header}`;
};

/** All sheets in one part, row by row. */
async function* contentXml(
  sheets: readonly OutSheet[],
  cut: string,
  mostRows: number,
  made: (name: string, hasHead: boolean) => void,
): AsyncGenerator<string> {
  const [before, after] = partXml('document-content', '\u0000').split('\u0000') as [string, string];
  yield before + automaticStyles(sheets.flatMap(({ widths }) => widths));
  yield '<office:body><office:spreadsheet>';
  const filters: Range[] = [];
  for (const sheet of sheets) {
    const last = (rows: number) => addressOf(Math.max(rows, 1), sheet.widths.length);
    let [n, row, name] = [1, 0, sheet.name];
    const begin = (): string => {
      made(name, sheet.head !== null);
      row = sheet.head ? 1 : 0;
      return startOf(name, sheet);
    };
    const end = (): string => {
      if (sheet.head) filters.push({ sheet: name, to: last(row) });
      return '</table:table>';
    };
    yield begin();
    for await (const out of withinLimits(asAsync(sheet.rows()), cut)) {
      if (row >= mostRows) {
        yield end();
        name = `${sheet.name} (${++n})`;
        yield begin();
      }
      row++;
      yield rowXml(out, sheet);
    }
    // A table without rows is not valid.
    if (row === 0) yield '<table:table-row><table:table-cell/></table:table-row>';
    yield end();
  }
  const ranges = filters.map(({ sheet, to }, i) =>
    element('table:database-range', {
      'table:name': `__Anonymous_Sheet_DB__${i}`,
      'table:target-range-address': `'${sheet}'.A1:'${sheet}'.${to}`,
      'table:display-filter-buttons': 'true',
    }),
  );
  yield `${element('table:database-ranges', {}, ranges.join(''))}</office:spreadsheet></office:body>${after}`;
}

async function* asAsync<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* rows;
}

const metaXml = ({ title, madeAt }: { readonly title: string; readonly madeAt: string }): string =>
  partXml(
    'document-meta',
    element(
      'office:meta',
      {},
      element('meta:generator', {}, 'Guankao') +
        element('dc:title', {}, escaped(writable(title))) +
        element('meta:creation-date', {}, madeAt.slice(0, 19)) +
        element('meta:user-defined', { 'meta:name': consolidatedMark }, '1'),
    ),
  );

/** Writes the workbook part by part; its rows pass once, in the order of the tabs. */
export async function writeOds(
  zip: ZipStream,
  sheets: readonly OutSheet[],
  meta: { readonly title: string; readonly madeAt: string; readonly cut: string },
  mostRows = limit,
): Promise<void> {
  const made: { readonly name: string; readonly frozenRows: number }[] = [];
  await zip.put('mimetype', mediaType, true);
  await zip.stream(
    'content.xml',
    contentXml(sheets, meta.cut, mostRows, (name, hasHead) => made.push({ name, frozenRows: hasHead ? 1 : 0 })),
  );
  await zip.put('styles.xml', pageStyles);
  await zip.put('meta.xml', metaXml(meta));
  await zip.put('settings.xml', settingsXml(made));
  await zip.put(
    'META-INF/manifest.xml',
    manifestXml(mediaType, ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']),
  );
}
