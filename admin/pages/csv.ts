/** One column of an export: the heading as it stands on the screen, and a row's text. */
export interface Column<T> {
  readonly heading: string;
  readonly text: (row: T) => string;
}

/** Spreadsheets take cells that begin like this for formulas; a quote in front keeps them text. */
const formulaLike = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = formulaLike.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** CSV as Excel opens it without asking: a byte order mark, CRLF, and no cell that would be run as a formula. */
export const toCsv = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  `\ufeff${[columns.map(c => c.heading), ...rows.map(row => columns.map(c => c.text(row)))]
    .map(line => line.map(cell).join(','))
    .join('\r\n')}\r\n`;
