import type { CellPatch } from '../../patch.ts';
import type { CellElement, RowElement } from '../cell.ts';
import type { Observer } from '../read/sheet-reader.ts';

/** A row element that stands for some target rows, with the elements of its cells. */
export interface FoundRow {
  readonly row: RowElement;
  readonly cells: readonly CellElement[];
}

export interface Located {
  readonly observe: Observer;
  /** The element that stands for a row; undefined where the sheet ends before it. */
  readonly find: (sheet: string, row: number) => FoundRow | undefined;
  /** The formulas of all sheets, in the notation of Excel, or as many as may tell whether one reads a written cell. */
  readonly formulas: readonly { readonly sheet: string; readonly text: string }[];
  /** The last row element of a sheet. */
  readonly last: (sheet: string) => RowElement | undefined;
}

const mostFormulas = 20_000;

/** Keeps the elements of the rows that are to be written, out of all that are read. */
export function locate(patches: readonly CellPatch[]): Located {
  const wanted = new Map(
    [...Map.groupBy(patches, ({ sheet }) => sheet)].map(([sheet, list]) => [
      sheet,
      [...new Set(list.map(({ row }) => row).filter(Number.isInteger))].sort((a, b) => a - b),
    ]),
  );
  const found = new Map<string, Map<number, FoundRow>>();
  const last = new Map<string, RowElement>();
  /** Rows come in order, so that those before the next wanted one need no search. */
  const next = new Map<string, number>();
  const formulas: { sheet: string; text: string }[] = [];
  const observe: Observer = (sheet, row, cells) => {
    for (const { formula } of cells)
      if (formula !== null && formulas.length < mostFormulas) formulas.push({ sheet, text: formula });
    const rows = wanted.get(sheet);
    if (!rows) return;
    const before = last.get(sheet);
    if (before && before.row >= row.row) return;
    last.set(sheet, row);
    const byRow = found.get(sheet) ?? new Map<number, FoundRow>();
    found.set(sheet, byRow);
    const element = { row, cells };
    let i = next.get(sheet) ?? 0;
    for (; i < rows.length && rows[i]! < row.row + row.repeated; i++) byRow.set(rows[i]!, element);
    next.set(sheet, i);
  };
  return {
    observe,
    formulas,
    find: (sheet, row) => found.get(sheet)?.get(row),
    last: sheet => last.get(sheet),
  };
}
