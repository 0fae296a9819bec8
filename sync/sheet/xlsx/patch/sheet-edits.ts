import { addressOf, parseRange } from '../../address.ts';
import { type Content, cellElement } from './content.ts';
import type { Writing } from './decide.ts';
import type { Edit } from './part-text.ts';
import type { RowPlace, SheetMap } from './sheet-map.ts';

/** Gives the number of a shared string; null in a workbook that has no table of them. */
export type Shared = ((text: string) => number) | null;

export interface RowWriting {
  readonly row: number;
  readonly writings: readonly Writing[];
  /** The row gives up its height, so that the program finds a new one. */
  readonly releaseHeight: boolean;
}

/** The changes of a worksheet part that put contents into its cells. */
export function sheetEdits(map: SheetMap, rows: readonly RowWriting[], shared: Shared): readonly Edit[] {
  const edits: Edit[] = [];
  const newRows: Edit[] = [];
  for (const { row, writings, releaseHeight } of rows.toSorted((a, b) => a.row - b.row)) {
    const ordered = writings.length === 1 ? writings : writings.toSorted((a, b) => a.patch.column - b.patch.column);
    const place = ordered[0]?.standing.row;
    if (!place) newRows.push(newRow(map, row, ordered, shared));
    else {
      addCellEdits(edits, map, ordered, shared);
      addRowEdits(edits, place, ordered, releaseHeight);
    }
  }
  return [...edits, ...intoData(map, newRows), ...dimensionEdit(map, rows)];
}

const element = (map: SheetMap, { patch, standing, content }: Writing, shared: Shared): string =>
  cellElement(
    {
      row: patch.row,
      column: patch.column,
      styleIndex: standing.styleIndex,
      named: standing.cells.length === 0 || standing.cells.at(-1)!.reference !== null,
      prefix: map.prefix,
    },
    content,
    shared,
  );

function newRow(map: SheetMap, row: number, writings: readonly Writing[], shared: Shared): Edit {
  const cells = writings.map(writing => element(map, writing, shared)).join('');
  const at = map.insertRow(row);
  return { start: at, end: at, text: `<${map.prefix}row r="${row}">${cells}</${map.prefix}row>` };
}

/** `sheetData` without content is opened for the rows that it gets. */
function intoData({ data }: SheetMap, newRows: readonly Edit[]): readonly Edit[] {
  if (!data.selfClosing || newRows.length === 0) return newRows;
  return [expanded(data, newRows.map(({ text }) => text).join(''))];
}

const expanded = ({ openEnd, name }: { readonly openEnd: number; readonly name: string }, content: string): Edit => ({
  start: openEnd - 2,
  end: openEnd,
  text: `>${content}</${name}>`,
});

function addCellEdits(edits: Edit[], map: SheetMap, writings: readonly Writing[], shared: Shared): void {
  const emptyRows = new Map<RowPlace, string>();
  for (const writing of writings) {
    const { cells, row } = writing.standing;
    const last = cells.at(-1);
    if (last) {
      edits.push({ start: last.start, end: last.end, text: element(map, writing, shared) });
      if (writing.content.kind === 'blank') edits.push(...clearings(map, writing));
    } else if (row!.selfClosing) emptyRows.set(row!, (emptyRows.get(row!) ?? '') + element(map, writing, shared));
    else {
      const at = row!.insertCell(writing.patch.column);
      edits.push({ start: at, end: at, text: element(map, writing, shared) });
    }
  }
  for (const [row, content] of emptyRows) edits.push(expanded(row, content));
}

/** A cell that the file holds more than once is blank only when all of them are. */
const clearings = (map: SheetMap, { patch, standing }: Writing): readonly Edit[] =>
  standing.cells.slice(0, -1).map(({ start, end, styleIndex, reference }) => {
    const frame = { ...patch, styleIndex, named: reference !== null, prefix: map.prefix };
    return { start, end, text: cellElement(frame, { kind: 'blank' } satisfies Content, null) };
  });

function addRowEdits(edits: Edit[], place: RowPlace, writings: readonly Writing[], releaseHeight: boolean): void {
  if (releaseHeight && place.heightAt) edits.push({ ...place.heightAt, text: '' });
  // Only a cell that was not there can lie outside of the spans.
  if (writings.some(({ standing }) => standing.cells.length === 0)) addSpansEdit(edits, place, writings);
}

/** `spans` may be left out but must not lie. */
function addSpansEdit(edits: Edit[], { spansAt, spans }: RowPlace, writings: readonly Writing[]): void {
  const match = /^(\d+):(\d+)$/.exec(spans ?? '');
  if (!spansAt || !match) return;
  const columns = writings.map(({ patch }) => patch.column);
  const text = `${Math.min(Number(match[1]), ...columns)}:${Math.max(Number(match[2]), ...columns)}`;
  if (text !== spans) edits.push({ ...spansAt, text });
}

function dimensionEdit({ dimension }: SheetMap, rows: readonly RowWriting[]): readonly Edit[] {
  const range = dimension && parseRange(dimension.text);
  if (!dimension || !range) return [];
  let { top, left, bottom, right } = range;
  for (const { row, writings } of rows) {
    for (const { patch } of writings) {
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      [left, right] = [Math.min(left, patch.column), Math.max(right, patch.column)];
    }
  }
  if (top === range.top && left === range.left && bottom === range.bottom && right === range.right) return [];
  return [{ start: dimension.start, end: dimension.end, text: `${addressOf(top, left)}:${addressOf(bottom, right)}` }];
}
