import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formIdProperty } from '../columns.ts';

export const customPart = 'docProps/custom.xml';
const contentTypes = '[Content_Types].xml';
const rootRelationships = '_rels/.rels';
const mainSheet = 'xl/worksheets/sheet1.xml';
const mainRelationships = 'xl/worksheets/_rels/sheet1.xml.rels';

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const customProperties = (formId: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${formIdProperty}"><vt:lpwstr>${attribute(formId)}</vt:lpwstr></property></Properties>`;

const customType =
  '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>';
const customRelationship =
  '<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>';

/** A row with a custom height does not grow when somebody types more into it, and exceljs makes every height custom. @param grows whether a row does */
export const withGrowingRows = (xml: string, grows: (row: number) => boolean): string =>
  xml.replace(/<row r="(\d+)" ht="([^"]+)" customHeight="1"/g, (whole, row: string, height: string) =>
    grows(Number(row)) ? `<row r="${row}" ht="${height}"` : whole,
  );

/** DOS time, as zip stores it, is local time without a zone and starts in 1980: the same bytes whenever and wherever it is written. */
const dosEpoch = (): Date => new Date(1980, 0, 1);

export type Parts = Record<string, Uint8Array>;

export const edit = (parts: Parts, name: string, change: (xml: string) => string): void => {
  const part = parts[name];
  if (!part) throw new Error(`The written workbook has no ${name}`);
  parts[name] = strToU8(change(strFromU8(part)));
};

/** Adds a part with custom document properties to a package that has none, with its type and relationship. */
export function addCustomProperties(parts: Parts, xml: Uint8Array): void {
  parts[customPart] = xml;
  edit(parts, contentTypes, types => types.replace('</Types>', customType));
  edit(parts, rootRelationships, all => all.replace('</Relationships>', customRelationship));
}

/** Packs parts in a fixed order with a fixed time. */
export function pack(parts: Parts): Uint8Array {
  const rest = Object.keys(parts)
    .filter(name => name !== contentTypes)
    .sort();
  const mtime = dosEpoch();
  return zipSync(Object.fromEntries([contentTypes, ...rest].map(name => [name, [parts[name]!, { mtime, level: 6 }]])));
}

const innerLink = /<Relationship Id="([^"]+)" Type="[^"]+\/hyperlink" Target="#([^"]*)" TargetMode="External"\/>/g;

/** exceljs writes a link inside the workbook as a web address; Excel's own form is a location without a relationship. */
function setInnerLinks(parts: Parts): void {
  const relationships = parts[mainRelationships];
  if (!relationships) return;
  const places = new Map([...strFromU8(relationships).matchAll(innerLink)].map(([, id, place]) => [id, place]));
  edit(parts, mainRelationships, xml => xml.replace(innerLink, ''));
  edit(parts, mainSheet, xml =>
    xml.replace(/<hyperlink ref="([^"]+)" r:id="([^"]+)"\/>/g, (whole, ref: string, id: string) =>
      places.has(id) ? `<hyperlink ref="${ref}" location="${places.get(id)}"/>` : whole,
    ),
  );
}

/**
 * Finishes what exceljs wrote: adds the form id as a custom document property, lets the answer rows of the first sheet grow, and
 * sets its inner links.
 */
export function finishPackage(
  bytes: Uint8Array,
  formId: string,
  answerRows: { readonly first: number; readonly last: number },
): Uint8Array {
  const parts = unzipSync(bytes);
  addCustomProperties(parts, strToU8(customProperties(formId)));
  edit(parts, mainSheet, xml => withGrowingRows(xml, row => row >= answerRows.first && row <= answerRows.last));
  setInnerLinks(parts);
  return pack(parts);
}
