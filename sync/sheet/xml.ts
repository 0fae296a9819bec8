import { SaxesParser, type SaxesTagNS } from 'saxes';
import { corrupt, Refusal } from './refusal.ts';

/** An element as it opens. Names are local: prefixes are the producer's choice and mean nothing. */
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

/** Deeper than any document needs; resolving a prefix costs as much as the element is deep. */
const deepest = 256;

/**
 * Walks an XML document with namespaces resolved. No document type, no entities beyond the five of XML.
 * @param part names the document in the refusal
 */
export function walkXml(xml: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let start = 0;
  let fallback = 0;
  parser.on('doctype', () => {
    throw corrupt(part);
  });
  parser.on('opentagstart', () => {
    start = xml.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', tag => {
    if (++depth > deepest) throw corrupt(part);
    if (isFallback(tag)) fallback++;
    if (fallback === 0) handlers.open(new OpenTag(tag, start));
  });
  parser.on('closetag', tag => {
    depth--;
    if (fallback === 0) handlers.close(tag.local, tag.uri, parser.position);
    if (isFallback(tag)) fallback--;
  });
  const text = (content: string): void => {
    if (fallback === 0) handlers.text(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(xml).close();
  } catch (error) {
    throw error instanceof Refusal ? error : corrupt(part);
  }
}

/** Content offered twice (ISO/IEC 29500-3, 7.7) is read once, in its newer form. */
const isFallback = (tag: SaxesTagNS): boolean =>
  tag.local === 'Fallback' && tag.uri === 'http://schemas.openxmlformats.org/markup-compatibility/2006';

class OpenTag implements Tag {
  readonly #tag: SaxesTagNS;
  readonly start: number;

  constructor(tag: SaxesTagNS, start: number) {
    this.#tag = tag;
    this.start = start;
  }
  get local(): string {
    return this.#tag.local;
  }
  get uri(): string {
    return this.#tag.uri;
  }
  attribute(name: string): string | undefined {
    return this.#tag.attributes[name]?.value;
  }
  attributeOf(uris: ReadonlySet<string>, name: string): string | undefined {
    return Object.values(this.#tag.attributes).find(a => a.local === name && uris.has(a.uri))?.value;
  }
}

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
