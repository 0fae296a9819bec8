/** Columns that a text takes in a type where a Han character is two wide; blanks within words that were spread out do not count. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += isWide(letter.codePointAt(0)!) ? 2 : 1;
  return width;
}

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc && !(code >= 0xfff0)) || code >= 0x20000;

/** Without any blank: what a line would be if it had not been stretched to fill its column. */
export const solid = (text: string): string => text.replace(/\s+/g, '');

const letter = '[\\p{Script=Han}，。、；：）」]';
const spread = new RegExp(`(?<=^|[\\s)）、.．])(?:${letter} +){2,}${letter}(?=\\s|$)`, 'gu');
const spreadLine = new RegExp(`^(?:${letter} +)+${letter}$`, 'u');
const stretchedMark = /^([(（])\s*(\S{1,3})\s*([)）])\s*/;
const beforeLatin =
  /(?<=[\p{Script=Han}，、；：「」『』（）]) +(?=[A-Za-z0-9(（])(?!\d{1,2} ?[.、)]|[(（][\d一二三四五六七八九十]{1,2}[)）])/gu;
const afterLatin = /(?<=[A-Za-z0-9)）]) +(?=[\p{Script=Han}，。、；：「」『』（）])/gu;

/**
 * A line as it would be printed: words that were stretched over the width of a column (基 礎 服 務) closed up, no blanks
 * between Han and Latin, one blank for many. A single blank between Han characters stays: it may part a title from its text.
 */
export function tidy(line: string): string {
  const single = line.replace(/\s+/g, ' ').trim();
  if (spreadLine.test(single)) return solid(single);
  return single
    .replace(stretchedMark, '$1$2$3')
    .replace(spread, solid)
    .replace(/(?<=\p{Script=Han}) (?=[，。、；：」』）)])/gu, '')
    .replace(beforeLatin, '')
    .replace(afterLatin, '');
}
