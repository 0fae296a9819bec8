/** A text of the table of shared strings that is written in the plainest way; one object is used over and over. */
export interface PlainString {
  /** Between its tags, blanks at its ends included. */
  raw: string;
  /** Those blanks are part of it. */
  preserve: boolean;
  /** Where the character after it stands. */
  end: number;
}

export const plainString = (): PlainString => ({ raw: '', preserve: false, end: 0 });

const opening = '<si><t';
const preserving = ' xml:space="preserve"';
const closing = '</t></si>';

/**
 * Reads the `<si><t>…</t></si>` that starts there into `string`; false when it is none, or holds anything beside letters, be it
 * a reference or a blank too many: that is left to the scanner, so that this lane can only be fast and never wrong.
 */
export function readPlainString(xml: string, at: number, string: PlainString): boolean {
  if (!xml.startsWith(opening, at)) return false;
  let p = at + opening.length;
  string.preserve = xml.startsWith(preserving, p);
  if (string.preserve) p += preserving.length;
  if (xml.charCodeAt(p) !== 62) return false;
  const start = ++p;
  for (; ; p++) {
    const code = xml.charCodeAt(p);
    if (code === 60) break;
    const isLetter = code > 93 ? code < 0xfffe : code >= 32 ? code !== 38 && code !== 93 : code === 10 || code === 9;
    if (!isLetter) return false;
  }
  if (!xml.startsWith(closing, p)) return false;
  string.raw = xml.slice(start, p);
  string.end = p + closing.length;
  return true;
}
