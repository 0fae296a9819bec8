import { parseMark } from '../model/index.ts';
import { type Grid, type GridRow, makeGrid } from './grid.ts';
import type { Section } from './layout.ts';
import { findHeadings, titleKind } from './sections/headings.ts';
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
  const until = endOf(below, lastHan(grid, top)) ?? Number.POSITIVE_INFINITY;
  return [
    ...grid.rows.filter(({ row }) => row < top).flatMap(row => textsOf(sheet, row)),
    ...tablesOf(
      sheet,
      sections.filter(({ headingTop }) => headingTop < until),
      until,
    ),
    ...tailOf(
      sheet,
      grid.rows.filter(({ row }) => row >= until),
    ),
  ];
}

/** The number of the last section above the table, where sections are numbered 一、二、三; 0 where they are not. */
function lastHan({ rows }: Grid, top: number): number {
  const numbered = rows
    .filter(({ row, cells }) => row < top && cells.length === 1)
    .flatMap(({ cells }) => hanOf(cells));
  return numbered.every(({ ordinal }, i) => ordinal === i + 1) ? numbered.length : 0;
}

const hanOf = ([cell]: GridRow['cells']) => {
  const mark = parseMark(cell?.text ?? '');
  return mark?.kind === 'han' ? [mark] : [];
};

/**
 * The row of the first section below the table, which goes on counting where sections above it are numbered 一、二、三.
 * Where items are numbered alike, no row of several cells may follow it.
 */
function endOf(rows: readonly GridRow[], last: number): number | undefined {
  const formalItems = rows.some(({ cells }) => cells.length > 1 && cells.some(({ text }) => isFormal(text)));
  const from = formalItems ? rows.findLastIndex(({ cells }) => cells.length > 1) + 1 : 0;
  const goesOn = ({ cells }: GridRow): boolean =>
    last > 1 &&
    cells.length === 1 &&
    hanOf(cells).some(({ ordinal, rest }) => ordinal === last + 1 && !isContent(titleKind(rest)));
  return rows.slice(from).find(row => isSectionHeading(row) || goesOn(row))?.row;
}

/** The plan's table; where it holds no items and each of its parts has a title above its headings, one table for each. */
function tablesOf(sheet: TablePiece, sections: readonly Section[], until: number): readonly Piece[] {
  const titles = sections.slice(1).map(({ headingTop }) => titleAbove(sheet.grid, headingTop));
  const holdsItems = sections[0]!.columns.some(({ field }) => field === 'item');
  const part = (from: number, to: number): TablePiece => ({
    ...sheet,
    grid: rowsOf(sheet.grid, from, to),
    where: sheet.whereOf(from),
  });
  if (titles.length === 0 || holdsItems || !titles.every(row => row !== null))
    return [part(sections[0]!.headingTop, until)];
  return sections.flatMap(({ headingTop }, i) => [
    ...(i === 0 ? [] : textsOf(sheet, titles[i - 1]!)),
    { ...part(headingTop, Math.min(until, titles[i]?.row ?? until)), alone: false },
  ]);
}

/** A row of one numbered cell right above headings. */
function titleAbove({ rows }: Grid, headingTop: number): GridRow | null {
  const above = rows.findLast(({ row }) => row < headingTop);
  const [cell] = above?.cells ?? [];
  return above && cell && above.cells.length === 1 && parseMark(cell.text) ? above : null;
}

const isContent = (kind: ReturnType<typeof titleKind>): boolean => kind === 'other' || kind === 'content';

const isFormal = (text: string): boolean => parseMark(text)?.kind === 'formal';

const isSectionHeading = ({ cells }: GridRow): boolean => {
  const mark = cells.length === 1 ? parseMark(cells[0]!.text) : null;
  return (mark?.kind === 'formal' || mark?.kind === 'stem') && titleKind(mark.rest) !== 'other';
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

/** A sheet that holds a whole document without a table of the plan, a paragraph a row; null where it has no sections. */
export function documentPieces(sheet: TablePiece): readonly Piece[] | null {
  const pieces = tailOf(sheet, sheet.grid.rows);
  const texts = pieces.filter(piece => piece.kind === 'text');
  const kinds = new Set(findHeadings(pieces).list.map(({ kind }) => kind));
  const isDocument = kinds.has('content') && kinds.size > 2 && texts.length * 2 > sheet.grid.rows.length;
  return isDocument ? pieces : null;
}

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
