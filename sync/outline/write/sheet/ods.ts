import { element } from '../../../form/write/ods/element.ts';
import { partXml } from '../../../form/write/ods/names.ts';
import { packOdf } from '../../../form/write/ods/package.ts';
import { masterOf, stylesXml } from '../../../form/write/ods/pages.ts';
import { settingsXml } from '../../../form/write/ods/settings.ts';
import { sheetXml } from '../../../form/write/ods/sheet.ts';
import { fontFaces, StyleNames } from '../../../form/write/ods/styles.ts';
import { Choices } from '../../../form/write/ods/validations.ts';
import { odfMeta } from '../odt/meta.ts';
import type { Page } from '../page.ts';
import { drawPlan } from './draw.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** The drawn plan as .ods, without any other program. */
export function writeOds(page: Page): Uint8Array {
  const sheets = drawPlan(page);
  const styles = new StyleNames();
  const choices = new Choices(`${sheets[0]!.name}.A1`);
  const tables = sheets.map((sheet, i) => sheetXml(sheet, masterOf(i), styles, choices)).join('');
  const body = element('office:body', {}, element('office:spreadsheet', {}, tables));
  return packOdf(mediaType, {
    'content.xml': partXml('document-content', fontFaces + styles.xml + body),
    'styles.xml': stylesXml(sheets),
    'meta.xml': odfMeta(page),
    'settings.xml': settingsXml(sheets),
  });
}
