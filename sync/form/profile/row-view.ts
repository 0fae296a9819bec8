import { parseBareMark } from '../../model/index.ts';
import type { Grid, GridCell, GridRow } from '../../outline/grid.ts';
import type { Sheet } from '../../sheet/index.ts';
import { choicesIn } from './choices.ts';
import type { Layout, Place } from './layout.ts';

export const levels = ['item', 'keyPoint', 'step'] as const;
/** A finding is what a row asks where it stands in no other column. */
export type Level = (typeof levels)[number] | 'finding';

/** The column whose texts are what the rows ask. */
export const deepest = ({ fields }: Layout): Level => levels.findLast(level => fields.has(level)) ?? 'finding';

/** A row of a table with what begins in it in the columns that ask. */
export interface RowView {
  readonly row: number;
  readonly layout: Layout;
  /** Within the columns of the table. */
  readonly cells: readonly GridCell[];
  /** The row has no text anywhere. */
  readonly isBlank: boolean;
  readonly own: ReadonlyMap<Level, GridCell>;
  /** The own text of the deepest column. */
  readonly asked: GridCell | undefined;
  /** Some cell lists choices to mark. */
  readonly offersChoices: boolean;
  /** The file has cells for most columns of the row, each on its own, as in a drawn table. */
  readonly isDrawn: () => boolean;
}

export function viewRow({ row, cells }: GridRow, layout: Layout, sheet: Sheet): RowView {
  const own = new Map<Level, GridCell>();
  for (const level of [...levels, deepest(layout)]) {
    const cell = ownCell(cells, layout.fields.get(level));
    if (cell) own.set(level, cell);
  }
  return {
    row,
    layout,
    cells: cells.filter(({ left, right }) => right >= layout.left && left <= layout.right),
    isBlank: cells.length === 0,
    own,
    asked: own.get(deepest(layout)),
    offersChoices: cells.some(({ text }) => choicesIn(text).length > 1),
    isDrawn: () => isDrawn(sheet, row, layout),
  };
}

export const within = ({ left, right }: GridCell, place: Place | undefined): boolean =>
  place !== undefined && left >= place.left && right <= place.right;

/** The text that begins in a row in a column, or in the last of several under one title; marks alone only where nothing else is. */
export function ownCell(cells: readonly GridCell[], place: Place | undefined): GridCell | undefined {
  if (!place) return undefined;
  const found = cells.filter(({ left }) => left >= place.left && left <= place.right);
  return found.findLast(({ text }) => parseBareMark(text) === null) ?? found.at(-1);
}

/** The text that a person sees in a row in a column, however far up its block began; of several cells as `ownCell`. */
export function seenIn(grid: Grid, row: number, place: Place | undefined): GridCell | null {
  let mark: GridCell | null = null;
  for (let column = place?.right ?? 0; column >= (place?.left ?? 1); column--) {
    const cell = grid.at(row, column);
    if (cell && parseBareMark(cell.text) === null) return cell;
    mark = cell ?? mark;
  }
  return mark;
}

/** Half of the columns have a cell, and no merge reaches over half of them. */
export function isDrawn(sheet: Sheet, row: number, { left, right }: Layout): boolean {
  const cells = sheet.row(row)?.cells.filter(({ column }) => column >= left && column <= right) ?? [];
  const merged = cells.some(({ column }) => {
    const merge = sheet.mergeAt(row, column);
    return merge !== undefined && merge.right - merge.left >= (right - left) / 2;
  });
  return !merged && cells.length * 2 >= right - left + 1;
}
