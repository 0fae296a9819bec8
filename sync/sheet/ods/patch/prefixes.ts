import { calcExtension, office, text } from '../namespaces.ts';
import { startTag } from './start-tag.ts';

/** How a document spells the names that a patch writes. Prefixes come with their colon. */
export interface Prefixes {
  readonly office: string;
  readonly text: string;
  /** Null where the document does not know the extension. */
  readonly calc: string | null;
  /** What new elements must declare, because the document does not at its root. */
  readonly officeDeclaration: Declaration | null;
  readonly textDeclaration: Declaration | null;
}

type Declaration = readonly [name: string, uri: string];

/** What may stand before the root element: declaration, comments, blanks. */
const prolog = /^(?:\s+|<\?.*?\?>|<!--.*?-->)*/s;
const declared = /^\s+xmlns:([^\s=]+)\s*=\s*["']([^"']*)["']$/;
const uriOf = (uris: ReadonlySet<string>): string => [...uris][0]!;

/** Reads the declarations of the root element, where every program makes them. */
export function prefixesOf(xml: string): Prefixes {
  const root = startTag(xml, prolog.exec(xml)![0].length);
  const byUri = new Map<string, string>();
  for (const { source } of root.attributes) {
    const match = declared.exec(source);
    if (match && !byUri.has(match[2]!)) byUri.set(match[2]!, `${match[1]}:`);
  }
  const known = (uris: ReadonlySet<string>): string | null => byUri.get(uriOf(uris)) ?? null;
  const declaration = (prefix: string, uris: ReadonlySet<string>): Declaration | null =>
    known(uris) === null ? [`xmlns:${prefix}`, uriOf(uris)] : null;
  return {
    office: known(office) ?? 'gk-office:',
    text: known(text) ?? 'gk-text:',
    calc: known(calcExtension),
    officeDeclaration: declaration('gk-office', office),
    textDeclaration: declaration('gk-text', text),
  };
}

/** `table:table-row` → `table:`. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);
export const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
