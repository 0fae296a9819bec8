import { decodeXml, type Tag, walkXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { contentTypes, packageRelationships } from './namespaces.ts';

export interface Relationship {
  readonly id: string;
  /** Last word of the type, the same in both editions of the standard: worksheet, styles, sharedStrings … */
  readonly kind: string;
  /** Name of the part it leads to, without a leading slash. */
  readonly part: string;
}

interface Outside {
  /** Where it leads as written; null inside the package. */
  readonly outside: string | null;
}

const ignore = (): void => {};

/** What an archive was asked before: both questions come up again and again while a workbook is opened. */
function remembered<T>(ask: (archive: Archive, part: string) => T): (archive: Archive, part: string) => T {
  const known = new WeakMap<Archive, Map<string, T>>();
  return (archive, part) => {
    const answers = known.get(archive) ?? new Map<string, T>();
    known.set(archive, answers);
    const answer = answers.get(part) ?? ask(archive, part);
    answers.set(part, answer);
    return answer;
  };
}

/** The text of a part, or null when the package has none of that name. */
export function partText(archive: Archive, part: string): string | null {
  const entry = archive.find(part);
  return entry ? decodeXml(archive.inflate(entry), part) : null;
}

/** Relationships of a part, or of the package when the part is empty; those that lead outside the package are left out. */
export const relationshipsOf = (archive: Archive, part: string): readonly Relationship[] =>
  allRelationshipsOf(archive, part).filter(({ outside }) => outside === null);

/** Relationships with those that lead outside the package, such as the targets of hyperlinks. */
export const allRelationshipsOf = remembered((archive, part): readonly (Relationship & Outside)[] => {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const xml = partText(archive, name);
  if (xml === null) return [];
  const found: (Relationship & Outside)[] = [];
  const open = (tag: Tag): void => {
    if (tag.uri !== packageRelationships || tag.local !== 'Relationship') return;
    const target = tag.attribute('Target');
    if (!target) return;
    const outside = tag.attribute('TargetMode') === 'External' ? target : null;
    const type = tag.attribute('Type') ?? '';
    found.push({
      id: tag.attribute('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      part: outside === null ? resolvePart(part.slice(0, slash), target) : '',
      outside,
    });
  };
  walkXml(xml, name, { open, close: ignore, text: ignore });
  return found;
});

/** Content types of single parts, by lower-case part name without a leading slash. */
export const contentTypesOf = (archive: Archive): ReadonlyMap<string, string> =>
  typesIn(archive, '[Content_Types].xml');

const typesIn = remembered((archive, name): ReadonlyMap<string, string> => {
  const xml = partText(archive, name);
  const types = new Map<string, string>();
  if (xml === null) return types;
  const open = (tag: Tag): void => {
    if (tag.uri !== contentTypes || tag.local !== 'Override') return;
    const part = (tag.attribute('PartName') ?? '').replace(/^\/+/, '').toLowerCase();
    types.set(part, tag.attribute('ContentType') ?? '');
  };
  walkXml(xml, name, { open, close: ignore, text: ignore });
  return types;
});

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return unescaped(steps.join('/'));
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
