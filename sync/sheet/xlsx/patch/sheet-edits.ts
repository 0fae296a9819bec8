import { addressOf, parseRange, type Range } from '../../address.ts';
import { type Content, cellElement } from './content.ts';
import type { Writing } from './decide.ts';
import type { Edit } from './part-text.ts';
import { insertionIn, type RowPlace, type SheetMap } from './sheet-map.ts';

/** Gives the number of a shared string; null in a workbook that has no table of them. */
export type Shared = ((text: string) => number) | null;

export interface RowWriting {
  readonly row: number;
  readonly writings: readonly Writing[];
  /** The row gives up its height, so that the program finds a new one. */
  readonly releaseHeight: boolean;
}

export interface SheetEdits {
  /** Rows come in ascending order, each once. */
  readonly add: (row: RowWriting) => void;
  readonly all: () => readonly Edit[];
}

/** The changes of a worksheet part that put contents into its cells. Nothing of a row is kept but its changes. */
export function sheetEdits(map: SheetMap, shared: Shared): SheetEdits {
  const edits: Edit[] = [];
  const newRows: Edit[] = [];
  const used = new Extent(map.dimension?.text ?? '');
  return {
    add: ({ row, writings, releaseHeight }) => {
      const ordered = writings.length === 1 ? writings : writings.toSorted((a, b) => a.patch.column - b.patch.column);
      used.add(row, ordered[0]!.patch.column, ordered.at(-1)!.patch.column);
      const place = ordered[0]!.standing.row;
      if (!place) newRows.push(newRow(map, row, ordered, shared));
      else {
        addCellEdits(edits, map, ordered, shared);
        addRowEdits(edits, place, ordered, releaseHeight);
      }
    },
    all: () => {
      const range = used.grown();
      const dimension = range === null ? [] : [{ ...map.dimension!, text: range }];
      return [...edits, ...intoData(map, newRows), ...dimension];
    },
  };
}

const element = (map: SheetMap, { patch, standing, content }: Writing, shared: Shared): string =>
  cellElement(
    {
      row: patch.row,
      column: patch.column,
      styleIndex: standing.styleIndex,
      named: standing.cells.length === 0 || standing.cells.at(-1)!.named,
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
      const at = insertionIn(row!, writing.patch.column);
      edits.push({ start: at, end: at, text: element(map, writing, shared) });
    }
  }
  for (const [row, content] of emptyRows) edits.push(expanded(row, content));
}

/** A cell that the file holds more than once is blank only when all of them are. */
const clearings = (map: SheetMap, { patch, standing }: Writing): readonly Edit[] =>
  standing.cells.slice(0, -1).map(({ start, end, styleIndex, named }) => {
    const frame = { ...patch, styleIndex, named, prefix: map.prefix };
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

/** The range that a sheet says it uses, which must hold every cell that it gets. */
class Extent {
  readonly #said: Range | null;
  #now: Range | null;

  constructor(said: string) {
    this.#said = parseRange(said);
    this.#now = this.#said;
  }

  add(row: number, first: number, last: number): void {
    if (!this.#now) return;
    const { top, left, bottom, right } = this.#now;
    if (row >= top && row <= bottom && first >= left && last <= right) return;
    this.#now = {
      top: Math.min(top, row),
      left: Math.min(left, first),
      bottom: Math.max(bottom, row),
      right: Math.max(right, last),
    };
  }

  /** How it is written now; null when it says so already, or said nothing. */
  grown(): string | null {
    if (!this.#now || this.#now === this.#said) return null;
    const { top, left, bottom, right } = this.#now;
    return `${addressOf(top, left)}:${addressOf(bottom, right)}`;
  }
}
