import { addressOf, contains, type Range } from '../../../sheet/index.ts';
import { paragraphXml } from '../../../sheet/ods/text-xml.ts';
import { legible } from '../../plain-text.ts';
import type { CellLink, Drawing, DrawnCell, DrawnRow } from '../drawing.ts';
import { element } from './element.ts';
import type { StyleNames } from './styles.ts';
import type { Choices } from './validations.ts';

const stringType = { 'office:value-type': 'string', 'calcext:value-type': 'string' };

const rangeAddress = (sheet: string, { top, left, bottom, right }: Range): string =>
  `${sheet}.${addressOf(top, left)}:${sheet}.${addressOf(bottom, right)}`;

const hrefOf = (link: CellLink): string =>
  link.kind === 'web' ? link.url : `#${link.sheet}.${addressOf(link.range.top, link.range.left)}`;

/** One paragraph a line; a link covers each. */
function paragraphs(text: string, link: CellLink | null): string {
  const around = (inside: string): string =>
    link && inside !== '' ? element('text:a', { 'xlink:href': hrefOf(link), 'xlink:type': 'simple' }, inside) : inside;
  return text
    .split('\n')
    .map(line => element('text:p', {}, around(paragraphXml(line, 'text:'))))
    .join('');
}

function cellXml(cell: DrawnCell, merge: Range | undefined, styles: StyleNames, choices: Choices): string {
  const text = legible(cell.text);
  const attributes = {
    'table:style-name': styles.cell(cell),
    'table:content-validation-name': cell.choices ? choices.nameOf(cell.choices) : null,
    ...(text === '' ? {} : stringType),
    ...(merge
      ? {
          'table:number-columns-spanned': merge.right - merge.left + 1,
          'table:number-rows-spanned': merge.bottom - merge.top + 1,
        }
      : {}),
  };
  return element('table:table-cell', attributes, text === '' ? '' : paragraphs(text, cell.link ?? null));
}

/** Cells from the first column to the last, those under a merge covered. */
function rowXml(row: DrawnRow, at: number, sheet: Drawing, styles: StyleNames, choices: Choices): string {
  const byColumn = new Map(row.cells.map(cell => [cell.column, cell]));
  const merges = sheet.merges.filter(({ top, bottom }) => at >= top && at <= bottom);
  const cells = sheet.columns.map((_, i) => {
    const column = i + 1;
    const cell = byColumn.get(column);
    const merge = merges.find(range => contains(range, at, column));
    if (merge && (merge.top !== at || merge.left !== column)) {
      const anchor = sheet.rows[merge.top - 1]?.cells.find(each => each.column === merge.left);
      return element('table:covered-table-cell', { 'table:style-name': anchor ? styles.cell(anchor) : null });
    }
    return cell ? cellXml(cell, merge, styles, choices) : '<table:table-cell/>';
  });
  return element('table:table-row', { 'table:style-name': styles.row(row) }, cells.join(''));
}

/** A drawn sheet as `table:table`. @param master the page that it is printed on */
export function sheetXml(sheet: Drawing, master: string, styles: StyleNames, choices: Choices): string {
  const columns = sheet.columns.map(({ width, hidden }) =>
    element('table:table-column', {
      'table:style-name': styles.column(width),
      'table:visibility': hidden ? 'collapse' : null,
    }),
  );
  const rows = sheet.rows.map((row, i) => {
    const xml = rowXml(row, i + 1, sheet, styles, choices);
    return sheet.repeatsHeader && i + 1 === sheet.frozenRows ? element('table:table-header-rows', {}, xml) : xml;
  });
  const protection = sheet.protected
    ? element('loext:table-protection', {
        'loext:select-protected-cells': 'true',
        'loext:select-unprotected-cells': 'true',
        'loext:use-autofilter': 'true',
      })
    : '';
  return element(
    'table:table',
    {
      'table:name': sheet.name,
      'table:style-name': styles.sheet(master, true),
      'table:protected': sheet.protected ? 'true' : null,
    },
    protection + columns.join('') + rows.join(''),
  );
}

/** A hidden sheet of plain texts. */
export function hiddenSheetXml(
  name: string,
  cells: readonly (readonly string[])[],
  master: string,
  styles: StyleNames,
): string {
  const widest = Math.max(...cells.map(row => row.length));
  const rows = cells.map(row =>
    element(
      'table:table-row',
      {},
      row.map(text => element('table:table-cell', text ? stringType : {}, text && paragraphs(text, null))).join(''),
    ),
  );
  return element(
    'table:table',
    { 'table:name': name, 'table:style-name': styles.sheet(master, false) },
    element('table:table-column', { 'table:number-columns-repeated': widest }) + rows.join(''),
  );
}

/** Filters of sheets stand apart from them. */
export function filtersXml(sheets: readonly Drawing[]): string {
  const ranges = sheets.flatMap(({ name, filter }, i) =>
    filter
      ? [
          element('table:database-range', {
            'table:name': `__Anonymous_Sheet_DB__${i}`,
            'table:target-range-address': rangeAddress(name, filter),
            'table:display-filter-buttons': 'true',
          }),
        ]
      : [],
  );
  return ranges.length === 0 ? '' : element('table:database-ranges', {}, ranges.join(''));
}
