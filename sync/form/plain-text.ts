/**
 * What of a text is the writer's and what is the spreadsheet program's. Programs turn line ends into \r\n or _x000D_, and saving
 * without xml:space drops trailing blanks, so neither ever counts as an edit; blanks at the start of a line do, because they
 * indent paragraphs. Control characters and the two that are none are seen by nobody and kept by few programs, so they stay out of workbooks.
 */
const unseen = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;

/** With \n as the only line end, without control characters and halves of surrogate pairs: what every reader gives back. */
export const legible = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '').toWellFormed();

/** Legible, without blanks at line ends and blank lines at the end; blank text becomes empty. */
export const tidy = (text: string): string =>
  legible(text)
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trimEnd();

/** Whether two texts say the same after what programs change by themselves. */
export const sameText = (a: string, b: string): boolean => a === b || tidy(a) === tidy(b);
