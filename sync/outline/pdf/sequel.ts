import { parseMark } from '../../model/index.ts';
import type { Interval } from './columns.ts';
import type { PageTable } from './sketch.ts';
import { type PlacedLine, roomIn, type Table, type TableCell, tableOf } from './table.ts';
import { breaksOff, type Room } from './wrapping.ts';

/** Borders of one column on two pages differ by no more, in points. */
const sameBorder = 4;

/** Whether a table goes on in another: it is as wide, and one has the column borders of the other. */
export function goesOnIn(table: Table, part: PageTable): boolean {
  if (table.gutters || part.gutters) return haveSameGutters(table.gutters, part.gutters);
  const shift = part.xs[0]! - table.xs[0]!;
  const ours = table.xs;
  const theirs = part.xs.map(x => x - shift);
  if (Math.abs(ours.at(-1)! - theirs.at(-1)!) > 1.5 * sameBorder) return false;
  const [few, many] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  return few.every(x => many.some(other => Math.abs(other - x) <= sameBorder));
}

/** Gaps are as wide as the texts beside them leave them on each page, but they lie at the same place. */
function haveSameGutters(ours: readonly Interval[] | null, theirs: readonly Interval[] | null): boolean {
  if (!ours || !theirs || ours.length !== theirs.length) return false;
  return ours.every(({ from, to }, i) => Math.min(to, theirs[i]!.to) > Math.max(from, theirs[i]!.from));
}

/**
 * A table with what stands of it on the next page. A heading that is printed again is left out; a row that was cut by
 * the end of the page becomes whole, and so does a block of merged cells.
 */
export function withSequel(table: Table, part: PageTable): Table {
  const shift = part.gutters ? 0 : part.xs[0]! - table.xs[0]!;
  const next = tableOf({ ...part, xs: part.gutters ? table.xs : part.xs.map(x => x - shift) });
  const xs = unionOf(table.xs, next.xs);
  const above = onColumns(table, xs);
  const below = withoutHeading(above, moveLines(onColumns(next, xs), shift));
  const joined = below.rows === 0 ? above : stitch(above, below, xs);
  return { ...joined, xs, lastPage: part.page, bottom: part.bottom };
}

function unionOf(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...a, ...b.filter(x => !a.some(other => Math.abs(other - x) <= sameBorder))].sort((x, y) => x - y);
}

/** The same cells, counted in other columns that have all of their borders. */
function onColumns(table: Table, xs: readonly number[]): Table {
  const columnOf = (border: number): number =>
    xs.reduce((best, x, i) => (Math.abs(x - border) < Math.abs(xs[best]! - border) ? i : best), 0);
  const borders = table.xs.map(columnOf);
  return {
    ...table,
    xs,
    cells: table.cells.map(cell => ({ ...cell, left: borders[cell.left]!, right: borders[cell.right + 1]! - 1 })),
  };
}

const moveLines = (table: Table, shift: number): Table => ({
  ...table,
  cells: table.cells.map(cell => ({
    ...cell,
    lines: cell.lines.map(line => ({ ...line, left: line.left - shift, right: line.right - shift })),
  })),
});

/** Only a heading of a few rows is printed again. */
const mostHeading = 4;

function withoutHeading(above: Table, below: Table): Table {
  let heading = 0;
  while (heading < Math.min(mostHeading, below.rows) && rowText(above, heading) === rowText(below, heading)) heading++;
  while (heading > 0 && below.cells.some(({ top, bottom }) => top < heading && bottom >= heading)) heading--;
  const said = below.cells.some(({ top, lines }) => top < heading && lines.length > 0);
  if (!said) return below;
  return {
    ...below,
    rows: below.rows - heading,
    cells: below.cells
      .filter(({ top }) => top >= heading)
      .map(cell => ({ ...cell, top: cell.top - heading, bottom: cell.bottom - heading })),
  };
}

const rowText = ({ cells }: Table, row: number): string =>
  cells
    .filter(({ top }) => top === row)
    .toSorted((a, b) => a.left - b.left)
    .map(({ left, lines }) => `${left} ${lines.map(({ text }) => text.replace(/\s/g, '')).join('')}`)
    .join('|');

interface Seam {
  readonly above: TableCell;
  readonly below: TableCell;
  readonly room: Room;
}

/** Puts the rows of one page under those of the other. */
function stitch(above: Table, below: Table, xs: readonly number[]): Table {
  const roomOf = roomIn({ xs, gutters: above.gutters, cells: [...above.cells, ...below.cells] });
  const last = above.rows - 1;
  const feet = above.cells.filter(({ bottom }) => bottom === last);
  const heads = below.cells.filter(({ top }) => top === 0);
  const seams = feet.flatMap(foot => {
    const head = heads.find(({ left, right }) => left === foot.left && right === foot.right);
    return head ? [{ above: foot, below: head, room: roomOf(foot) }] : [];
  });
  const isCut = seams.length === heads.length && isRowCut(seams, above, last);
  const shift = isCut ? last : above.rows;
  const partners = new Map<TableCell, TableCell>();
  const main = widestOf(seams)?.above.left ?? 0;
  for (const seam of seams) if (isCut || isBlockCut(seam, main)) partners.set(seam.above, seam.below);
  const taken = new Set(partners.values());
  const moved = (cell: TableCell): TableCell => ({ ...cell, top: cell.top + shift, bottom: cell.bottom + shift });
  return {
    ...above,
    rows: shift + below.rows,
    cells: [
      ...above.cells.map(cell => {
        const partner = partners.get(cell);
        return partner ? joinCells(cell, moved(partner)) : cell;
      }),
      ...below.cells.filter(cell => !taken.has(cell)).map(moved),
    ],
  };
}

const joinCells = (above: TableCell, below: TableCell): TableCell => ({
  ...above,
  bottom: Math.max(above.bottom, below.bottom),
  lines: [...above.lines, ...below.lines] as readonly PlacedLine[],
});

const isEmpty = ({ lines }: TableCell): boolean => lines.length === 0;
const spans = ({ top, bottom }: TableCell): boolean => bottom > top;

/**
 * A row goes on overleaf when nothing in its cells overleaf begins anew: a text breaks off and goes on, or a cell was
 * empty on one of the pages.
 */
function isRowCut(seams: readonly Seam[], table: Table, last: number): boolean {
  const told = seams.filter(({ above, below }) => !isEmpty(above) || !isEmpty(below));
  const both = told.filter(({ above, below }) => !isEmpty(above) && !isEmpty(below));
  const row = both.filter(({ above }) => above.top === last);
  const overleaf = told.filter(({ below }) => !isEmpty(below));
  if (both.some(seam => !flows(seam) && !isUnmarked(seam, table, overleaf.length === 1))) return false;
  if (row.length > 0) return true;
  const widest = widestOf(told);
  return widest !== null && !isEmpty(widest.above) && overleaf.every(({ above }) => above.top === last);
}

/** The column with most room holds the text that tells the rows. */
const widestOf = (seams: readonly Seam[]): Seam | null =>
  seams.reduce<Seam | null>((most, seam) => (most && width(most.room) >= width(seam.room) ? most : seam), null);

const width = ({ left, right }: Room): number => right - left;
const flows = ({ above, below, room }: Seam): boolean => breaksOff(above.lines, below.lines, room);

/** Where nearly every text of a column begins with a number, one without is the rest of the one before. */
function isUnmarked({ above, below }: Seam, { cells }: Table, isAlone: boolean): boolean {
  if (!isAlone || startsMarked(below)) return false;
  const column = cells.filter(cell => cell.left === above.left && !isEmpty(cell));
  return column.length >= 5 && column.filter(startsMarked).length >= column.length * 0.8;
}

const startsMarked = ({ lines }: TableCell): boolean => lines[0] !== undefined && parseMark(lines[0].text) !== null;

/**
 * A merged block reaches over the end of the page: its text stands on one of the two, or breaks off on the first. Of a
 * block only one row may be left on either page.
 */
function isBlockCut(seam: Seam, main: number): boolean {
  const { above, below } = seam;
  if (!isEmpty(above) && !isEmpty(below)) return (above.left < main || spans(above) || spans(below)) && flows(seam);
  if (!spans(above) && !spans(below)) return false;
  return isEmpty(below) || above.top > 0;
}
