import { token, XmlScanner } from '../xml-scanner.ts';
import { readRich } from './cell-reader.ts';
import { spreadsheet } from './namespaces.ts';
import { type Look, RichText } from './rich-text.ts';

/** The table of strings that cells refer to by position. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** The look of those that are not plain. */
  readonly looks: ReadonlyMap<number, Look>;
}

export const noStrings: SharedStrings = { texts: [], looks: new Map() };

export function readSharedStrings(xml: string, part: string): SharedStrings {
  const strings: string[] = [];
  const looks = new Map<number, Look>();
  const rich = new RichText();
  const scanner = new XmlScanner(xml, part);
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (kind === token.open && scanner.local === 'si' && spreadsheet.has(scanner.uri)) {
      strings.push(readRich(scanner, rich));
      if (rich.look) looks.set(strings.length - 1, rich.look);
    }
  }
  return { texts: strings, looks };
}
