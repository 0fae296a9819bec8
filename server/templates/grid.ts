import type { SheetGrid } from '../../sync/model/index.ts';
import { type Cell, columnName, type Range, type Row, type Sheet, type Workbook } from '../../sync/sheet/index.ts';

/** A part of a sheet that is asked for: from a row on, of the named sheet or the first one that people see. */
export interface GridPart {
  readonly sheet: string | null;
  /** 1-based. */
  readonly from: number;
}

/** As much as a person looks at and a browser draws at once. */
const mostRows = 400;
const mostColumns = 60;
const mostCharacters = 2000;

/** Excel's own column, 8.43 characters of the default font, and how a character becomes pixels. */
const defaultWidth = 64;
const pixelsOf = (characters: number): number => Math.round(characters * 7 + 5);
const pixelsPerPoint = 96 / 72;

/** A sheet as a person sees it, in pixels and merges, or null when the workbook has no such sheet. */
export function gridOf(workbook: Workbook, { sheet: name, from }: GridPart): SheetGrid | null {
  const seen = workbook.sheets.filter(sheet => sheet.state === 'visible');
  const sheet = name === null ? seen[0] : workbook.sheets.find(each => each.name === name);
  if (!sheet) return null;
  const { bottom, right } = extentOf(sheet);
  const last = Math.min(bottom, from + mostRows - 1);
  const width = Math.min(right, mostColumns);
  const merges = sheet.merges
    .filter(merge => merge.bottom >= from && merge.top <= last && merge.left <= width)
    .map(merge => ({ merge, seen: clipped(merge, { top: from, left: 1, bottom: last, right: width }) }));
  const byRow = Map.groupBy(merges, ({ seen: { top } }) => top);
  return {
    sheet: sheet.name,
    sheets: seen.map(each => each.name),
    columns: Array.from({ length: width }, (_, i) => ({ column: columnName(i + 1), width: widthOf(sheet, i + 1) })),
    rows: Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => {
      const row = from + i;
      const single = (sheet.row(row)?.cells ?? []).filter(
        cell => cell.column <= width && cell.text.trim() !== '' && !sheet.mergeAt(row, cell.column),
      );
      return {
        row,
        height: heightOf(sheet.row(row)),
        hidden: sheet.isRowHidden(row),
        cells: [
          ...single.map(cell => cellOf(sheet, cell, { top: row, left: cell.column, bottom: row, right: cell.column })),
          ...(byRow.get(row) ?? []).map(({ merge, seen: part }) =>
            cellOf(sheet, sheet.cell(merge.top, merge.left), part),
          ),
        ]
          .toSorted((a, b) => a.at - b.at)
          .map(({ at: _, ...cell }) => cell),
      };
    }),
    rowsLeftOut: bottom - Math.max(0, last - from + 1),
  };
}

/** The last row and column with something in them; merges count only as far as they hold a text. */
function extentOf(sheet: Sheet): { readonly bottom: number; readonly right: number } {
  let [bottom, right] = [0, 0];
  for (const { row, cells } of sheet.rows)
    for (const cell of cells) {
      if (cell.text.trim() === '') continue;
      const merge = sheet.mergeAt(row, cell.column);
      bottom = Math.max(bottom, merge?.bottom ?? row);
      right = Math.max(right, merge?.right ?? cell.column);
    }
  return { bottom, right };
}

const clipped = (range: Range, window: Range): Range => ({
  top: Math.max(range.top, window.top),
  left: Math.max(range.left, window.left),
  bottom: Math.min(range.bottom, window.bottom),
  right: Math.min(range.right, window.right),
});

const cellOf = (sheet: Sheet, cell: Cell | undefined, { top, left, bottom, right }: Range) => ({
  at: left,
  column: columnName(left),
  text: (cell?.text ?? '').slice(0, mostCharacters),
  rowSpan: bottom - top + 1,
  columnSpan: right - left + 1,
  locked: sheet.protected && (cell?.locked ?? true),
  formula: (cell?.formula ?? null) !== null,
});

function widthOf(sheet: Sheet, column: number): number {
  if (sheet.isColumnHidden(column)) return 0;
  const span = sheet.columns.find(each => column >= each.from && column <= each.to);
  return span?.width == null ? defaultWidth : pixelsOf(span.width);
}

/** A height that nobody set is the program's guess at its text, which a browser makes anew. */
const heightOf = (row: Row | undefined): number | null =>
  row?.customHeight && row.height !== null ? Math.round(row.height * pixelsPerPoint) : null;
