import { element } from '../../../form/write/ods/element.ts';
import { partXml } from '../../../form/write/ods/names.ts';
import { packOdf } from '../../../form/write/ods/package.ts';
import type { Page } from '../page.ts';
import { bodyXml } from './body.ts';
import { odfMeta } from './meta.ts';
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

/** The drawn plan as an OpenDocument text, without any other program. */
export const writeOdt = (page: Page): Uint8Array =>
  packOdf(mediaType, {
    'content.xml': contentXml(page),
    'styles.xml': stylesXml(page.landscape),
    'meta.xml': odfMeta(page),
  });
