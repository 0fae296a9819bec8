import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formIdProperty } from '../columns.ts';

export const customPart = 'docProps/custom.xml';
const contentTypes = '[Content_Types].xml';
const rootRelationships = '_rels/.rels';

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

/** A row with a custom height does not grow when somebody types more into it, and exceljs makes every height custom. */
const withGrowingRows = (xml: string, first: number, last: number): string =>
  xml.replace(/<row r="(\d+)" ht="([^"]+)" customHeight="1"/g, (whole, row: string, height: string) =>
    Number(row) >= first && Number(row) <= last ? `<row r="${row}" ht="${height}"` : whole,
  );

/** DOS time, as zip stores it, is local time without a zone and starts in 1980: the same bytes whenever and wherever it is written. */
const dosEpoch = (): Date => new Date(1980, 0, 1);

type Parts = Record<string, Uint8Array>;

const edit = (parts: Parts, name: string, change: (xml: string) => string): void => {
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

/** Finishes what exceljs wrote: adds the form id as a custom document property and lets the answer rows grow. */
export function finishPackage(
  bytes: Uint8Array,
  formId: string,
  growing: { readonly part: string; readonly first: number; readonly last: number },
): Uint8Array {
  const parts = unzipSync(bytes);
  addCustomProperties(parts, strToU8(customProperties(formId)));
  edit(parts, growing.part, xml => withGrowingRows(xml, growing.first, growing.last));
  return pack(parts);
}
