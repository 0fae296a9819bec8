import { type Column, type Placed, textColumns } from './cells.ts';
import { endsSentence, goesOn, seamBetween } from './join.ts';
import type { Piece } from './pieces.ts';
import { isTextColumn, type Width, type Widths } from './widths.ts';

/** A row of the table put together again. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

interface OpenRow {
  readonly line: number;
  readonly cells: Partial<Record<Column, Piece[]>>;
}

/**
 * Puts placed pieces together to rows. A row is what stands beside one step: an item or a key point begins one with its
 * first step. What goes on after the end of a page goes back to the cell where it began.
 */
export function rowsOf(placed: readonly Placed[], widths: Widths): readonly TableRow[] {
  const rows: OpenRow[] = [];
  const open: Partial<Record<Column, Piece[]>> = {};
  for (const { piece, column, begins, late } of placed) {
    if (isTextColumn(column) && !begins && open[column]) {
      open[column].push(piece);
      continue;
    }
    let row = rows.at(-1);
    if (!row || (isTextColumn(column) && (late ? row.cells[column] !== undefined : isTaken(row, column)))) {
      row = { line: piece.line, cells: {} };
      rows.push(row);
    }
    const cell = row.cells[column] ?? [];
    cell.push(piece);
    row.cells[column] = cell;
    if (isTextColumn(column)) open[column] = cell;
  }
  return rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      Object.entries(cells).map(([column, pieces]) => [column, cellText(column as Column, pieces, widths)]),
    ),
  }));
}

/** The row has text in this column or further right, or is served by a unit already. */
const isTaken = ({ cells }: OpenRow, column: (typeof textColumns)[number]): boolean =>
  textColumns.slice(textColumns.indexOf(column)).some(right => cells[right]) ||
  cells.unit !== undefined ||
  cells.deadline !== undefined;

function cellText(column: Column, pieces: readonly Piece[], widths: Widths): string {
  if (!isTextColumn(column)) return pieces.map(({ text }) => text).join('\n');
  const own = pieces[0]!.level;
  const parts: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (before) parts.push(separator(before, piece, own, widths[column], i === 1));
    parts.push(piece.text);
  }
  return parts.join('');
}

function separator(before: Piece, piece: Piece, own: number | null, width: Width, isTitle: boolean): string {
  if (piece.level !== null && (own !== piece.level || piece.cut)) return '\n';
  return isBreak(before, piece, width, isTitle) ? ' ' : seamBetween(before.text, piece.text);
}

/** The line before ended where there was still room: what follows is another paragraph of the cell. */
function isBreak(before: Piece, piece: Piece, { first, below }: Width, isTitle: boolean): boolean {
  if (piece.level !== null || goesOn(before.text)) return false;
  const ended = endsSentence(before.text) || /[：:]$/.test(before.text);
  if (below === Number.POSITIVE_INFINITY) return ended;
  if (ended) return before.width < below - 6;
  if (before.level === null) return isTitle && before.width < below * 0.75;
  if (isTitle && isHeading(before)) return before.width <= first - 4 && !/^.[，。、；：！？」』）)]/.test(piece.text);
  return before.width < below - 10;
}

/** A heading has no sentence in it; a line of one that wraps reaches the edge but for a character. */
const isHeading = ({ text }: Piece): boolean => !/[，。、；：,;:]/.test(text.slice(3));
