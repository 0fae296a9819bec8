import { element } from '../../../form/write/ods/element.ts';
import { headerFill, sizes, usableWidth, widthsOf } from '../look.ts';
import { widthOfMark } from '../marked.ts';
import { type PageCell, type PageColumn, type PageRow, type PageTable, staysTogether } from '../table.ts';
import type { Styles } from './styles.ts';
import { paragraph } from './text.ts';

const cellProperties = (more: Readonly<Record<string, string>>): string =>
  element('style:table-cell-properties', { 'fo:border': '0.5pt solid #404040', 'fo:padding': '0.08cm', ...more });

const bodyCell = cellProperties({ 'style:vertical-align': 'top' });
const headCell = cellProperties({ 'style:vertical-align': 'middle', 'fo:background-color': `#${headerFill}` });

const rowProperties = (together: boolean): string =>
  element('style:table-row-properties', { 'fo:keep-together': together ? 'always' : 'auto' });

const rowXml = (cells: string, together: boolean, styles: Styles): string =>
  element('table:table-row', { 'table:style-name': styles.of('table-row', rowProperties(together)) }, cells);

function cellXml({ texts, rows }: PageCell, { centred }: PageColumn, styles: Styles): string {
  const lines = texts.map(({ mark, text, depth }) =>
    paragraph(mark + text, styles, {
      size: sizes.cell,
      ...(centred ? { align: 'center' as const } : { left: depth * sizes.cell, hang: widthOfMark(mark) * sizes.cell }),
    }),
  );
  return element(
    'table:table-cell',
    {
      'table:style-name': styles.of('table-cell', bodyCell),
      'office:value-type': 'string',
      'table:number-rows-spanned': rows > 1 ? rows : null,
    },
    lines.length > 0 ? lines.join('') : paragraph('', styles, { size: sizes.cell }),
  );
}

const bodyRow = (row: PageRow, columns: readonly PageColumn[], styles: Styles): string =>
  rowXml(
    row.map((cell, i) => (cell ? cellXml(cell, columns[i]!, styles) : '<table:covered-table-cell/>')).join(''),
    staysTogether(row),
    styles,
  );

const headerRow = (columns: readonly PageColumn[], styles: Styles): string => {
  const cells = columns.map(({ title }) =>
    element(
      'table:table-cell',
      { 'table:style-name': styles.of('table-cell', headCell), 'office:value-type': 'string' },
      paragraph(title, styles, { size: sizes.cell, bold: true, align: 'center' }),
    ),
  );
  return element('table:table-header-rows', {}, rowXml(cells.join(''), true, styles));
};

/** A table over the whole width, its header again on every page. */
export function tableXml({ columns, rows }: PageTable, styles: Styles, landscape: boolean): string {
  const whole = usableWidth(landscape) * 100;
  const widths = widthsOf(
    columns.map(({ share }) => share),
    whole,
  );
  const tableProperties = element('style:table-properties', {
    'style:width': `${whole / 100}mm`,
    'table:align': 'margins',
    'table:border-model': 'collapsing',
  });
  const columnXml = widths.map(width =>
    element('table:table-column', {
      'table:style-name': styles.of(
        'table-column',
        element('style:table-column-properties', { 'style:column-width': `${width / 100}mm` }),
      ),
    }),
  );
  return element(
    'table:table',
    { 'table:style-name': styles.of('table', tableProperties) },
    columnXml.join('') + headerRow(columns, styles) + rows.map(row => bodyRow(row, columns, styles)).join(''),
  );
}
