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
  const heading = headingLines(lines, gutters, leading);
  const body = columns.map(column => lines.slice(heading).flatMap(line => inColumn(line, column, gutters)));
  const blocks = body.map((found, column) => blocksIn(found, column, leading));
  const main = mainColumn(blocks);
  const rows = blocks[main]!;
  if (rows.length === 0 || rows.length > mostRows) return null;
  const others = blocks.filter((_, column) => column !== main).flat();
  const isAtTop = isAlignedAtTop(rows, others, leading);
  const placed = blocks.map((column, i) => {
    if (i === main) return column.map(rowCell);
    return isAtTop ? fromTop(column, rows, i < main) : nearest(column, rows);
  });
  for (let i = main - 1; i >= 0 && !isAtTop; i--) {
    placed[i] = sharedOut(blocks[i]!, rows, beginnings(placed[i + 1]!, rows.length), goesOn);
  }
  const down = heading > 0 ? 1 : 0;
  const cells = placed.flat().map(cell => ({ ...cell, top: cell.top + down, bottom: cell.bottom + down }));
  return {
    rows: rows.length + down,
    cells: [...headingCells(lines.slice(0, heading), gutters), ...cells],
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
 * How many lines at the beginning are a heading: names of columns, short and without numbers. Where some names are wrapped
 * and stand in the middle beside the others, the first line may hold but one.
 */
function headingLines(lines: readonly TextLine[], gutters: readonly Interval[], leading: number): number {
  const headed = new Set<number>();
  let count = 0;
  while (count < Math.min(deepestHeading, lines.length)) {
    const { runs, baseline } = lines[count]!;
    const isName = runs.every(({ text }) => text.length <= longestHeading && parseMark(text) === null);
    if (!isName || (count > 0 && baseline - lines[count - 1]!.baseline > 1.1 * leading)) break;
    for (const run of runs) headed.add(columnOf(run, gutters));
    count++;
  }
  return headed.size >= Math.min(3, gutters.length + 1) ? count : 0;
}

function headingCells(lines: readonly TextLine[], gutters: readonly Interval[]): readonly PageCell[] {
  const cells = new Map<string, PageCell>();
  for (const line of lines) {
    for (const run of line.runs) {
      const left = gutters.filter(({ to }) => to <= run.left + 1).length;
      const right = Math.max(left, gutters.filter(({ from }) => from < run.right - 1).length);
      const found = cells.get(`${left} ${right}`);
      const own = { ...line, ...ofRuns([run]) };
      cells.set(`${left} ${right}`, { top: 0, bottom: 0, left, right, lines: [...(found?.lines ?? []), own] });
    }
  }
  return [...cells.values()];
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
