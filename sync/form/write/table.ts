import type { CellRichTextValue, Workbook } from 'exceljs';
import { cellText } from './cell-text.ts';
import { dress, type Look } from './look.ts';
import { saveWorkbook } from './save.ts';

/** A stretch of a cell's text and how it is set. */
export interface Stretch {
  readonly text: string;
  readonly look: 'plain' | 'gone' | 'come';
}
export interface TableCell {
  readonly text: string | readonly Stretch[];
  readonly look?: Look;
}

/** A plain table with a title above it, as a workbook of one sheet. */
export interface Table {
  readonly sheet: string;
  readonly title: string;
  /** Lines between the title and the table. */
  readonly notes: readonly string[];
  /** Widths in characters, as Excel counts them. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Struck out and underlined too, so that black and white prints tell what colour tells. */
const fonts = {
  plain: {},
  gone: { strike: true, color: { argb: 'FFB3261E' } },
  come: { underline: true, color: { argb: 'FF1B6E3C' } },
} as const;
const face = { name: '標楷體', family: 4, charset: 136, size: 12 } as const;

const writtenIn = (text: TableCell['text']): string | CellRichTextValue | null => {
  if (typeof text === 'string') return text === '' ? null : cellText(text);
  return {
    richText: text.map(stretch => ({ text: cellText(stretch.text), font: { ...face, ...fonts[stretch.look] } })),
  };
};

/** Writes a table that people read, filter and print; it is never read back. */
export async function tableWorkbook(table: Table): Promise<Uint8Array> {
  // Only who writes a workbook pays for loading exceljs.
  const { default: ExcelJS } = await import('exceljs');
  const workbook: Workbook = new ExcelJS.Workbook();
  const top = table.notes.length + 2;
  const sheet = workbook.addWorksheet(table.sheet, {
    views: [{ state: 'frozen', ySplit: top, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${top}:${top}`,
    },
  });
  const last = table.columns.length;
  for (const [i, { width }] of table.columns.entries()) sheet.getColumn(i + 1).width = width;
  for (const [i, text] of [table.title, ...table.notes].entries()) {
    const cell = sheet.getCell(i + 1, 1);
    cell.value = cellText(text);
    dress(cell, i === 0 ? 'title' : 'heading');
    sheet.mergeCells(i + 1, 1, i + 1, last);
  }
  for (const [i, { title }] of table.columns.entries()) {
    const cell = sheet.getCell(top, i + 1);
    cell.value = cellText(title);
    dress(cell, 'header');
  }
  for (const [i, cells] of table.rows.entries())
    for (const [j, { text, look = 'text' }] of cells.entries()) {
      const cell = sheet.getCell(top + 1 + i, j + 1);
      cell.value = writtenIn(text);
      dress(cell, look);
    }
  sheet.autoFilter = { from: { row: top, column: 1 }, to: { row: top + table.rows.length, column: last } };
  return saveWorkbook(workbook);
}
