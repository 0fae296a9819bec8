/** Estimates how texts wrap, in points, without a font at hand: full-width characters are one em wide, others about half. */

const wide =
  /[\u1100-\u115F\u2014\u2018-\u201D\u2026\u2460-\u24FF\u25A0-\u27BF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFF}]/u;

const emsOf = (text: string): number => [...text].reduce((sum, char) => sum + (wide.test(char) ? 1 : 0.55), 0);

/** Words that keep together, or one character of any other kind. */
const unbreakable = /[!-~]+|[\s\S]/gu;

function linesOfParagraph(paragraph: string, emsPerLine: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of paragraph.matchAll(unbreakable)) {
    const width = emsOf(piece);
    if (used + width <= emsPerLine) used += width;
    else {
      const startsNewLine = used > 0 ? 1 : 0;
      const more = Math.max(0, Math.ceil(width / emsPerLine) - 1);
      lines += startsNewLine + more;
      used = width - more * emsPerLine;
    }
  }
  return lines;
}

/** Excel's unit of column width is 7 pixels of 3/4 pt with the workbook's default font; 5 pixels go to the margins. */
const usablePoints = (columnWidth: number): number => Math.max(12, (columnWidth * 7 - 5) * 0.75);

/** Line-breaking rules move a character or two to the next line, and fonts differ: room for that. */
const slack = 0.96;

/**
 * @param columnWidth in Excel's character units
 * @param fontSize in points
 */
export function linesOf(text: string, columnWidth: number, fontSize: number): number {
  const emsPerLine = (usablePoints(columnWidth) * slack) / fontSize;
  return text.split('\n').reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, emsPerLine), 0);
}

/** Height in points of a wrapped cell. Chinese fonts set lines about 1.4 em apart. */
export const heightOf = (text: string, columnWidth: number, fontSize: number): number =>
  Math.ceil(linesOf(text, columnWidth, fontSize) * fontSize * 1.4 + 6);

/** The greatest row height of Excel, in points. */
export const greatestHeight = 409;
