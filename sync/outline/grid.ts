import { indexMerges, type Range, type Sheet } from '../sheet/index.ts';

/** A cell that has text, with the block that it covers when it is merged. */
export interface GridCell extends Range {
  /** Without blanks at its ends; never empty. */
  readonly text: string;
}

export interface GridRow {
  readonly row: number;
  readonly hidden: boolean;
  /** The cells that begin in this row, from left to right. */
  readonly cells: readonly GridCell[];
}

/**
 * A table as any document gives it: a sheet, or a table of a text document. Only this form is interpreted, so that
 * a further format needs no more than a way to make one.
 */
export interface Grid {
  readonly name: string;
  readonly visible: boolean;
  /** Rows in which some text begins, ascending. */
  readonly rows: readonly GridRow[];
  /** There are more rows than anybody reads; those after the last one here were left out. */
  readonly cut: boolean;
  readonly cellsOf: (row: number) => readonly GridCell[];
  /** The text that a person sees there: of the cell itself or of the merged block that covers it. */
  readonly at: (row: number, column: number) => GridCell | null;
}

export interface GridSource {
  readonly name: string;
  readonly visible: boolean;
  readonly cells: Iterable<GridCell>;
  readonly isRowHidden: (row: number) => boolean;
  /** Rows beyond these are left out. */
  readonly mostRows?: number;
}

/** Far more rows and columns than any plan has; beyond them a sheet is a list of something else. */
const mostPlanRows = 10_000;
export const mostColumns = 256;

export function makeGrid({ name, visible, cells, isRowHidden, mostRows = mostPlanRows }: GridSource): Grid {
  const byRow = new Map<number, GridCell[]>();
  const merged: GridCell[] = [];
  let cut = false;
  for (const cell of cells) {
    if (cell.left > mostColumns) continue;
    const row = byRow.get(cell.top);
    if (row) row.push(cell);
    else if (byRow.size === mostRows) {
      cut = true;
      break;
    } else byRow.set(cell.top, [cell]);
    if (cell.bottom > cell.top || cell.right > cell.left) merged.push(cell);
  }
  const covering = indexMerges(merged);
  const rows = [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, list]) => ({ row, hidden: isRowHidden(row), cells: list.sort((a, b) => a.left - b.left) }));
  return {
    name,
    visible,
    rows,
    cut,
    cellsOf: row => byRow.get(row) ?? [],
    at: (row, column) =>
      (covering(row, column) as GridCell | undefined) ??
      byRow.get(row)?.find(cell => cell.left === column && cell.bottom === cell.top) ??
      null,
  };
}

/** A sheet as a grid. What stands under a merged block, unseen, is left out. */
export function gridOf(sheet: Sheet, mostRows?: number): Grid {
  return makeGrid({
    name: sheet.name,
    visible: sheet.state === 'visible',
    cells: textCells(sheet),
    isRowHidden: sheet.isRowHidden,
    ...(mostRows === undefined ? {} : { mostRows }),
  });
}

function* textCells(sheet: Sheet): Iterable<GridCell> {
  for (const { row, cells } of sheet.rows) {
    for (const { column, text: raw } of cells) {
      const text = raw.trim();
      if (text === '') continue;
      const block = sheet.mergeAt(row, column);
      if (block && (block.top !== row || block.left !== column)) continue;
      yield { text, ...(block ?? { top: row, left: column, bottom: row, right: column }) };
    }
  }
}
