import { token, XmlScanner } from '../xml-scanner.ts';
import { readRich } from './cell-reader.ts';
import { spreadsheet } from './namespaces.ts';
import { RichText } from './rich-text.ts';

/** The table of strings that cells refer to by position. */
export function readSharedStrings(xml: string, part: string): readonly string[] {
  const strings: string[] = [];
  const rich = new RichText();
  const scanner = new XmlScanner(xml, part);
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (kind === token.open && scanner.local === 'si' && spreadsheet.has(scanner.uri)) {
      strings.push(readRich(scanner, rich));
    }
  }
  return strings;
}
