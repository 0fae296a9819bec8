import { defaultLimits } from '../limits.ts';
import { meta as metaNames, office } from '../ods/namespaces.ts';
import { flatPart, partsOf } from '../ods/package.ts';
import { escaped, quoted } from '../ods/text-xml.ts';
import { corrupt } from '../refusal.ts';
import { type Archive, openArchive } from '../zip.ts';
import { appendEntry } from '../zip-append.ts';
import { replaceEntries } from '../zip-write.ts';
import { elementsOf } from './element.ts';
import type { Properties } from './index.ts';

const metaPart = 'meta.xml';
const manifestPart = 'META-INF/manifest.xml';
const [officeUri] = office;
const [metaUri] = metaNames;
const manifestUri = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

const property = (name: string, value: string): string =>
  `<meta:user-defined xmlns:meta="${metaUri}" meta:name="${quoted(name)}" meta:value-type="string">${escaped(value)}</meta:user-defined>`;
const listed = (properties: Properties): string =>
  [...properties].map(([name, value]) => property(name, value)).join('');

/** Sets user-defined metadata of an OpenDocument package (part 3, 4.3.3). @throws Refusal */
export function odsProperties(bytes: Uint8Array, archive: Archive, properties: Properties): Uint8Array {
  partsOf(archive);
  const entry = archive.find(metaPart);
  if (!entry) return withNewPart(bytes, archive, properties);
  const content = setIn(archive.inflate(entry), metaPart, properties);
  return content ? replaceEntries(bytes, archive, new Map([[entry, content]])) : bytes;
}

/** The same in a flat file, which has its metadata among everything else. @throws Refusal */
export function flatProperties(bytes: Uint8Array, properties: Properties): Uint8Array {
  flatPart(bytes, defaultLimits);
  return setIn(bytes, 'fods', properties) ?? bytes;
}

/** @returns null when nothing changes */
function setIn(bytes: Uint8Array, part: string, properties: Properties): Uint8Array | null {
  const look = (parent: string) =>
    elementsOf(bytes, part, {
      parent: (local, uri) => local === parent && office.has(uri),
      child: (local, uri) => local === 'user-defined' && metaNames.has(uri),
      attributes: [{ name: 'name', uris: metaNames }],
    });
  if (!/<(?:[\w.-]+:)?meta[\s/>]/.test(new TextDecoder('latin1').decode(bytes))) {
    const root = look(part === metaPart ? 'document-meta' : 'document');
    return root.edited([
      root.prepended(`<office:meta xmlns:office="${officeUri}">${listed(properties)}</office:meta>`),
    ]);
  }
  const elements = look('meta');
  const fresh: string[] = [];
  const edits = [...properties].flatMap(([name, value]) => {
    const [known, ...again] = elements.found.filter(each => each.attribute('name') === name);
    if (known && again.length === 0 && known.text.trim() === value) return [];
    if (!known) {
      fresh.push(property(name, value));
      return [];
    }
    const { start, end } = known;
    return [
      { start, end, text: property(name, value) },
      ...again.map(each => ({ start: each.start, end: each.end, text: '' })),
    ];
  });
  if (fresh.length > 0) edits.push(elements.appended(fresh.join('')));
  return edits.length === 0 ? null : elements.edited(edits);
}

function withNewPart(bytes: Uint8Array, archive: Archive, properties: Properties): Uint8Array {
  const manifest = archive.find(manifestPart);
  if (!manifest) throw corrupt(manifestPart);
  const { prefix, appended, edited } = elementsOf(archive.inflate(manifest), manifestPart, {
    parent: (local, uri) => local === 'manifest' && uri === manifestUri,
    child: () => false,
    attributes: [],
  });
  // Without a prefix of its own an attribute would be in no namespace.
  const own = prefix || 'manifest:';
  const declared = prefix ? '' : ` xmlns:manifest="${manifestUri}"`;
  const entry = `<${own}file-entry${declared} ${own}full-path="${metaPart}" ${own}media-type="text/xml"/>`;
  const replaced = replaceEntries(bytes, archive, new Map([[manifest, edited([appended(entry)])]]));
  const xml =
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="${officeUri}" office:version="1.3">` +
    `<office:meta>${listed(properties)}</office:meta></office:document-meta>`;
  return appendEntry(replaced, openArchive(replaced, defaultLimits), metaPart, new TextEncoder().encode(xml));
}
