import { legible } from '../plain-text.ts';

/** Most UTF-16 code units a cell of Excel holds (Excel specifications and limits). */
export const cellLimit = 32_767;

const hex = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** C0 controls but tab and newline, DEL (which exceljs drops), the two non-characters that XML forbids, and halves of surrogate pairs. */
const illegal =
  '[\\0-\\x08\\x0B-\\x1F\\x7F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const toEscape = new RegExp(`${illegal}|_(?=x[0-9A-Fa-f]{4}(?:_|${illegal}))`, 'g');

/**
 * Spells a text as OOXML's ST_Xstring (ECMA-376 part 1, 22.9.2.19): what XML cannot hold becomes _xHHHH_, and text that looks
 * like such an escape gets its underscore escaped, so that every text comes back as it was.
 */
export const asXstring = (text: string): string => text.replace(toEscape, hex);

/** A text as it goes into a cell. */
export const cellText = (text: string): string => asXstring(legible(text));
