/** What looks like an escape of ST_Xstring (ISO/IEC 29500-1, 22.9.2.19) is itself escaped at its first character. */
const lookalike = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Characters that XML 1.0 cannot hold, with halves of surrogate pairs that stand alone. */
const forbidden = /[^\P{Cc}\t\n\x7f-\x9f]|[\uFFFE\uFFFF]|\p{Cs}/gu;
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for the inside of a `t` element: what `plainText` undoes. Lines are ended by \n. */
export function escapedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(lookalike, '_x005F_')
    .replace(forbidden, char => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>]/g, char => marks[char]!);
}

/** Blanks at the ends, and lines, are kept by readers only where they are asked to. */
const delicate = /^\s|\s$|[\t\n]/;

/** A `t` element with the text. @param prefix of the sheet's elements, with its colon */
export const textElement = (text: string, prefix: string): string => {
  const escaped = escapedText(text);
  return `<${prefix}t${delicate.test(escaped) ? ' xml:space="preserve"' : ''}>${escaped}</${prefix}t>`;
};
