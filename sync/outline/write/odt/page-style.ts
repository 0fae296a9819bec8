import { element } from '../../../form/write/ods/element.ts';
import { partXml } from '../../../form/write/ods/names.ts';
import { pageNumber, paper, sizes } from '../look.ts';
import { fontFaces, letters } from './styles.ts';

/** The page that `styles.xml` defines. */
export const masterPage = 'Standard';

const millimetres = (size: number): string => `${size}mm`;

const layout = (landscape: boolean): string =>
  element(
    'style:page-layout',
    { 'style:name': 'pm1' },
    element('style:page-layout-properties', {
      'fo:page-width': millimetres(landscape ? paper.long : paper.short),
      'fo:page-height': millimetres(landscape ? paper.short : paper.long),
      'style:print-orientation': landscape ? 'landscape' : 'portrait',
      'fo:margin-top': millimetres(paper.margin.top),
      'fo:margin-bottom': millimetres(paper.margin.footer),
      'fo:margin-left': millimetres(paper.margin.side),
      'fo:margin-right': millimetres(paper.margin.side),
      'style:writing-mode': 'lr-tb',
    }) +
      element(
        'style:footer-style',
        {},
        element('style:header-footer-properties', {
          'fo:min-height': millimetres(paper.margin.bottom - paper.margin.footer),
          'fo:margin-top': millimetres(3),
        }),
      ),
  );

const defaults = element(
  'style:default-style',
  { 'style:family': 'paragraph' },
  element('style:paragraph-properties', { 'style:text-autospace': 'ideograph-alpha' }) +
    element('style:text-properties', {
      ...letters(sizes.cell),
      'fo:language': 'en',
      'fo:country': 'US',
      'style:language-asian': 'zh',
      'style:country-asian': 'TW',
    }),
);

const footerStyle = element(
  'style:style',
  { 'style:name': 'Footer', 'style:family': 'paragraph' },
  element('style:paragraph-properties', { 'fo:text-align': 'center' }) +
    element('style:text-properties', letters(sizes.footer)),
);

const footer = element(
  'text:p',
  { 'text:style-name': 'Footer' },
  `${pageNumber.before}<text:page-number text:select-page="current">1</text:page-number>${pageNumber.between}<text:page-count>1</text:page-count>${pageNumber.after}`,
);

/** `styles.xml`: paper, page numbers, and the letters that everything else is set in. */
export const stylesXml = (landscape: boolean): string =>
  partXml(
    'document-styles',
    fontFaces +
      element('office:styles', {}, defaults + footerStyle) +
      element('office:automatic-styles', {}, layout(landscape)) +
      element(
        'office:master-styles',
        {},
        element(
          'style:master-page',
          { 'style:name': masterPage, 'style:page-layout-name': 'pm1' },
          element('style:footer', {}, footer),
        ),
      ),
  );
