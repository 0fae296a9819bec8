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
  /** The last row element of a sheet. */
  readonly last: (sheet: string) => RowElement | undefined;
}

/** Keeps the elements of the rows that are to be written, out of all that are read. */
export function locate(patches: readonly CellPatch[]): Located {
  const wanted = new Map(
    [...Map.groupBy(patches, ({ sheet }) => sheet)].map(([sheet, list]) => [
      sheet,
      [...new Set(list.map(({ row }) => row))].sort((a, b) => a - b),
    ]),
  );
  const found = new Map<string, FoundRow[]>();
  const last = new Map<string, RowElement>();
  /** Rows come in order, so that those before the next wanted one need no search. */
  const next = new Map<string, number>();
  const observe: Observer = (sheet, row, cells) => {
    const rows = wanted.get(sheet);
    if (!rows) return;
    const before = last.get(sheet);
    if (before && before.row >= row.row) return;
    last.set(sheet, row);
    let i = next.get(sheet) ?? 0;
    const end = row.row + row.repeated;
    const hit = i < rows.length && rows[i]! < end;
    while (i < rows.length && rows[i]! < end) i++;
    next.set(sheet, i);
    if (!hit) return;
    const list = found.get(sheet);
    if (list) list.push({ row, cells });
    else found.set(sheet, [{ row, cells }]);
  };
  return {
    observe,
    find: (sheet, row) =>
      found.get(sheet)?.find(({ row: element }) => row >= element.row && row < element.row + element.repeated),
    last: sheet => last.get(sheet),
  };
}
