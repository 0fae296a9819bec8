/**
 * What of a text is the writer's and what is the spreadsheet program's. Programs turn line ends into \r\n or _x000D_, and saving
 * without xml:space drops trailing blanks, so neither ever counts as an edit; blanks at the start of a line do, because they
 * indent paragraphs.
 */
export const withPlainLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Without line-end differences, blanks at line ends and blank lines at the end; blank text becomes empty. */
export const tidy = (text: string): string =>
  withPlainLineEnds(text)
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trimEnd();

/** Whether two texts say the same after what programs change by themselves. */
export const sameText = (a: string, b: string): boolean => a === b || tidy(a) === tidy(b);
