import { type Branch, rowsOf, wrap } from './printed-plans.ts';

export interface Sheet {
  /** Characters that a line of each text column holds. */
  readonly widths: readonly [number, number, number];
  /** Printed lines on a page. */
  readonly page: number;
}

interface Line {
  readonly at: number;
  readonly column: number;
  readonly row: number;
  readonly text: string;
}

/**
 * Prints a table as programs that follow the order of cells do: page by page, on a page row by row, in a row cell by cell.
 * Items and key points are merged downward, so that the end of a page cuts them as well as the steps.
 */
export function printCellByCell(items: readonly Branch[], { widths, page }: Sheet, between = '\n'): string {
  const lines: Line[] = [];
  const tops: number[] = [];
  let top = 0;
  const next = [0, 0];
  for (const [row, cells] of rowsOf(items).entries()) {
    const wrapped = cells.map((text, column) => (column < 3 ? wrap(text, widths[column]!) : [text]));
    if (cells[0]) top = Math.max(top, ...next);
    else if (cells[1]) top = Math.max(top, next[1]!);
    for (const [column, texts] of wrapped.entries()) {
      for (const [i, text] of texts.entries()) if (text) lines.push({ at: top + i, column, row, text });
      if (texts[0] && column < 2) next[column] = top + texts.length;
    }
    tops.push(top);
    top += wrapped[2]!.length;
  }
  const pages = Map.groupBy(lines, ({ at }) => Math.floor(at / page));
  return [...pages.entries()]
    .sort(([a], [b]) => a - b)
    .map(([number, printed]) => {
      const first = tops.findLastIndex(at => at <= number * page);
      return printed
        .map(line => ({ ...line, row: Math.max(line.row, first) }))
        .sort((a, b) => a.row - b.row || a.column - b.column || a.at - b.at)
        .map(({ text }) => text)
        .join(between);
    })
    .join('\n\f');
}
