import { defaultLimits } from '../limits.ts';
import { escaped, quoted } from '../ods/text-xml.ts';
import { corrupt } from '../refusal.ts';
import { mainPart } from '../xlsx/main-part.ts';
import { contentTypes, customProperties, packageRelationships } from '../xlsx/namespaces.ts';
import { partText, relationshipsOf } from '../xlsx/package.ts';
import { type Archive, openArchive } from '../zip.ts';
import { appendEntry } from '../zip-append.ts';
import { replaceEntries } from '../zip-write.ts';
import { elementsOf } from './element.ts';
import type { Properties } from './index.ts';

const relationships = '_rels/.rels';
const types = '[Content_Types].xml';
/** Of properties that a person or a program gave a name (MS-OSHARED 2.3.3.2.3). */
const format = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const strict = 'http://purl.oclc.org/ooxml/officeDocument';
const namespaces = {
  transitional: {
    properties: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
    values: 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties',
  },
  strict: {
    properties: `${strict}/customProperties`,
    values: `${strict}/docPropsVTypes`,
    relationship: `${strict}/relationships/customProperties`,
  },
} as const;
type Namespaces = (typeof namespaces)[keyof typeof namespaces];

const property = (uris: Namespaces, prefix: string, id: number, name: string, value: string): string =>
  `<${prefix}property fmtid="${format}" pid="${id}" name="${quoted(name)}">` +
  `<vt:lpwstr xmlns:vt="${uris.values}">${escaped(value)}</vt:lpwstr></${prefix}property>`;

/** Sets custom properties of an Office Open XML package (ISO/IEC 29500-1, 22.3). @throws Refusal */
export function xlsxProperties(bytes: Uint8Array, archive: Archive, properties: Properties): Uint8Array {
  mainPart(archive);
  const isStrict = (partText(archive, relationships) ?? '').includes(`${strict}/relationships/officeDocument`);
  const uris = namespaces[isStrict ? 'strict' : 'transitional'];
  const part = relationshipsOf(archive, '').find(({ kind }) => /^custom-?properties$/i.test(kind))?.part;
  const entry = part === undefined ? undefined : archive.find(part);
  if (!entry) return withNewPart(bytes, archive, properties, uris);
  const content = setIn(archive.inflate(entry), entry.name, properties, uris);
  return content ? replaceEntries(bytes, archive, new Map([[entry, content]])) : bytes;
}

const isProperty = (name: string) => (local: string, uri: string) => local === name && customProperties.has(uri);

/** @returns null when nothing changes */
function setIn(bytes: Uint8Array, part: string, properties: Properties, uris: Namespaces): Uint8Array | null {
  const elements = elementsOf(bytes, part, {
    parent: isProperty('Properties'),
    child: isProperty('property'),
    attributes: [{ name: 'name' }, { name: 'pid' }],
  });
  const ids = elements.found.map(each => Number(each.attribute('pid')) || 0);
  let next = Math.max(1, ...ids) + 1;
  const fresh: string[] = [];
  const edits = [...properties].flatMap(([name, value]) => {
    const [known, ...again] = elements.found.filter(each => each.attribute('name') === name);
    if (known && again.length === 0 && known.text.trim() === value) return [];
    if (!known) {
      fresh.push(property(uris, elements.prefix, next++, name, value));
      return [];
    }
    const { start, end } = known;
    const same = {
      start,
      end,
      text: property(uris, elements.prefix, Number(known.attribute('pid')) || next++, name, value),
    };
    return [same, ...again.map(each => ({ start: each.start, end: each.end, text: '' }))];
  });
  if (fresh.length > 0) edits.push(elements.appended(fresh.join('')));
  return edits.length === 0 ? null : elements.edited(edits);
}

function withNewPart(bytes: Uint8Array, archive: Archive, properties: Properties, uris: Namespaces): Uint8Array {
  const part = freeName(archive);
  const [rels, content] = [archive.find(relationships), archive.find(types)];
  if (!rels || !content) throw corrupt(rels ? types : relationships);
  const lists = [...properties].map(([name, value], i) => property(uris, '', i + 2, name, value)).join('');
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${uris.properties}">${lists}</Properties>`;
  const changed = new Map([
    [rels, related(archive.inflate(rels), part, uris)],
    [content, typed(archive.inflate(content), part)],
  ]);
  const replaced = replaceEntries(bytes, archive, changed);
  return appendEntry(replaced, openArchive(replaced, defaultLimits), part, new TextEncoder().encode(xml));
}

/** A part of that name that no relationship leads to is somebody else's. */
function freeName(archive: Archive): string {
  const names = ['docProps/custom.xml', ...Array.from({ length: 99 }, (_, i) => `docProps/custom${i + 1}.xml`)];
  return names.find(name => !archive.find(name)) ?? 'docProps/guankao.xml';
}

function related(bytes: Uint8Array, part: string, { relationship }: Namespaces): Uint8Array {
  const { found, prefix, appended, edited } = elementsOf(bytes, relationships, {
    parent: (local, uri) => local === 'Relationships' && uri === packageRelationships,
    child: (local, uri) => local === 'Relationship' && uri === packageRelationships,
    attributes: [{ name: 'Id' }],
  });
  const ids = new Set(found.map(each => each.attribute('Id')));
  let n = ids.size + 1;
  while (ids.has(`rId${n}`)) n++;
  return edited([appended(`<${prefix}Relationship Id="rId${n}" Type="${relationship}" Target="${part}"/>`)]);
}

function typed(bytes: Uint8Array, part: string): Uint8Array {
  const { prefix, appended, edited } = elementsOf(bytes, types, {
    parent: (local, uri) => local === 'Types' && uri === contentTypes,
    child: () => false,
    attributes: [],
  });
  const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
  return edited([appended(`<${prefix}Override PartName="/${part}" ContentType="${type}"/>`)]);
}
