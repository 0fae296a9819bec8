import { defaultLimits } from '../limits.ts';
import { office, table, text } from '../ods/namespaces.ts';
import { contentPart, flatPart, partsOf } from '../ods/package.ts';
import { paragraphXml, quoted, writable } from '../ods/text-xml.ts';
import { elementsOf } from '../properties/element.ts';
import { corrupt } from '../refusal.ts';
import type { Archive } from '../zip.ts';
import { replaceEntries } from '../zip-write.ts';
import { freeName } from './free-name.ts';
import type { AddedSheet } from './index.ts';

const [officeUri, tableUri, textUri] = [[...office][0]!, [...table][0]!, [...text][0]!];

/** Adds a table behind the others of an OpenDocument package (part 3, 9.1.2). @throws Refusal */
export function odsSheet(bytes: Uint8Array, archive: Archive, sheet: AddedSheet): Uint8Array {
  partsOf(archive);
  const entry = archive.find(contentPart);
  if (!entry) throw corrupt(contentPart);
  return replaceEntries(bytes, archive, new Map([[entry, added(archive.inflate(entry), contentPart, sheet)]]));
}

/** The same in a flat file. @throws Refusal */
export function flatSheet(bytes: Uint8Array, sheet: AddedSheet): Uint8Array {
  return added(bytes, flatPart(bytes, defaultLimits).name, sheet);
}

function added(bytes: Uint8Array, part: string, { name, lines }: AddedSheet): Uint8Array {
  const { found, appended, edited } = elementsOf(bytes, part, {
    parent: (local, uri) => local === 'spreadsheet' && office.has(uri),
    child: (local, uri) => local === 'table' && table.has(uri),
    attributes: [{ name: 'name', uris: table }],
  });
  const free = freeName(
    name,
    found.map(each => each.attribute('name') ?? ''),
  );
  const last = found.at(-1);
  const xml = tableXml(free, lines);
  // Names and ranges stand behind the tables.
  return edited([last ? { start: last.end, end: last.end, text: xml } : appended(xml)]);
}

function tableXml(name: string, lines: readonly string[]): string {
  const rows = lines.map(line => {
    const paragraphs = writable(line)
      .split('\n')
      .map(each => `<text:p>${paragraphXml(each, 'text:')}</text:p>`);
    return `<table:table-row><table:table-cell office:value-type="string">${paragraphs.join('')}</table:table-cell></table:table-row>`;
  });
  return (
    `<table:table xmlns:table="${tableUri}" xmlns:office="${officeUri}" xmlns:text="${textUri}" table:name="${quoted(name)}">` +
    `<table:table-column/>${rows.join('')}</table:table>`
  );
}
