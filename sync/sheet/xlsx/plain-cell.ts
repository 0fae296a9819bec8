/*
 * Nearly all cells of nearly all workbooks are written in one of two shapes, `<c r="B7" s="3" t="s"><v>12</v></c>` and
 * `<c r="B7" s="3"/>`. They are recognised here letter by letter, some five times faster than by their tokens. Anything else,
 * be it a blank too many, is no plain cell and is left to the scanner, so that this lane can only be fast and never wrong.
 */

/** A cell written in the plainest way; one object is used over and over. */
export interface PlainCell {
  column: number;
  styleIndex: number;
  /** It says its own address. */
  named: boolean;
  /** Of one letter; `n` when it says none. */
  type: string;
  /** Null when it is blank. */
  raw: string | number | null;
  /** Where the character after it stands. */
  end: number;
}

export const plainCell = (): PlainCell => ({ column: 0, styleIndex: 0, named: false, type: 'n', raw: null, end: 0 });

const [quote, space, less, greater, slash, equals] = [34, 32, 60, 62, 47, 61];

/**
 * Reads the cell that starts there into `cell`; false when it is none, or not a plain one.
 * @param next the column of a cell that does not say its own
 */
export function readPlainCell(xml: string, at: number, next: number, cell: PlainCell): boolean {
  if (xml.charCodeAt(at) !== less || xml.charCodeAt(at + 1) !== 99) return false;
  let p = at + 2;
  let seen = 0;
  cell.column = next;
  cell.styleIndex = 0;
  cell.type = 'n';
  cell.raw = null;
  let code = xml.charCodeAt(p);
  while (code === space) {
    const name = xml.charCodeAt(p + 1);
    if (xml.charCodeAt(p + 2) !== equals || xml.charCodeAt(p + 3) !== quote) return false;
    p += 4;
    if (name === 114) {
      if (seen & 1) return false;
      seen |= 1;
      let column = 0;
      for (code = xml.charCodeAt(p); code >= 65 && code <= 90; code = xml.charCodeAt(++p))
        column = column * 26 + code - 64;
      if (column === 0 || column > 16_384) return false;
      cell.column = column;
      while (code >= 48 && code <= 57) code = xml.charCodeAt(++p);
    } else if (name === 115) {
      if (seen & 2) return false;
      seen |= 2;
      const first = p;
      let index = 0;
      for (code = xml.charCodeAt(p); code >= 48 && code <= 57; code = xml.charCodeAt(++p))
        index = index * 10 + code - 48;
      if (p === first || p > first + 9) return false;
      cell.styleIndex = index;
    } else if (name === 116) {
      if (seen & 4) return false;
      seen |= 4;
      if (xml.charCodeAt(p) === 115) cell.type = 's';
      else if (xml.charCodeAt(p) === 98) cell.type = 'b';
      else if (xml.charCodeAt(p) !== 110) return false;
      code = xml.charCodeAt(++p);
    } else return false;
    if (code !== quote) return false;
    code = xml.charCodeAt(++p);
  }
  cell.named = (seen & 1) === 1;
  if (code === slash) {
    cell.end = p + 2;
    return xml.charCodeAt(p + 1) === greater;
  }
  if (
    code !== greater ||
    xml.charCodeAt(p + 1) !== less ||
    xml.charCodeAt(p + 2) !== 118 ||
    xml.charCodeAt(p + 3) !== greater
  )
    return false;
  p += 4;
  const first = p;
  let value = 0;
  for (code = xml.charCodeAt(p); code >= 48 && code <= 57; code = xml.charCodeAt(++p)) value = value * 10 + code - 48;
  const whole = p - first;
  while ((code >= 43 && code <= 57 && code !== slash && code !== 44) || code === 69 || code === 101)
    code = xml.charCodeAt(++p);
  if (p === first || !endsPlainly(xml, p)) return false;
  cell.raw = whole === p - first && whole < 10 ? value : xml.slice(first, p);
  cell.end = p + 8;
  return true;
}

/** `</v></c>` */
const endsPlainly = (xml: string, p: number): boolean =>
  xml.charCodeAt(p) === less &&
  xml.charCodeAt(p + 1) === slash &&
  xml.charCodeAt(p + 2) === 118 &&
  xml.charCodeAt(p + 3) === greater &&
  xml.charCodeAt(p + 4) === less &&
  xml.charCodeAt(p + 5) === slash &&
  xml.charCodeAt(p + 6) === 99 &&
  xml.charCodeAt(p + 7) === greater;
