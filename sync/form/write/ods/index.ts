import { escaped } from '../../../sheet/ods/text-xml.ts';
import { formIdProperty } from '../../columns.ts';
import type { FormContent } from '../../content.ts';
import { legible } from '../../plain-text.ts';
import type { DrawnForm } from '../draw.ts';
import { element } from './element.ts';
import { partXml } from './names.ts';
import { packOdf } from './package.ts';
import { masterOf, stylesXml } from './pages.ts';
import { settingsXml } from './settings.ts';
import { filtersXml, hiddenSheetXml, sheetXml } from './sheet.ts';
import { fontFaces, StyleNames } from './styles.ts';
import { Choices } from './validations.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

function contentXml({ sheets, manifest }: DrawnForm): string {
  const styles = new StyleNames();
  const choices = new Choices(`${sheets[0]!.name}.A1`);
  const tables = sheets.map((sheet, i) => sheetXml(sheet, masterOf(i), styles, choices)).join('');
  const hidden = hiddenSheetXml('guankao', manifest, masterOf(0), styles);
  const body = element(
    'office:body',
    {},
    element('office:spreadsheet', {}, choices.xml + tables + hidden + filtersXml(sheets)),
  );
  return partXml('document-content', fontFaces + styles.xml + body);
}

function metaXml({ title, agencyName, issuedOn, formId }: FormContent): string {
  const properties = [
    element('meta:generator', {}, 'Guankao'),
    element('dc:title', {}, escaped(legible(title))),
    element('meta:initial-creator', {}, escaped(legible(agencyName))),
    element('dc:creator', {}, escaped(legible(agencyName))),
    element('meta:creation-date', {}, `${issuedOn}T00:00:00`),
    element('dc:date', {}, `${issuedOn}T00:00:00`),
    element('meta:user-defined', { 'meta:name': formIdProperty, 'meta:value-type': 'string' }, escaped(formId)),
  ];
  return partXml('document-meta', element('office:meta', {}, properties.join('')));
}

/** The drawn form as .ods. */
export const writeOds = (form: DrawnForm): Uint8Array =>
  packOdf(mediaType, {
    'content.xml': contentXml(form),
    'styles.xml': stylesXml(form.sheets),
    'meta.xml': metaXml(form.content),
    'settings.xml': settingsXml(form.sheets),
  });
