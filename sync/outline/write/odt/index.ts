import { legible } from '../../../form/plain-text.ts';
import { element } from '../../../form/write/ods/element.ts';
import { partXml } from '../../../form/write/ods/names.ts';
import { packOdf } from '../../../form/write/ods/package.ts';
import { escaped } from '../../../sheet/ods/text-xml.ts';
import type { Page } from '../page.ts';
import { bodyXml } from './body.ts';
import { stylesXml } from './page-style.ts';
import { fontFaces, Styles } from './styles.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';

function contentXml(page: Page): string {
  const styles = new Styles();
  const body = bodyXml(page, styles);
  return partXml(
    'document-content',
    fontFaces + styles.xml + element('office:body', {}, element('office:text', {}, body)),
  );
}

const metaXml = ({ title, agency }: Page): string =>
  partXml(
    'document-meta',
    element(
      'office:meta',
      {},
      element('meta:generator', {}, 'Guankao') +
        element('dc:title', {}, escaped(legible(title))) +
        element('meta:initial-creator', {}, escaped(legible(agency))),
    ),
  );

/** The drawn plan as an OpenDocument text, without any other program. */
export const writeOdt = (page: Page): Uint8Array =>
  packOdf(mediaType, {
    'content.xml': contentXml(page),
    'styles.xml': stylesXml(page.landscape),
    'meta.xml': metaXml(page),
  });
