import { token, XmlScanner } from '../xml-scanner.ts';
import { readRich } from './cell-reader.ts';
import { spreadsheet } from './namespaces.ts';
import { plainString, readPlainString } from './plain-string.ts';
import { type Look, plainText, RichText, trimmed } from './rich-text.ts';

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
  const plain = plainString();
  let plainTable = false;
  for (;;) {
    while (plainTable && readPlainString(xml, scanner.end, plain)) {
      strings.push(plainText(plain.preserve ? plain.raw : trimmed(plain.raw)));
      scanner.goTo(plain.end);
    }
    const kind = scanner.next();
    if (kind === token.end) break;
    if (kind !== token.open) continue;
    const isText = scanner.local === 'si' && spreadsheet.has(scanner.uri);
    if (scanner.depth === 1) plainTable = isPlainTable(scanner);
    else if (!isText) plainTable = false;
    if (!isText) continue;
    strings.push(readRich(scanner, rich));
    if (rich.look) looks.set(strings.length - 1, rich.look);
  }
  return { texts: strings, looks };
}

/** Texts may be written in the plainest way: the table's own name has no prefix, nor have theirs until another element opens. */
const isPlainTable = (scanner: XmlScanner): boolean =>
  scanner.local === 'sst' && spreadsheet.has(scanner.uri) && scanner.isPlainlyNamed;
