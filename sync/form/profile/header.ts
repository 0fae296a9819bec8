import type { Grid, GridCell } from '../../outline/grid.ts';
import { monthOf } from '../../outline/headings.ts';
import { isChoiceWord } from './choices.ts';
import { columnsOf, type HeadedColumn, isWide, largest, splitColumns, type Titles } from './headed-columns.ts';
import { isLabel } from './labels.ts';
import { asksAndAnswers, gives, hasRoomForWords, isForm } from './title-sense.ts';
import { plainTitle, type Title, titleOf } from './titles.ts';

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeadedColumn[];
  /** Columns on the right that begin with the same titles again: another table, which is left out. */
  readonly again: { readonly left: number; readonly right: number } | null;
  /** Heads figures about the form rather than the form: it has no room for words, and another header has. */
  readonly isSummary: boolean;
}

const deepest = 3;
const mostTitle = 60;
/** The longest without a remark in parentheses or on a line of its own. */
const mostPlainTitle = 24;

/** All headers of a sheet from top to bottom: of its tables, and again at page breaks. */
export function findHeaders(grid: Grid): readonly Header[] {
  const titles = remember(titleOf);
  const headers: Header[] = [];
  for (const { row, cells } of grid.rows) {
    if (row <= (headers.at(-1)?.bottom ?? 0) || !mayHead(cells, titles)) continue;
    const header = headerAt(grid, row, null, titles);
    if (
      isForm(
        header.columns,
        headers.some(({ columns }) => hasRoomForWords(columns)),
      )
    )
      headers.push(header);
  }
  const words = headers.map(({ columns }) => hasRoomForWords(columns));
  return headers.map((header, i) => ({ ...header, isSummary: !words[i] && words.includes(true) }));
}

/** The same header again, such as at a page break: all its rows together tell what its columns are for. */
export const headsAlike = (a: Header, b: Header): boolean =>
  a === b ||
  (a.columns.length === b.columns.length &&
    a.columns.every(({ left, titles }, i) => left === b.columns[i]!.left && alike(titles, b.columns[i]!.titles)));

const alike = (a: readonly GridCell[], b: readonly GridCell[]): boolean =>
  a.map(({ text }) => text).join('\n') === b.map(({ text }) => text).join('\n');

/** The header that a person says stands in these rows. */
export const headerIn = (grid: Grid, top: number, bottom: number): Header =>
  headerAt(grid, top, bottom, remember(titleOf));

/** The same few texts stand in thousands of rows. */
function remember(titleOf: Titles): Titles {
  const known = new Map<string, Title | null>();
  return text => {
    if (text.length > mostTitle || (text.length > mostPlainTitle && !/[(（【〔「\n]/.test(text))) return null;
    const found = known.get(text);
    if (found !== undefined) return found;
    const title = titleOf(text);
    if (known.size < 20_000) known.set(text, title);
    return title;
  };
}

/** A cell longer than this holds an answer, and its row heads nothing. */
const mostInHeader = 150;

/** Two cells at least must be known titles; whoever has a title over a group of columns has them one row further down. */
const mayHead = (cells: readonly GridCell[], titles: Titles): boolean => {
  let known = 0;
  for (const { text } of cells) {
    if (text.length > mostInHeader) return false;
    if (titles(text) !== null) known++;
  }
  return known >= 2 || (known === 1 && cells.filter(({ text }) => isChoiceWord(text)).length >= 2);
};

function headerAt(grid: Grid, row: number, fixed: number | null, titles: Titles): Header {
  if (fixed === null && areSplit(grid.cellsOf(row - 1), grid.cellsOf(row), titles)) {
    return { top: row - 1, bottom: row, ...firstOf(splitColumns(grid, row, titles)), isSummary: false };
  }
  const bottom = fixed ?? bottomOf(grid, row, titles);
  const top = fixed === null ? topOf(grid, row, bottom) : row;
  return { top, bottom, ...firstOf(columnsOf(grid, top, bottom, titles)), isSummary: false };
}

const longestHalf = 6;

/** Titles whose first half stands in the row above, unmerged: 執行 over 要項. */
function areSplit(above: readonly GridCell[], cells: readonly GridCell[], titles: Titles): boolean {
  if (cells.length < 3 || above.length !== cells.length) return false;
  const isHalf = (cell: GridCell): boolean =>
    !isWide(cell) && cell.top === cell.bottom && cell.text.length <= longestHalf;
  const fit = cells.every((cell, i) => isHalf(cell) && isHalf(above[i]!) && above[i]!.left === cell.left);
  return fit && cells.filter(({ text }, i) => titles(`${above[i]!.text}${text}`) !== null).length * 2 > cells.length;
}

function bottomOf(grid: Grid, top: number, titles: Titles): number {
  const cells = grid.cellsOf(top);
  const named = cells.filter(({ text }) => titles(text) !== null);
  let bottom = Math.min(largest(named.map(cell => cell.bottom)), top + deepest - 1);
  for (let row = top + 1; row < top + deepest; row++) {
    const below = grid.cellsOf(row).filter(cell => cell.left >= cells[0]!.left);
    if (below.length === 0) continue;
    if (row > bottom + 1 || !areSubtitles(grid, top, row, below, titles)) break;
    bottom = Math.max(bottom, row, Math.min(largest(below.map(cell => cell.bottom)), top + deepest - 1));
  }
  return bottom;
}

const longestSubtitle = 14;
const isFigure = ({ text }: GridCell): boolean => /^\d+([./-]\d+)*$/.test(text);
/** Whether all that a row holds are shorter titles under those of the rows above. */
function areSubtitles(grid: Grid, top: number, row: number, cells: readonly GridCell[], titles: Titles): boolean {
  const isKnown = ({ text }: GridCell): boolean =>
    titles(text) !== null || isChoiceWord(text) || monthOf(text) !== null;
  if (cells.length >= 2 && cells.every(isKnown)) return true;
  return cells.every(cell => {
    if (cell.text.length > longestSubtitle) return false;
    for (let above = row - 1; above >= top; above--) {
      const parent = grid.at(above, cell.left);
      if (!parent) continue;
      if (isFigure(cell) && !gives.has(titles(parent.text)?.field)) return false;
      return isWide(parent) && parent.right - parent.left > cell.right - cell.left;
    }
    return isKnown(cell);
  });
}

/** Titles over groups of columns stand above the row that names them; they are merged over their group or down to its row. */
function topOf(grid: Grid, row: number, bottom: number): number {
  const titled = grid.cellsOf(row);
  const [left, right] = [titled[0]!.left, largest(titled.map(cell => cell.right))];
  const blocks = blocksOf(titled);
  let top = row;
  while (top > 1 && bottom - top + 1 < deepest) {
    const above = grid.cellsOf(top - 1);
    const groups = above.filter(
      cell => isWide(cell) && !blocks.some(block => cell.left <= block.left && cell.right >= block.right),
    );
    const fit = above.every(
      cell =>
        cell.text.length <= mostTitle / 2 &&
        !/[:：]/.test(cell.text) &&
        !isLabel(cell.text) &&
        (cell.bottom >= row || (groups.includes(cell) && cell.left >= left && cell.right <= right)),
    );
    if (!fit || groups.length === 0) break;
    top--;
  }
  return top;
}

/** Titles side by side; a table of its own begins behind an empty column, and a line over all of one is no title of a group. */
function blocksOf(titled: readonly GridCell[]): readonly { readonly left: number; readonly right: number }[] {
  const blocks: { left: number; right: number }[] = [];
  for (const { left, right } of titled) {
    const last = blocks.at(-1);
    if (last && left <= last.right + 1) last.right = right;
    else blocks.push({ left, right });
  }
  return blocks.filter(({ left, right }) => right > left);
}

/** Of two tables side by side, the second with the titles of the first, the one on the left. */
function firstOf(columns: readonly HeadedColumn[]): Pick<Header, 'columns' | 'again'> {
  const title = (at: number): string => plainTitle(columns[at]?.titles.map(({ text }) => text).join('\n') ?? '');
  const repeats = (at: number): boolean => [0, 1].every(i => title(i) !== '' && title(at + i) === title(i));
  const at = columns.findIndex((_, i) => i >= 2 && repeats(i));
  const [second, first] = [columns.slice(at), columns.slice(0, at)];
  if (at < 0 || ![first, second].every(asksAndAnswers)) return { columns, again: null };
  return { columns: first, again: { left: second[0]!.left, right: second.at(-1)!.right } };
}
