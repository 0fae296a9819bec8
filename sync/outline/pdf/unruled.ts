import { parseMark } from '../../model/index.ts';
import { columnOf, type Interval, stepWithin } from './columns.ts';
import { type Block, beginnings, fromTop, nearest, sharedOut } from './share-rows.ts';
import type { PageCell } from './sketch.ts';
import { joinRuns, type Run, type TextLine } from './text-lines.ts';

/** More rows than this on a page are no table of a plan, and would take long to share out. */
const mostRows = 200;
/** A line this much further below than usual, in distances of lines, begins something new. */
const apart = 1.35;

export interface Rows {
  readonly rows: number;
  readonly cells: readonly PageCell[];
}

/**
 * Rows and cells of lines that stand in columns with nothing drawn between them. The column with most to say tells the
 * rows; the texts of the others stand at the top of the rows that they belong to, or in the middle of them.
 * @param goesOn whether rows of a table on the page before may go on here
 */
export function rowsOf(lines: readonly TextLine[], gutters: readonly Interval[], goesOn: boolean): Rows | null {
  const columns = gutters.map((_, i) => i).concat(gutters.length);
  const leading = stepWithin(columns.map(column => lines.flatMap(line => inColumn(line, column, gutters))));
  const headings = headingRows(lines, gutters, leading);
  const heading = headings.flat().length;
  const body = columns.map(column => lines.slice(heading).flatMap(line => inColumn(line, column, gutters)));
  const blocks = body.map((found, column) => blocksIn(found, column, leading));
  const main = mainColumn(blocks);
  const told = blocks[main]!;
  if (told.length === 0 || told.length > mostRows) return null;
  const others = blocks.filter((_, column) => column !== main).flat();
  const isAtTop = isAlignedAtTop(told, others, leading);
  const rows = isAtTop && main > 0 ? withBands(told, blocks[0]!) : told;
  const placed = blocks.map((column, i) => {
    if (i === main) return rows.flatMap((row, at) => (row.column === main ? [rowCell(row, at)] : []));
    return isAtTop ? fromTop(column, rows, i < main) : nearest(column, rows);
  });
  for (let i = main - 1; i >= 0 && !isAtTop; i--) {
    placed[i] = sharedOut(blocks[i]!, rows, beginnings(placed[i + 1]!, rows.length), goesOn);
  }
  const down = headings.length;
  const cells = placed.flat().map(cell => ({ ...cell, top: cell.top + down, bottom: cell.bottom + down }));
  return {
    rows: rows.length + down,
    cells: [...headingCells(headings, gutters), ...cells],
  };
}

const rowCell = ({ column, lines }: Block, row: number): PageCell => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
  lines,
});

/** What of a line stands in a column; nothing when none of it does. */
export function inColumn(line: TextLine, column: number, gutters: readonly Interval[]): readonly TextLine[] {
  const runs = line.runs.filter(run => columnOf(run, gutters) === column);
  return runs.length === 0 ? [] : [{ ...line, ...ofRuns(runs) }];
}

const ofRuns = (runs: readonly Run[]) => ({
  runs,
  text: joinRuns(runs),
  left: runs[0]!.left,
  baseline: runs[0]!.baseline,
  right: runs.at(-1)!.right,
});

const longestHeading = 12;
const deepestHeading = 3;

/**
 * The lines at the beginning that are a heading, in its rows: names of columns, short and without numbers. Where some names
 * are wrapped and stand in the middle beside the others, the first line may hold but one. Further below stand names of columns
 * that have none yet.
 */
function headingRows(
  lines: readonly TextLine[],
  gutters: readonly Interval[],
  leading: number,
): readonly (readonly TextLine[])[] {
  const headed = new Set<number>();
  const rows: TextLine[][] = [];
  for (const [i, line] of lines.slice(0, deepestHeading + 1).entries()) {
    const { runs, baseline } = line;
    if (!runs.every(({ text }) => text.length <= longestHeading && parseMark(text) === null)) break;
    const columns = runs.map(run => columnOf(run, gutters));
    const isNear = i > 0 && baseline - lines[i - 1]!.baseline <= 1.1 * leading;
    const isUnder = !columns.includes(0) && columns.some(column => !headed.has(column));
    if (i > 0 && !isNear && !isUnder) break;
    if (isNear) rows.at(-1)!.push(line);
    else rows.push([line]);
    for (const column of columns) headed.add(column);
  }
  return headed.size >= Math.min(3, gutters.length + 1) ? rows : [];
}

/** A name reaches down to the last row of the heading where none stands below it, and over the columns that have no other. */
function headingCells(rows: readonly (readonly TextLine[])[], gutters: readonly Interval[]): readonly PageCell[] {
  const cells = rows.map((lines, row) => namesIn(lines, gutters, row));
  return cells.flatMap((names, row) =>
    names.map((name, i): PageCell => {
      const below = cells.slice(row + 1).flat();
      const next = names[i + 1]?.left ?? gutters.length + 1;
      const right = below.length > 0 ? Math.max(name.right, lastUnder(below, name.left, next)) : name.right;
      const isAlone = below.every(other => other.right < name.left || other.left > right);
      return { ...name, right, bottom: isAlone ? rows.length - 1 : row };
    }),
  );
}

const lastUnder = (cells: readonly PageCell[], from: number, to: number): number =>
  cells.reduce((last, { left }) => (left >= from && left < to ? Math.max(last, left) : last), from);

function namesIn(lines: readonly TextLine[], gutters: readonly Interval[], row: number): readonly PageCell[] {
  const cells = new Map<string, PageCell>();
  for (const line of lines) {
    for (const run of line.runs) {
      const left = gutters.filter(({ to }) => to <= run.left + 1).length;
      const right = Math.max(left, gutters.filter(({ from, to }) => (from + to) / 2 < run.right).length);
      const found = cells.get(`${left} ${right}`);
      const own = { ...line, ...ofRuns([run]) };
      cells.set(`${left} ${right}`, { top: row, bottom: row, left, right, lines: [...(found?.lines ?? []), own] });
    }
  }
  return [...cells.values()].sort((a, b) => a.left - b.left);
}

/** Headings between rows stand in the first column with nothing beside them. */
function withBands(rows: readonly Block[], first: readonly Block[]): readonly Block[] {
  const bands = first.filter(({ top, lines }) => {
    const half = lines[0]!.size * 0.5;
    const isBeside = rows.some(row => row.top - half <= top && top <= row.bottom + half);
    return !isBeside && parseMark(lines[0]!.text) !== null;
  });
  return [...rows, ...bands].toSorted((a, b) => a.top - b.top);
}

function blocksIn(lines: readonly TextLine[], column: number, leading: number): readonly Block[] {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isNew = !before || line.baseline - before.baseline > apart * leading || parseMark(line.text) !== null;
    if (isNew) groups.push([line]);
    else group!.push(line);
  }
  return groups.map(group => ({
    column,
    lines: group,
    top: group[0]!.baseline,
    bottom: group.at(-1)!.baseline,
  }));
}

/** The column with most texts, and of several such the one with most to read. */
function mainColumn(blocks: readonly (readonly Block[])[]): number {
  const most = Math.max(...blocks.map(({ length }) => length));
  const letters = blocks.map(column =>
    column.length < most ? -1 : column.flatMap(({ lines }) => lines).reduce((sum, l) => sum + l.text.length, 0),
  );
  return letters.indexOf(Math.max(...letters));
}

function isAlignedAtTop(rows: readonly Block[], others: readonly Block[], leading: number): boolean {
  const aligned = others.filter(({ top }) => rows.some(row => Math.abs(row.top - top) < 0.25 * leading));
  return aligned.length >= 0.7 * others.length;
}
