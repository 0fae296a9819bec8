import { element } from '../../form/write/ods/element.ts';
import { partXml } from '../../form/write/ods/names.ts';
import { fontSizes, lineCounts, linePoints, wraps } from './row-lines.ts';
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

interface Format {
  readonly bold: boolean;
  readonly boxed: boolean;
  readonly fill: string | null;
  readonly align: 'center' | null;
  readonly vertical: 'top' | 'middle';
  readonly isNumber: boolean;
}
const plain: Format = { bold: false, boxed: false, fill: null, align: null, vertical: 'middle', isNumber: false };
const body: Format = { ...plain, boxed: true, vertical: 'top' };
const number: Format = { ...body, align: 'center', isNumber: true };
const group: Format = { ...plain, bold: true, boxed: true, fill: '#f3f6f5' };

/** The format of a text, of a number, and of a cell that is to be seen at a glance. */
const formats: Readonly<Record<Look, readonly [text: Format, number: Format, marked: Format]>> = {
  title: [{ ...plain, bold: true }, plain, plain],
  note: [plain, plain, plain],
  head: [{ ...plain, bold: true, boxed: true, fill: '#e3ece8', align: 'center' }, number, body],
  group: [group, group, group],
  body: [body, number, { ...body, fill: '#fff3c4' }],
  total: [{ ...group, vertical: 'top' }, { ...number, bold: true, fill: group.fill }, group],
};
const kinds = ['text', 'number', 'marked'] as const;

export const styleOf = (look: Look, kind: (typeof kinds)[number]): string => `ce-${look}-${kind}`;
export const columnStyleName = (width: number): string => `co${width}`;
export const rowStyleName = (lines: number): string => `ro${lines}`;

function cellStyle(look: Look, kind: (typeof kinds)[number]): string {
  const { bold, boxed, fill, align, vertical, isNumber } = formats[look][kinds.indexOf(kind)]!;
  const weight = bold ? 'bold' : null;
  const size = `${fontSizes[look]}pt`;
  return element(
    'style:style',
    {
      'style:name': styleOf(look, kind),
      'style:family': 'table-cell',
      'style:parent-style-name': 'Default',
      'style:data-style-name': isNumber ? null : 'text-format',
    },
    element('style:table-cell-properties', {
      'fo:border': boxed ? line : null,
      'fo:background-color': fill,
      'fo:wrap-option': wraps[look] ? 'wrap' : null,
      'style:vertical-align': vertical,
    }) +
      element('style:paragraph-properties', { 'fo:text-align': align }) +
      element('style:text-properties', {
        'style:font-name': font,
        'style:font-name-asian': font,
        'fo:font-size': size,
        'style:font-size-asian': size,
        'fo:font-weight': weight,
        'style:font-weight-asian': weight,
      }),
  );
}

/** Heights are given and stay: a program that works them out anew takes minutes for a large workbook, and sixty pages for a long text. */
const rowStyle = (lines: number): string =>
  element(
    'style:style',
    { 'style:name': rowStyleName(lines), 'style:family': 'table-row' },
    element('style:table-row-properties', {
      'style:row-height': `${lines * linePoints}pt`,
      'style:use-optimal-row-height': 'false',
    }),
  );

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
      ...lineCounts.map(rowStyle),
      element(
        'style:style',
        { 'style:name': 'ta', 'style:family': 'table', 'style:master-page-name': 'Page' },
        element('style:table-properties', { 'table:display': 'true', 'style:writing-mode': 'lr-tb' }),
      ),
      ...(Object.keys(formats) as Look[]).flatMap(look => kinds.map(kind => cellStyle(look, kind))),
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
            element('style:region-left', {}, element('text:p', {}, '<text:sheet-name>1</text:sheet-name>')) +
              element(
                'style:region-center',
                {},
                element('text:p', {}, '<text:page-number>1</text:page-number> / <text:page-count>1</text:page-count>'),
              ),
          ),
      ),
    ),
);
