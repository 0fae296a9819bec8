import { parseMark } from '../model/index.ts';
import { type Grid, type GridRow, makeGrid } from './grid.ts';
import type { Section } from './layout.ts';
import { titleKind } from './sections/headings.ts';
import type { Piece, TablePiece } from './sections/piece.ts';

/** Some rows of a grid, where they stand. */
function rowsOf(grid: Grid, from: number, until: number): Grid {
  const rows = grid.rows.filter(({ row }) => row >= from && row < until);
  const hidden = new Set(rows.filter(row => row.hidden).map(({ row }) => row));
  const part = makeGrid({
    name: grid.name,
    visible: grid.visible,
    cells: rows.flatMap(({ cells }) => cells),
    isRowHidden: row => hidden.has(row),
  });
  return { ...part, cut: grid.cut };
}

/**
 * A sheet as a text: paragraphs above the table, the table, and the sections below it, if there are any. Sections are told by
 * rows of one cell that begin with 壹, 貳 … and name one; any other row below the table is for the table to judge.
 */
export function sheetPieces(sheet: TablePiece, sections: readonly Section[]): readonly Piece[] {
  const { grid } = sheet;
  const top = sections[0]!.headingTop;
  const below = sections.flatMap(({ rows }) => rows);
  const formalItems = below.some(({ cells }) => cells.length > 1 && cells.some(({ text }) => isFormal(text)));
  const end = formalItems ? undefined : below.find(isSectionHeading)?.row;
  const until = end ?? Number.POSITIVE_INFINITY;
  const table: TablePiece = { ...sheet, grid: rowsOf(grid, top, until), where: sheet.whereOf(top) };
  return [
    ...grid.rows.filter(({ row }) => row < top).flatMap(row => textsOf(sheet, row)),
    table,
    ...tailOf(
      sheet,
      grid.rows.filter(({ row }) => row >= until),
    ),
  ];
}

const isFormal = (text: string): boolean => parseMark(text)?.kind === 'formal';

const isSectionHeading = ({ cells }: GridRow): boolean => {
  const mark = cells.length === 1 ? parseMark(cells[0]!.text) : null;
  return mark?.kind === 'formal' && titleKind(mark.rest) !== 'other';
};

/** A sheet beside the plan's that says what stands around it: one text a row, some of them headings of sections. */
export const isTextSheet = ({ grid }: TablePiece): boolean =>
  grid.rows.some(isSectionHeading) && grid.rows.every(({ cells }) => cells.length <= 1);

/** The texts of a sheet, row by row. */
export const textPieces = (sheet: TablePiece): readonly Piece[] => sheet.grid.rows.flatMap(row => textsOf(sheet, row));

const textsOf = ({ whereOf }: TablePiece, { row, cells }: GridRow): readonly Piece[] =>
  cells.map(({ text, left }) => ({
    kind: 'text',
    text,
    mark: parseMark(text),
    where: whereOf(row, left),
    group: row,
    whole: true,
  }));

/** Rows of several cells below the plan are a table of their own. */
function tailOf(sheet: TablePiece, rows: readonly GridRow[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (rows[i]!.cells.length < 2) {
      pieces.push(...textsOf(sheet, rows[i]!));
      continue;
    }
    let last = i;
    while (last + 1 < rows.length && rows[last + 1]!.cells.length > 1) last++;
    const [from, to] = [rows[i]!.row, rows[last]!.row];
    pieces.push({ ...sheet, grid: rowsOf(sheet.grid, from, to + 1), where: sheet.whereOf(from) });
    i = last;
  }
  return pieces;
}
