import { corrupt } from './refusal.ts';
import { token, XmlScanner } from './xml-scanner.ts';

/** An element as it opens, good until the handler returns. Names are local: prefixes are the producer's choice and mean nothing. */
export interface Tag {
  readonly local: string;
  readonly uri: string;
  /** Where its `<` stands in the text. */
  readonly start: number;
  /** An attribute without namespace. */
  readonly attribute: (name: string) => string | undefined;
  /** An attribute of one of several namespaces. */
  readonly attributeOf: (uris: ReadonlySet<string>, name: string) => string | undefined;
}

export interface XmlHandlers {
  readonly open: (tag: Tag) => void;
  /** @param end where the character after its `>` stands */
  readonly close: (local: string, uri: string, end: number) => void;
  readonly text: (text: string) => void;
}

/**
 * Walks an XML document with namespaces resolved. No document type, no entities beyond the five of XML.
 * @param part names the document in the refusal
 */
export function walkXml(xml: string, part: string, handlers: XmlHandlers): void {
  const scanner = new XmlScanner(xml, part);
  let fallback = 0;
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (kind === token.open) {
      if (isFallback(scanner)) fallback++;
      if (fallback === 0) handlers.open(scanner);
    } else if (kind === token.close) {
      if (fallback === 0) handlers.close(scanner.local, scanner.uri, scanner.end);
      if (isFallback(scanner)) fallback--;
    } else if (fallback === 0) handlers.text(scanner.text);
  }
}

/** Content offered twice (ISO/IEC 29500-3, 7.7) is read once, in its newer form. */
export const isFallback = (tag: Pick<Tag, 'local' | 'uri'>): boolean =>
  tag.local === 'Fallback' && tag.uri === 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;

/** Decodes a part by its byte order mark, else by the encoding it declares, else as UTF-8. The mark is left out. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw corrupt(part);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1] ?? 'utf-8';
}
