import type { Grid } from '../../outline/grid.ts';
import type { Sheet } from '../../sheet/index.ts';
import type { Layout } from './layout.ts';
import { isDrawn } from './row-view.ts';
import type { RowKind } from './table.ts';

export interface BlankRows {
  /** Between rows of the table. */
  readonly inside: readonly number[];
  /** After the last row, drawn like those above. */
  readonly spare: readonly number[];
}

/** More rows without a cell than this are no gap but the end. */
const widestGap = 20;

/**
 * The rows of a table in which nothing stands.
 * @param last the last row that asks something
 */
export function blankRowsOf(
  grid: Grid,
  sheet: Sheet,
  kinds: ReadonlyMap<number, RowKind>,
  layout: Layout,
  { first, last }: { readonly first: number; readonly last: number },
): BlankRows {
  const isBlank = (row: number): boolean =>
    kinds.get(row) === 'blank' || (grid.cellsOf(row).length === 0 && !isCovered(grid, row, layout));
  const inside: number[] = [];
  let run: number[] = [];
  let previous = first;
  for (const row of [...kinds.keys()].filter(row => row > first && row <= last)) {
    if (row - previous - 1 <= widestGap) {
      for (let gap = previous + 1; gap < row; gap++) if (isBlank(gap)) run.push(gap);
    }
    previous = row;
    if (isBlank(row)) {
      run.push(row);
      continue;
    }
    if (!isTop(kinds.get(row))) inside.push(...run);
    run = [];
  }
  const styles = stylesOf(sheet, last, layout);
  const spare: number[] = [];
  for (let row = last + 1; sheet.row(row) && isBlank(row) && isSpare(sheet, row, layout, styles); row++)
    spare.push(row);
  return { inside, spare };
}

/** A header that comes again and the titles above it begin a page or a table; what is blank before them ends one. */
const isTop = (kind: RowKind | undefined): boolean => kind === 'header' || kind === 'preamble';

/** A block that began further up reaches over all the row's text. */
const isCovered = (grid: Grid, row: number, { left, right }: Layout): boolean => {
  for (let column = left; column <= right; column++) if (grid.at(row, column)) return true;
  return false;
};

function stylesOf(sheet: Sheet, row: number, { left, right }: Layout): ReadonlySet<number> {
  const styles = new Set<number>();
  for (let column = left; column <= right; column++) {
    const style = sheet.cell(row, column)?.styleIndex;
    if (style) styles.add(style);
  }
  return styles;
}

/** Drawn, and some cell styled as in the last row. */
const isSpare = (sheet: Sheet, row: number, layout: Layout, styles: ReadonlySet<number>): boolean =>
  isDrawn(sheet, row, layout) &&
  sheet
    .row(row)!
    .cells.some(({ column, styleIndex }) => column >= layout.left && column <= layout.right && styles.has(styleIndex));
