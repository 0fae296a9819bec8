/**
 * What of a text is the writer's and what is the spreadsheet program's. Programs turn line ends into \r\n or _x000D_, and saving
 * without xml:space drops trailing blanks, so neither ever counts as an edit; blanks at the start of a line do, because they
 * indent paragraphs. Control characters and the two that are none are seen by nobody and kept by few programs, so they stay out of workbooks.
 */
const unseen = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;

/** Nearly every text is, and one look at its letters costs less than three searches that find nothing. */
function isLegible(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isControl = (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160);
    if (isControl || (code >= 0xd800 && code < 0xe000) || code >= 0xfffe) return false;
  }
  return true;
}

/** With \n as the only line end, without control characters and halves of surrogate pairs: what every reader gives back. */
export const legible = (text: string): string =>
  isLegible(text) ? text : text.replace(/\r\n?/g, '\n').replace(unseen, '').toWellFormed();

/** Legible, without blanks at line ends and blank lines at the end; blank text becomes empty. */
export const tidy = (text: string): string =>
  legible(text)
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trimEnd();

/** Whether two texts say the same, blank for blank, but for line ends and what trails behind them. */
export const sameText = (a: string, b: string): boolean =>
  a === b || (a === '' ? legible(b).trim() === '' : tidy(a) === tidy(b));

const blanks = /[ \t]+/g;
const tabs = /\t+/g;
const spaced = (text: string): string => text.replace(blanks, ' ').replace(/^[ \n]+/, '');

/**
 * Whether nobody edited one text into the other. Beside what `sameText` forgives, LibreOffice drops the tabs of .ods cells, some
 * programs put a blank in their place, and saving without xml:space or text:s makes one blank of many and none of those in
 * front. For comparing only: what is stored keeps every blank.
 */
export function isUnedited(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [tidy(a), tidy(b)];
  return (
    left === right ||
    spaced(left) === spaced(right) ||
    spaced(left.replace(tabs, '')) === spaced(right.replace(tabs, ''))
  );
}
