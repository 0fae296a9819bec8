import { legible } from '../../../form/plain-text.ts';
import { element } from '../../../form/write/ods/element.ts';
import { partXml } from '../../../form/write/ods/names.ts';
import { escaped } from '../../../sheet/ods/text-xml.ts';
import type { Page } from '../page.ts';

/** `meta.xml` of a plan, in either OpenDocument format. */
export const odfMeta = ({ title, agency }: Page): string =>
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
