import { strToU8, zipSync } from 'fflate';
import { escaped } from '../../../sheet/ods/text-xml.ts';
import { formIdProperty } from '../../columns.ts';
import type { FormContent } from '../../content.ts';
import { legible } from '../../plain-text.ts';
import type { DrawnForm } from '../draw.ts';
import { element } from './element.ts';
import { partXml } from './names.ts';
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

const manifestNamespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

function manifestXml(parts: readonly string[]): string {
  const entry = (path: string, type: string, version?: string): string =>
    element('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:version': version,
      'manifest:media-type': type,
    });
  const entries = [entry('/', mediaType, '1.3'), ...parts.map(part => entry(part, 'text/xml'))];
  const root = element(
    'manifest:manifest',
    { 'xmlns:manifest': manifestNamespace, 'manifest:version': '1.3' },
    entries.join(''),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

/** DOS time is local time without a zone and starts in 1980: the same bytes whenever and wherever it is written. */
const dosEpoch = (): Date => new Date(1980, 0, 1);

/** The drawn form as .ods. The media type stands first and is not compressed, as the format demands. */
export function writeOds(form: DrawnForm): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    'content.xml': contentXml(form),
    'styles.xml': stylesXml(form.sheets),
    'meta.xml': metaXml(form.content),
    'settings.xml': settingsXml(form.sheets),
  };
  const mtime = dosEpoch();
  const packed = Object.entries({ ...parts, 'META-INF/manifest.xml': manifestXml(Object.keys(parts)) });
  return zipSync({
    mimetype: [strToU8(mediaType), { mtime, level: 0 }],
    ...Object.fromEntries(packed.map(([name, xml]) => [name, [strToU8(xml), { mtime, level: 6 }] as const])),
  });
}
