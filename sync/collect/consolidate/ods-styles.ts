import { element } from '../../form/write/ods/element.ts';
import { partXml } from '../../form/write/ods/names.ts';
import type { Look } from './sheets.ts';

const font = 'Noto Sans CJK TC';
const faces = element(
  'office:font-face-decls',
  {},
  element('style:font-face', {
    'style:name': font,
    'svg:font-family': `'${font}'`,
    'style:font-family-generic': 'swiss',
  }),
);
const line = '0.5pt solid #b8c4c0';

const cells: Readonly<Record<Look, { readonly points: number; readonly bold: boolean; readonly boxed: boolean }>> = {
  title: { points: 16, bold: true, boxed: false },
  note: { points: 11, bold: false, boxed: false },
  head: { points: 11, bold: true, boxed: true },
  body: { points: 11, bold: false, boxed: true },
};

export const styleOf = (look: Look): string => `ce-${look}`;
export const columnStyleName = (width: number): string => `co${width}`;

function cellStyle(look: Look): string {
  const { points, bold, boxed } = cells[look];
  const weight = bold ? 'bold' : null;
  return element(
    'style:style',
    {
      'style:name': styleOf(look),
      'style:family': 'table-cell',
      'style:parent-style-name': 'Default',
      // Numbers in cells of the body are numbers; texts there stay texts by their own type.
      'style:data-style-name': look === 'body' ? null : 'text-format',
    },
    element('style:table-cell-properties', {
      'fo:border': boxed ? line : null,
      'fo:background-color': look === 'head' ? '#e3ece8' : null,
      'fo:wrap-option': boxed ? 'wrap' : null,
      'style:vertical-align': look === 'head' ? 'middle' : 'top',
    }) +
      element('style:paragraph-properties', { 'fo:text-align': look === 'head' ? 'center' : null }) +
      element('style:text-properties', {
        'style:font-name': font,
        'style:font-name-asian': font,
        'fo:font-size': `${points}pt`,
        'style:font-size-asian': `${points}pt`,
        'fo:font-weight': weight,
        'style:font-weight-asian': weight,
      }),
  );
}

/** Excel's character units are 7 pixels of 3/4 pt with 5 pixels of margin. */
const columnStyle = (width: number): string =>
  element(
    'style:style',
    { 'style:name': columnStyleName(width), 'style:family': 'table-column' },
    element('style:table-column-properties', { 'style:column-width': `${((width * 7 + 5) * 0.75).toFixed(2)}pt` }),
  );

export const automaticStyles = (widths: readonly number[]): string =>
  faces +
  element(
    'office:automatic-styles',
    {},
    [
      element('number:text-style', { 'style:name': 'text-format' }, '<number:text-content/>'),
      ...[...new Set(widths)].map(columnStyle),
      element(
        'style:style',
        { 'style:name': 'ro', 'style:family': 'table-row' },
        element('style:table-row-properties', { 'style:use-optimal-row-height': 'true' }),
      ),
      element(
        'style:style',
        { 'style:name': 'ta', 'style:family': 'table', 'style:master-page-name': 'Page' },
        element('style:table-properties', { 'table:display': 'true', 'style:writing-mode': 'lr-tb' }),
      ),
      ...(Object.keys(cells) as Look[]).map(cellStyle),
    ].join(''),
  );

const pageLayout = element(
  'style:page-layout',
  { 'style:name': 'pm' },
  element('style:page-layout-properties', {
    'fo:page-width': '29.7cm',
    'fo:page-height': '21cm',
    'style:print-orientation': 'landscape',
    'fo:margin-top': '1.27cm',
    'fo:margin-bottom': '0.76cm',
    'fo:margin-left': '1.02cm',
    'fo:margin-right': '1.02cm',
    'style:scale-to-X': '1',
    'style:scale-to-Y': '0',
  }) +
    element(
      'style:footer-style',
      {},
      element('style:header-footer-properties', { 'fo:min-height': '0.75cm', 'fo:margin-top': '0.1cm' }),
    ),
);

/** `styles.xml`: A4 across, as wide as one page, with the pages numbered. */
export const pageStyles = partXml(
  'document-styles',
  faces +
    element('office:styles', {}, element('style:style', { 'style:name': 'Default', 'style:family': 'table-cell' })) +
    element('office:automatic-styles', {}, pageLayout) +
    element(
      'office:master-styles',
      {},
      element(
        'style:master-page',
        { 'style:name': 'Page', 'style:page-layout-name': 'pm' },
        element('style:header', { 'style:display': 'false' }, element('text:p', {})) +
          element(
            'style:footer',
            {},
            element(
              'style:region-center',
              {},
              element('text:p', {}, '<text:page-number>1</text:page-number> / <text:page-count>1</text:page-count>'),
            ),
          ),
      ),
    ),
);
