import { parseMark } from '../../model/index.ts';
import type { GridRow } from '../../outline/grid.ts';
import { isLabel } from './labels.ts';
import { isFootnote } from './outside-rows.ts';

/** Rows above a table that explain how to fill it in: from 說明 on, as long as numbered lines or further remarks follow. */
export function notesAbove(rows: readonly GridRow[]): readonly number[] {
  const notes: number[] = [];
  for (const { row, cells } of rows) {
    const [first] = cells;
    const isMore = notes.length > 0 && cells.length === 1 && first !== undefined && !isLabel(first.text);
    if (isFootnote(cells) || (isMore && (parseMark(first.text) !== null || first.text.length > 20))) notes.push(row);
  }
  return notes;
}
