import { contains, type Range } from '../../address.ts';
import { listChoices } from '../../choices.ts';
import { indexMerges, indexRanges } from '../../merges.ts';
import type { Table, Validation } from '../../workbook.ts';
import { type Book, type BookSheet, once } from './book.ts';
import { pivotRanges } from './pivots.ts';
import { type CellPlace, mapSheet, type RowPlace, type SheetMap, type Wanted } from './sheet-map.ts';
import type { Part, Source } from './source.ts';

/** A sheet that some cells of are to be written, with what may keep a cell from it. */
export interface Target {
  readonly name: string;
  readonly part: Part;
  readonly map: SheetMap;
  readonly tables: readonly Table[];
  readonly mergeAt: (row: number, column: number) => Range | undefined;
  /** The validation of a cell, with the choices that its list offers there. */
  readonly validationAt: (row: number, column: number) => Validation | undefined;
  /** The cell is filled by a formula that fills several at once. */
  readonly isSpilled: (row: number, column: number) => boolean;
  /** The cell belongs to a pivot table. */
  readonly isPivot: (row: number, column: number) => boolean;
  /** Anybody may change the cell although the sheet is protected. */
  readonly isOpen: (row: number, column: number) => boolean;
}

export function openTarget(sheet: BookSheet, wanted: Wanted, source: Source, book: Book): Target {
  const part = source.part(sheet.part);
  const map = mapSheet(part, wanted);
  const { frame } = map;
  const spills = once(() =>
    indexRanges(
      [...sheet.formulas()].flatMap(({ kind, range }) =>
        range && (kind === 'array' || kind === 'dataTable') ? [[range, true] as const] : [],
      ),
    ),
  );
  const validation = once(() =>
    indexRanges(frame.validations.flatMap(v => v.ranges.map(range => [range, v] as const))),
  );
  const pivots = once(() => pivotRanges(source, sheet.part));
  const open = once(() => indexRanges(frame.openRanges.map(range => [range, true] as const)));
  return {
    name: sheet.name,
    part,
    map,
    tables: book.tablesOf(sheet.part, frame.tableIds),
    mergeAt: once(() => indexMerges(frame.merges))(),
    validationAt: (row, column) => {
      const found = validation()(row, column);
      if (!found || found.choices || found.type !== 'list') return found;
      return { ...found, choices: listChoices(found, sheet.name, { row, column }, book.lists) };
    },
    isSpilled: (row, column) => spills()(row, column) ?? false,
    isPivot: (row, column) => pivots().some(range => contains(range, row, column)),
    isOpen: (row, column) => open()(row, column) ?? false,
  };
}

export interface Standing {
  /** Every element of the file that says it is the cell, in its order; none where the file has no such cell. */
  readonly cells: readonly CellPlace[];
  /** The row that the cell stands in or would be put into; undefined where the file lacks it. */
  readonly row: RowPlace | undefined;
  readonly styleIndex: number;
}

/** Where a cell stands; its style is its own, else that of its row, else that of its column. */
export function standingOf({ map }: Target, row: number, column: number): Standing {
  const rows = map.rows.get(row);
  const cells: CellPlace[] = [];
  let place = rows?.[0];
  for (const candidate of rows ?? []) {
    for (const cell of candidate.cells) {
      if (cell.column !== column) continue;
      cells.push(cell);
      place = candidate;
    }
  }
  const ofColumn = map.frame.columns.find(({ from, to }) => column >= from && column <= to)?.styleIndex;
  return { cells, row: place, styleIndex: cells.at(-1)?.styleIndex ?? place?.styleIndex ?? ofColumn ?? 0 };
}

/** The table whose column the cell names, if it does. */
export const headerOf = ({ tables }: Target, row: number, column: number): Table | undefined =>
  tables.find(({ header }) => header !== null && contains(header, row, column));
