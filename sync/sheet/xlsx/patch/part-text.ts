import { isUtf8 } from 'node:buffer';
import { corrupt } from '../../refusal.ts';
import { decodeXml } from '../../xml.ts';

/** A stretch of a part that gets other text; stretches do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A part as something to cut and splice. What is not cut out is copied, never written anew, so that the way its producer
 * writes survives to the byte.
 */
export interface PartText {
  /** UTF-8 as its bytes, one character each, so that positions are bytes and nothing need be decoded; else the decoded text. */
  readonly xml: string;
  readonly decode: (raw: string) => string;
  readonly splice: (edits: readonly Edit[]) => Uint8Array;
}

export function partTextOf(bytes: Uint8Array, part: string): PartText {
  return isMarkedWide(bytes) || !isUtf8(bytes) || declaresOther(bytes) ? decoded(bytes, part) : asBytes(bytes);
}

const isMarkedWide = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  bytes[0] === 0 ||
  bytes[1] === 0;

const declaration = /^(<\?xml[^>]*?\sencoding\s*=\s*["'])([\w.-]+)(["'])/;
const declaresOther = (bytes: Uint8Array): boolean => {
  const encoding = declaration.exec(latin1(bytes.subarray(0, 200)))?.[2] ?? 'utf-8';
  return !/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding);
};

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const beyondAscii = /[\x80-\xff]/;
const utf8 = (raw: string): string => (beyondAscii.test(raw) ? Buffer.from(raw, 'latin1').toString('utf8') : raw);

/** What goes into cells is short and seldom more than ASCII, for which a regular expression is too much ado. */
function latin1OfUtf8(text: string): string {
  for (let at = 0; at < text.length; at++)
    if (text.charCodeAt(at) > 127) return Buffer.from(text, 'utf8').toString('latin1');
  return text;
}

function asBytes(bytes: Uint8Array): PartText {
  const xml = latin1(bytes);
  return { xml, decode: utf8, splice: edits => Buffer.from(spliced(xml, edits, latin1OfUtf8), 'latin1') };
}

/** Stretches come in the order of the part nearly always. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const ordered = edits.every(({ start, end }, i) => {
    const before = edits[i - 1];
    return !before || before.start < start || (before.start === start && before.end <= end);
  });
  return ordered ? edits : edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function spliced(xml: string, edits: readonly Edit[], coded: (text: string) => string): string {
  let text = '';
  let copied = 0;
  for (const edit of inOrder(edits)) {
    text += xml.slice(copied, edit.start) + coded(edit.text);
    copied = edit.end;
  }
  return text + xml.slice(copied);
}

function decoded(bytes: Uint8Array, part: string): PartText {
  const xml = decodeXml(bytes, part);
  const asIs = (text: string): string => text;
  return { xml, decode: asIs, splice: edits => encode(spliced(xml, edits, asIs), bytes, part) };
}

/** Back into UTF-16 with the mark that it had; an encoding that only old programs know becomes UTF-8, and says so. */
function encode(text: string, original: Uint8Array, part: string): Uint8Array {
  const [first, second] = original;
  const bigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const littleEndian = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  if (!bigEndian && !littleEndian) {
    if (!declaration.test(text)) throw corrupt(part);
    return Buffer.from(text.replace(declaration, '$1UTF-8$3'), 'utf8');
  }
  const marked = first === 0xfe || first === 0xff;
  const wide = Buffer.from(marked ? `\uFEFF${text}` : text, 'utf16le');
  return bigEndian ? wide.swap16() : wide;
}
