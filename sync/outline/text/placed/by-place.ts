import { parseMark } from '../../../model/index.ts';
import type { DocumentTable } from '../../document.ts';
import { type GridCell, makeGrid } from '../../grid.ts';
import { type Field, fieldOf, isText } from '../../headings.ts';
import { beginnings, fromTop, sharedOut } from '../../pdf/share-rows.ts';
import { endsSentence, goesOn, seamBetween } from '../join.ts';
import type { TextLine } from '../lines.ts';
import { tidy, widthOf } from '../width.ts';
import { type Block, blockOf, type Printed, toBlocks } from './blocks.ts';
import type { PlacedHeading } from './heading.ts';

/** What stands in a column of a line. */
export interface PlacedText extends Printed {
  readonly column: number;
}

/** A longer table is no plan's, and would take long to share out. */
const mostRows = 300;
const mostTexts = 5_000;
/** A line this short of the widest in its column was not wrapped. */
const spare = 3;

/**
 * The table that texts form by where they stand: the last column of text tells the rows, the others say something of those
 * beside them, at their top or in their middle. Null where nothing tells the rows.
 */
export function tableByPlace(
  texts: readonly PlacedText[],
  heading: PlacedHeading,
  first: TextLine,
  name: string,
): DocumentTable | null {
  if (texts.length > mostTexts) return null;
  const fields = heading.words.map(({ text }) => fieldOf(text));
  const main = fields.findLastIndex(isText);
  const columns = heading.words.map((_, column) => texts.filter(text => text.column === column));
  const widest = columns.map(list => list.reduce((most, { text }) => Math.max(most, widthOf(text)), 0));
  const isOpen = (column: number, before: Printed): boolean => widthOf(before.text) >= widest[column]! - spare;
  const told = toBlocks(columns[main]!, before => !endsSentence(before.text));
  if (told.length === 0 || told.length > mostRows) return null;
  const blocks = columns.map((list, column) =>
    column === main ? told : toBlocks(list, (before, next) => next.at - before.at <= 1 || isOpen(column, before)),
  );
  const beginHere = (list: readonly Block[], share: number): boolean =>
    list.filter(({ first: at }) => told.some(row => row.first === at)).length >= share * list.length;
  const isAtTop = beginHere(blocks.slice(0, main).flat(), 0.9) && beginHere(blocks.slice(main + 1).flat(), 0.7);
  const rows = told.map(block => blockOf(block, main));
  const cells: Cell[][] = columns.map(() => []);
  cells[main] = told.map(({ lines }, row) => ({ top: row, bottom: row, lines }));
  for (let column = main + 1; column < columns.length; column++)
    cells[column] = isAtTop ? atTop(columns[column]!, told) : inMiddle(columns[column]!, told);
  for (let column = main - 1; column >= 0; column--) {
    const own = blocks[column]!.map(block => blockOf(block, column));
    const right = cells[column + 1]!.map(({ top, bottom, lines }) => ({
      top,
      bottom,
      left: column + 1,
      right: column + 1,
      lines: lines.map(line => blockOf({ first: line.at, last: line.at, lines: [line] }, column).lines[0]!),
    }));
    const shared = isAtTop ? fromTop(own, rows, true) : sharedOut(own, rows, beginnings(right, rows.length), false);
    cells[column] = shared.map(({ top, bottom, lines }) => ({
      top,
      bottom,
      lines: lines.map(line => ({ at: line.baseline, line: 0, stretch: 0, text: line.text })),
    }));
  }
  const lineOf = (row: number): number => told[row - 2]?.lines[0]?.line ?? first.line;
  const body = cells.flatMap((list, column) =>
    list.map(
      ({ top, bottom, lines }): GridCell => ({
        text: cellText(lines, fields[column]!, before => isOpen(column, before)),
        top: top + 2,
        bottom: bottom + 2,
        left: column + 1,
        right: column + 1,
      }),
    ),
  );
  const headings = heading.words.map(
    ({ text }, i): GridCell => ({ text, top: 1, bottom: 1, left: i + 1, right: i + 1 }),
  );
  const all = [...headings, ...body].filter(({ text }) => text !== '').sort((a, b) => a.top - b.top || a.left - b.left);
  return {
    kind: 'table',
    grid: makeGrid({ name, visible: true, cells: all, isRowHidden: () => false }),
    place: { line: first.line },
    placeOf: row => ({ line: lineOf(row) }),
  };
}

interface Cell {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly Printed[];
}

/** What stands beside the rows, line by line, each with the row above, at whose top the first one stands. */
const atTop = (lines: readonly Printed[], rows: readonly Block[]): Cell[] =>
  [
    ...Map.groupBy(lines, ({ at }) =>
      Math.max(
        0,
        rows.findLastIndex(({ first }) => first <= at),
      ),
    ),
  ].map(([row, own]) => ({ top: row, bottom: row, lines: own }));

/** A cell beside the text of a row has no more lines than these. */
const mostLines = 8;
/** Lines of one cell have no more than one line of others between them. */
const mostApart = 2;

/** Shares lines out among the rows, in order, so that what each gets stands as near as can be to its middle. */
function inMiddle(lines: readonly Printed[], rows: readonly Block[]): Cell[] {
  const middles = rows.map(({ first, last }) => (first + last) / 2);
  const off = (from: number, to: number, row: number): number =>
    ((lines[from]!.at + lines[to - 1]!.at) / 2 - middles[row]!) ** 2 + 0.01 * (to - from - 1);
  // best[r][n]: the least sum with the first n lines shared out among the rows before r; taken, how many the last of those got.
  const none = (): number[] => new Array<number>(lines.length + 1).fill(Number.POSITIVE_INFINITY);
  const best = Array.from({ length: rows.length + 1 }, none);
  const taken = Array.from({ length: rows.length + 1 }, none);
  best[0]![0] = 0;
  for (let r = 1; r <= rows.length; r++) {
    for (let n = 0; n <= lines.length; n++) {
      best[r]![n] = best[r - 1]![n]!;
      taken[r]![n] = 0;
      for (let many = 1; many <= Math.min(n, mostLines); many++) {
        if (many > 1 && lines[n - many + 1]!.at - lines[n - many]!.at > mostApart) break;
        const sum = best[r - 1]![n - many]! + off(n - many, n, r - 1);
        if (sum >= best[r]![n]!) continue;
        best[r]![n] = sum;
        taken[r]![n] = many;
      }
    }
  }
  const cells: Cell[] = [];
  for (let [r, n] = [rows.length, lines.length]; r > 0; r--) {
    const many = taken[r]![n]!;
    if (many > 0 && Number.isFinite(many))
      cells.unshift({ top: r - 1, bottom: r - 1, lines: lines.slice(n - many, n) });
    n -= Number.isFinite(many) ? many : 0;
  }
  return cells;
}

/** Lines of one cell: wrapped ones are joined, new ones begin after \n. */
function cellText(lines: readonly Printed[], field: Field | null, isWrapped: (line: Printed) => boolean): string {
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1];
    if (!before) return tidy(line.text);
    const own = tidy(line.text);
    const joins =
      field === 'unit' || field === 'assist'
        ? false
        : field === 'deadline'
          ? isTornDate(before.text)
          : isWrapped(before) || goesOn(before.text);
    return parseMark(own) === null && joins ? text + seamBetween(text, own) + own : `${text}\n${own}`;
  }, '');
}

/** 3月、6 / 月 */
const isTornDate = (text: string): boolean => /[\d、,，及至~-]$/.test(text);
