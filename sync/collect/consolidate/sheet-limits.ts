import type { OutRow, Value } from './sheets.ts';

/** Rows of one sheet, in Excel as in LibreOffice. */
export const mostRows = 1_048_576;
/** Characters of one cell: Excel calls a file with longer ones damaged. */
export const mostCharacters = 32_767;

const fits = (value: Value): boolean => typeof value !== 'string' || value.length <= mostCharacters;

/** A text that no cell can hold is cut, which it says at its end. */
export async function* withinLimits(rows: AsyncIterable<OutRow>, cut: string): AsyncGenerator<OutRow> {
  for await (const row of rows) {
    if (row.values.every(fits)) yield row;
    else
      yield {
        ...row,
        values: row.values.map(value =>
          fits(value)
            ? value
            : `${String(value)
                .slice(0, mostCharacters - cut.length)
                .toWellFormed()}${cut}`,
        ),
      };
  }
}
