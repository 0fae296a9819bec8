import type { Row, Sheet } from '../../workbook.ts';

/** A common size of print, in points, with the room that a line of it takes; nobody is told of a doubtful case. */
const em = 10;
const lineHeight = 13;
const defaultWidth = 8.43;
const pointsOfWidth = (characters: number): number => (characters * 7 + 5) * 0.75;

/**
 * Whether a text is taller than a row whose height a person set, so that the program will not raise it.
 * @param own the row itself, which a sheet that ends with blank rows does not list
 */
export function mayNotFit(
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  own: Pick<Row, 'height' | 'customHeight'> | undefined,
): boolean {
  const { top, left, bottom, right } = sheet.mergeAt(row, column) ?? {
    top: row,
    left: column,
    bottom: row,
    right: column,
  };
  let height = 0;
  for (let at = top; at <= Math.min(bottom, top + 500); at++) {
    const known = at === row ? own : sheet.row(at);
    if (!known?.customHeight || known.height === null) return false;
    height += known.height;
  }
  let width = 0;
  for (let at = left; at <= Math.min(right, left + 500); at++) {
    const span = sheet.columns.find(({ from, to }) => at >= from && at <= to);
    width += pointsOfWidth(span?.width ?? defaultWidth);
  }
  const perLine = Math.max(1, width / em);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / perLine)), 0);
  return lines > 1 && lines * lineHeight > height + 1;
}

const ems = (line: string): number => {
  let sum = 0;
  for (const char of line) sum += char > '\u2e7f' ? 1 : 0.55;
  return sum;
};
