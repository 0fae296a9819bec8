import { isText } from '../headings.ts';
import type { Column } from './cells.ts';
import { textColumns } from './cells.ts';
import type { HeadingCell } from './header.ts';
import type { Levels } from './levels.ts';

/** A column of the table that is made of a text: where its cells go, and what it is headed with. */
export interface TableColumn {
  readonly column: Column;
  readonly heading: string;
}

const besides: Readonly<Record<string, Column>> = {
  unit: 'unit',
  assist: 'unit',
  deadline: 'deadline',
  frequency: 'deadline',
  remarks: 'remarks',
};

/**
 * The columns of a table by its headings. Where the marks show more levels than headings name, as under one heading that
 * reaches over two columns, the columns without a heading stand right of those that have one.
 * @param unheadedUnits names of units were printed though no heading is left of their column
 */
export function columnsOf(
  cells: readonly HeadingCell[],
  levels: Levels,
  unheadedUnits: boolean,
): readonly TableColumn[] {
  const headings = cells.filter(({ field }) => isText(field)).map(({ heading }) => heading);
  const count = Math.min(3, Math.max(headings.length, levels.size));
  const texts = textColumns.slice(0, count).map((column, i) => ({ column, heading: headings[i] ?? '' }));
  const others = new Map<Column, string>();
  for (const { field, heading } of cells) {
    const column = field === null ? undefined : besides[field];
    if (column && !others.has(column)) others.set(column, heading);
  }
  if (unheadedUnits && !others.has('unit')) others.set('unit', '執行單位');
  return [...texts, ...[...others].map(([column, heading]) => ({ column, heading }))];
}
