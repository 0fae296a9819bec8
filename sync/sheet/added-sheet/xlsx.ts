import { defaultLimits } from '../limits.ts';
import { escaped, quoted, writable } from '../ods/text-xml.ts';
import { elementsOf } from '../properties/element.ts';
import { corrupt } from '../refusal.ts';
import { mainPart } from '../xlsx/main-part.ts';
import { contentTypes, packageRelationships, relationshipId, spreadsheet } from '../xlsx/namespaces.ts';
import { type Archive, openArchive } from '../zip.ts';
import { appendEntry } from '../zip-append.ts';
import { replaceEntries } from '../zip-write.ts';
import { freeName } from './free-name.ts';
import type { AddedSheet } from './index.ts';

const types = '[Content_Types].xml';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const [transitional, strict] = [...spreadsheet];
const [transitionalIds, strictIds] = [...relationshipId];
/** Excel holds no more in one cell. */
const longestText = 32_767;

/** Adds a worksheet part to an Office Open XML package (ISO/IEC 29500-1, 12.3.24). @throws Refusal */
export function xlsxSheet(bytes: Uint8Array, archive: Archive, { name, lines }: AddedSheet): Uint8Array {
  const main = mainPart(archive);
  const slash = main.lastIndexOf('/') + 1;
  const entry = (part: string) => {
    const found = archive.find(part);
    if (!found) throw corrupt(part);
    return found;
  };
  const [workbook, relationships, content] = [
    entry(main),
    entry(`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`),
    entry(types),
  ];
  const part = freePart(archive, main.slice(0, slash));
  const book = archive.inflate(workbook);
  const isStrict = new TextDecoder().decode(book).includes(strict!);
  const ids = isStrict ? strictIds! : transitionalIds!;
  const { id, rels } = related(archive.inflate(relationships), relationships.name, part, ids);
  const changed = new Map([
    [workbook, listed(book, main, name, id, isStrict ? strict! : transitional!, ids)],
    [relationships, rels],
    [content, typed(archive.inflate(content), part)],
  ]);
  const replaced = replaceEntries(bytes, archive, changed);
  const xml = new TextEncoder().encode(sheetXml(lines, isStrict ? strict! : transitional!));
  return appendEntry(replaced, openArchive(replaced, defaultLimits), part, xml);
}

function freePart(archive: Archive, folder: string): string {
  for (let n = 1; ; n++) {
    const part = `${folder}worksheets/guankao${n}.xml`;
    if (!archive.find(part)) return part;
  }
}

function listed(bytes: Uint8Array, main: string, name: string, relation: string, uri: string, ids: string): Uint8Array {
  const { found, appended, edited } = elementsOf(bytes, main, {
    parent: (local, namespace) => local === 'sheets' && spreadsheet.has(namespace),
    child: (local, namespace) => local === 'sheet' && spreadsheet.has(namespace),
    attributes: [{ name: 'name' }, { name: 'sheetId' }],
  });
  const next = Math.max(0, ...found.map(each => Number(each.attribute('sheetId')) || 0)) + 1;
  const free = freeName(
    name,
    found.map(each => each.attribute('name') ?? ''),
  );
  return edited([
    appended(`<sheet xmlns="${uri}" name="${quoted(free)}" sheetId="${next}" xmlns:gk="${ids}" gk:id="${relation}"/>`),
  ]);
}

function related(bytes: Uint8Array, name: string, part: string, ids: string) {
  const { found, appended, edited } = elementsOf(bytes, name, {
    parent: (local, uri) => local === 'Relationships' && uri === packageRelationships,
    child: (local, uri) => local === 'Relationship' && uri === packageRelationships,
    attributes: [{ name: 'Id' }],
  });
  const known = new Set(found.map(each => each.attribute('Id')));
  let n = known.size + 1;
  while (known.has(`rId${n}`)) n++;
  const id = `rId${n}`;
  const relationship = `<Relationship xmlns="${packageRelationships}" Id="${id}" Type="${ids}/worksheet" Target="/${part}"/>`;
  return { id, rels: edited([appended(relationship)]) };
}

function typed(bytes: Uint8Array, part: string): Uint8Array {
  const { appended, edited } = elementsOf(bytes, types, {
    parent: (local, uri) => local === 'Types' && uri === contentTypes,
    child: () => false,
    attributes: [],
  });
  return edited([appended(`<Override xmlns="${contentTypes}" PartName="/${part}" ContentType="${sheetType}"/>`)]);
}

/** Texts are typed strings, whatever they begin with. */
function sheetXml(lines: readonly string[], uri: string): string {
  const rows = lines.map((line, i) => {
    const text = escaped(writable(line).slice(0, longestText)).replaceAll('\n', '&#10;');
    return `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c></row>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${uri}">` +
    `<cols><col min="1" max="1" width="100" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}
