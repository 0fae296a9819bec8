import { fieldOf } from '../headings.ts';
import { dividedCells } from './header.ts';
import { withoutWrapBlanks } from './join.ts';
import type { TextLine } from './lines.ts';
import { type Piece, type PieceContext, piecesOfText } from './pieces.ts';
import type { SlotPiece } from './slots.ts';

/** A line of a divided table: what stands beside what. One printed line gives several where cells hold more than one row. */
export interface SlotLine {
  readonly line: number;
  readonly pieces: readonly SlotPiece[];
  /** Cells of the printed line, empty ones included; lines with as many were laid out alike. */
  readonly width: number;
  /** A page or the like ended before it, so that columns may stand elsewhere from here on. */
  readonly odd: boolean;
  /** It stands in no cell at all, though its neighbours do. */
  readonly loose: boolean;
}

const junk = /^[\s_.,·•|*\-–—~=□■'"`]*$/;
const pageNumber = /^\d{1,3}$/;

/**
 * Cuts the lines of a table whose cells are told apart by tabs or bars.
 * @param headings words of the header, which damage may have left in cells
 */
export function cutCells(
  lines: readonly TextLine[],
  context: PieceContext,
  headings: ReadonlySet<string>,
): readonly SlotLine[] {
  return lines.flatMap(line => {
    const cells = dividedCells(line.raw);
    if (!cells) return rowsWithin([piecesIn(line.text, null, line, context)], line, 0);
    const texts = cells
      .map((text, slot) => ({ text: withoutEcho(text, headings), slot }))
      .filter(({ text }) => !junk.test(text));
    if (texts.length === 1 && pageNumber.test(texts[0]!.text)) return [];
    const inCells = texts.map(({ text, slot }) => piecesIn(withoutWrapBlanks(text), slot, line, context));
    return rowsWithin(inCells, line, cells.length);
  });
}

const piecesIn = (
  text: string,
  slot: number | null,
  { line, odd }: TextLine,
  context: PieceContext,
): readonly SlotPiece[] => piecesOfText(text, line, odd, context).map(piece => ({ piece, slot }));

/** Headings that damage left inside a cell of the table are no text of it. */
function withoutEcho(text: string, headings: ReadonlySet<string>): string {
  const [first = '', ...rest] = text.split(/\s+/);
  const echo = headings.has(first) || (first.length <= 4 && first.length > 1 && fieldOf(first) !== null);
  return echo ? rest.join(' ') : text;
}

/**
 * The rows that a printed line holds. A cell may hold several steps and still be one; several rows are there only where
 * two cells break into as many parts, or where a cell goes on after what stands beside it. A cell with fewer parts belongs
 * to the last of the rows, because what gets lost is the beginning; one with a mark begins the first.
 */
function rowsWithin(
  cells: readonly (readonly SlotPiece[])[],
  { line, odd }: TextLine,
  width: number,
): readonly SlotLine[] {
  const runs = cells.filter(cell => cell.length > 0).map(runsOf);
  if (runs.length === 0) return [];
  const counts = runs.map(({ length }) => length).sort((a, b) => b - a);
  const mixed = runs.filter(cell => cell.some(run => run.length > 1 && run.some(({ piece }) => piece.kind !== 'text')));
  const count = Math.max(counts[1] ?? 1, ...mixed.map(({ length }) => length));
  const rowOf = (run: number, of: readonly (readonly SlotPiece[])[]): number => {
    const first = of[0]![0]!.piece;
    if (of.length > count) return 0;
    return of.length === 1 && first.level === 0 ? 0 : run + count - of.length;
  };
  return Array.from({ length: count }, (_, row) => ({
    line,
    pieces: runs.flatMap(of => of.flatMap((run, i) => (rowOf(i, of) === row ? run : []))),
    odd: odd && row === 0,
    width,
    loose: width === 0,
  }));
}

const rank = ({ kind, level }: Piece): number =>
  kind === 'unit' ? 4 : kind === 'deadline' ? 5 : level === null ? 2 : Math.min(level, 3);

/** Pieces of one cell in runs from left to right: a piece that belongs further left begins the next row. */
function runsOf(cell: readonly SlotPiece[]): readonly (readonly SlotPiece[])[] {
  const runs: SlotPiece[][] = [];
  for (const piece of cell) {
    const before = runs.at(-1)?.at(-1);
    const [last, own] = [before ? rank(before.piece) : 9, rank(piece.piece)];
    if (last < own || (last === 3 && own === 3)) runs.at(-1)!.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** How lines of the table hold their text: a whole cell each, or one printed line of several cells. */
export function isFragmented(lines: readonly SlotLine[]): boolean {
  const texts = lines.flatMap(({ pieces }) => pieces.map(({ piece }) => piece)).filter(({ kind }) => kind === 'text');
  const bare = texts.filter(({ level }) => level === null);
  const widths = texts.map(({ width }) => width).sort((a, b) => a - b);
  return bare.length * 5 > texts.length * 2 && (widths[Math.floor(widths.length / 2)] ?? 0) <= 48;
}
