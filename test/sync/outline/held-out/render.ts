import { tbl, tc, wordFile, p as wordP } from '../docx/word-files.ts';
import { sheetFile } from '../hostile/sheet-file.ts';
import {
  covered,
  cell as textCell,
  textFile,
  p as textP,
  row as textRow,
  table as textTable,
} from '../odt/text-files.ts';
import { landscape, pdf, portrait, type Sheet, sheet } from '../pdf/pdf-builder.ts';
import { setTable } from '../pdf/table-setter.ts';
import type { Laid, LaidCell, Layout } from './layouts.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const byPlace = (cells: readonly LaidCell[]) => new Map(cells.map(cell => [`${cell.row},${cell.column}`, cell]));
const sizeOf = (cells: readonly LaidCell[]) => ({
  rows: Math.max(...cells.map(({ row, rows }) => row + rows)),
  columns: Math.max(...cells.map(({ column, columns }) => column + columns)),
});
/** The cell that covers a place, and whether it begins there. */
function covering(cells: readonly LaidCell[]): (row: number, column: number) => LaidCell | undefined {
  const places = new Map<string, LaidCell>();
  for (const cell of cells)
    for (let r = 0; r < cell.rows; r++)
      for (let c = 0; c < cell.columns; c++) places.set(`${cell.row + r},${cell.column + c}`, cell);
  return (row, column) => places.get(`${row},${column}`);
}

export function toDocx(blocks: readonly Laid[]): Uint8Array {
  const table = (cells: readonly LaidCell[]): string => {
    const { rows, columns } = sizeOf(cells);
    const at = covering(cells);
    return tbl(
      ...Array.from({ length: rows }, (_, r) => {
        const drawn: string[] = [];
        for (let c = 0; c < columns; ) {
          const cell = at(r, c);
          const across = cell?.columns ?? 1;
          const down = cell && cell.rows > 1 ? (cell.row === r ? 'restart' : 'continue') : undefined;
          const content = cell && cell.row === r ? escaped(cell.text) : '';
          drawn.push(tc({ content, ...(across > 1 ? { across } : {}), ...(down ? { down } : {}) }));
          c += across;
        }
        return `<w:tr>${drawn.join('')}</w:tr>`;
      }),
    );
  };
  return wordFile({
    body: blocks.map(block => (block.kind === 'text' ? wordP(escaped(block.text)) : table(block.cells))).join(''),
  });
}

export function toOdt(blocks: readonly Laid[]): Uint8Array {
  const table = (cells: readonly LaidCell[]): string => {
    const { rows, columns } = sizeOf(cells);
    const at = covering(cells);
    return textTable(
      ...Array.from({ length: rows }, (_, r) =>
        textRow(
          ...Array.from({ length: columns }, (_, c) => {
            const cell = at(r, c);
            if (cell && (cell.row !== r || cell.column !== c)) return covered();
            const spans = cell
              ? `table:number-rows-spanned="${cell.rows}" table:number-columns-spanned="${cell.columns}"`
              : '';
            return textCell(escaped(cell?.text ?? ''), spans);
          }),
        ),
      ),
    );
  };
  return textFile({
    body: blocks.map(block => (block.kind === 'text' ? textP(escaped(block.text)) : table(block.cells))).join(''),
  });
}

const columnName = (column: number): string => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]!;

export function toXlsx(blocks: readonly Laid[]): Uint8Array {
  const cells: { readonly row: number; readonly column: number; readonly text: string }[] = [];
  const merges: string[] = [];
  let top = 1;
  for (const block of blocks) {
    if (block.kind === 'text') cells.push({ row: top++, column: 0, text: block.text });
    else {
      for (const { row, column, rows, columns, text } of block.cells) {
        if (text !== '') cells.push({ row: top + row, column, text });
        if (rows > 1 || columns > 1)
          merges.push(`${columnName(column)}${top + row}:${columnName(column + columns - 1)}${top + row + rows - 1}`);
      }
      top += sizeOf(block.cells).rows;
    }
  }
  const rows = [...Map.groupBy(cells, ({ row }) => row)]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, list]) =>
        `<row r="${row}">${list
          .toSorted((a, b) => a.column - b.column)
          .map(
            ({ column, text }) =>
              `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
          )
          .join('')}</row>`,
    );
  const merged =
    merges.length > 0 ? `<mergeCells>${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return sheetFile(rows.join(''), merged);
}

/** Rows of a table until a page is full, never breaking between the rows of a merged cell. */
function pagesOf(cells: readonly LaidCell[], headRows: number, perPage: number): readonly (readonly LaidCell[])[] {
  const { rows } = sizeOf(cells);
  const pages: LaidCell[][] = [];
  let from = headRows;
  while (from < rows) {
    let to = Math.min(rows, from + perPage);
    while (
      to < rows &&
      to > from + 1 &&
      cells.some(({ row, rows: many }) => row < to && row + many > to && row >= from)
    )
      to--;
    if (cells.some(({ row, rows: many }) => row < to && row + many > to && row >= from))
      to = Math.min(rows, from + perPage);
    const shift = from - headRows;
    pages.push([
      ...cells.filter(({ row }) => row < headRows),
      ...cells
        .filter(({ row, rows: many }) => row >= headRows && row < to && row + many > from)
        .map(cell => {
          const top = Math.max(cell.row, from);
          return {
            ...cell,
            text: cell.row < from ? '' : cell.text,
            row: top - shift,
            rows: Math.min(cell.row + cell.rows, to) - top,
          };
        }),
    ]);
    from = to;
  }
  return pages;
}

export function toPdf(
  blocks: readonly Laid[],
  { widths, paper }: Layout,
  rules: 'lines' | 'boxes' | 'none',
  align: 'top' | 'middle',
): Uint8Array {
  const size = 10;
  const page = paper === 'portrait' ? portrait : landscape;
  const sheets: Sheet[] = [];
  const perPage = paper === 'portrait' ? 7 : 5;
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length === 0) return;
    const own = lines;
    sheets.push(
      sheet(page, pen =>
        own.forEach((line, i) => void pen.text(40, 50 + i * 20, line, i === 0 && sheets.length === 0 ? 16 : 12)),
      ),
    );
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'text') {
      lines.push(block.text);
      continue;
    }
    flush();
    for (const cells of pagesOf(block.cells, block.headRows, perPage))
      sheets.push(
        sheet(
          page,
          pen =>
            void setTable(
              pen,
              cells.filter(({ text, rows }) => text !== '' || rows > 0),
              { left: 40, top: 50, widths, rules, align, size },
            ),
        ),
      );
  }
  flush();
  return pdf(sheets);
}

/** As a person copies a table out of a program: cells with tabs between them, line breaks within them as blanks. */
export function toTabs(blocks: readonly Laid[]): Uint8Array {
  const table = (cells: readonly LaidCell[]): string => {
    const { rows, columns } = sizeOf(cells);
    const at = byPlace(cells);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => (at.get(`${r},${c}`)?.text ?? '').replaceAll('\n', ' ')).join('\t'),
    ).join('\n');
  };
  return new TextEncoder().encode(
    blocks.map(block => (block.kind === 'text' ? block.text : table(block.cells))).join('\n'),
  );
}
