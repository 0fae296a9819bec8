import { escaped } from '../../../sheet/ods/text-xml.ts';
import { legible } from '../../plain-text.ts';
import type { Drawing } from '../drawing.ts';
import { element } from './element.ts';
import { partXml } from './names.ts';
import { fontFaces } from './styles.ts';

/** Each sheet has a page of its own, since its foot may say other things. */
export const masterOf = (index: number): string => `Page${index + 1}`;

const layout = element(
  'style:page-layout',
  { 'style:name': 'pm1' },
  element('style:page-layout-properties', {
    'fo:page-width': '29.7cm',
    'fo:page-height': '21cm',
    'style:print-orientation': 'landscape',
    'fo:margin-top': '1.27cm',
    'fo:margin-bottom': '0.76cm',
    'fo:margin-left': '1.02cm',
    'fo:margin-right': '1.02cm',
    'style:table-centering': 'horizontal',
    'style:scale-to-X': '1',
    'style:scale-to-Y': '0',
    'style:print': 'charts drawings objects zero-values',
    'style:writing-mode': 'lr-tb',
  }) +
    element(
      'style:footer-style',
      {},
      element('style:header-footer-properties', { 'fo:min-height': '0.75cm', 'fo:margin-top': '0.1cm' }),
    ),
);

const small = element(
  'style:style',
  { 'style:name': 'small', 'style:family': 'text' },
  element('style:text-properties', { 'fo:font-size': '9pt', 'style:font-size-asian': '9pt' }),
);

const span = (inside: string): string =>
  element('text:p', {}, element('text:span', { 'text:style-name': 'small' }, inside));
const pageNumbers = '第 <text:page-number>1</text:page-number> 頁，共 <text:page-count>1</text:page-count> 頁';

function masterPage({ footer }: Drawing, index: number): string {
  const foot = footer
    ? element(
        'style:footer',
        {},
        element('style:region-left', {}, span(escaped(legible(footer[0])))) +
          element('style:region-center', {}, span(pageNumbers)) +
          element('style:region-right', {}, span(escaped(legible(footer[1])))),
      )
    : element('style:footer', { 'style:display': 'false' }, element('text:p', {}));
  return element(
    'style:master-page',
    { 'style:name': masterOf(index), 'style:page-layout-name': 'pm1' },
    element('style:header', { 'style:display': 'false' }, element('text:p', {})) + foot,
  );
}

/** `styles.xml`: what is the same for every cell, and the pages. */
export const stylesXml = (sheets: readonly Drawing[]): string =>
  partXml(
    'document-styles',
    fontFaces +
      element('office:styles', {}, element('style:style', { 'style:name': 'Default', 'style:family': 'table-cell' })) +
      element('office:automatic-styles', {}, layout + small) +
      element('office:master-styles', {}, sheets.map(masterPage).join('')),
  );
