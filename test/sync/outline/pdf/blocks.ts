import type { Block, DocumentTable, Paragraph } from '../../../../sync/outline/index.ts';
import { readPdf } from '../../../../sync/outline/pdf/index.ts';
import { type PdfOptions, pdf, type Sheet } from './pdf-builder.ts';

/** The blocks of a file that can be read. */
export async function blocksOf(sheets: readonly Sheet[], options?: PdfOptions): Promise<readonly Block[]> {
  const read = await readPdf(pdf(sheets, options), '計畫.pdf', {});
  if (!read.ok) throw new Error(read.issue.message);
  return read.document.blocks;
}

export const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.filter((block): block is Paragraph => block.kind === 'paragraph').map(({ text }) => text);

export const tablesOf = (blocks: readonly Block[]): readonly DocumentTable[] =>
  blocks.filter((block): block is DocumentTable => block.kind === 'table');

/** What a person sees in every row and column of a table: the text of a merged cell in all that it covers. */
export function seen({ grid }: DocumentTable): readonly (readonly string[])[] {
  const columns = Math.max(...grid.rows.flatMap(({ cells }) => cells.map(({ right }) => right)));
  return grid.rows.map(({ row }) => Array.from({ length: columns }, (_, i) => grid.at(row, i + 1)?.text ?? ''));
}

/** The cells of a table with the rows and columns that they cover: r2-4 c1 text. */
export const cellsOf = ({ grid }: DocumentTable): readonly string[] =>
  grid.rows.flatMap(({ cells }) =>
    cells.map(({ top, bottom, left, right, text }) => {
      const rows = top === bottom ? `r${top}` : `r${top}-${bottom}`;
      return `${rows} ${left === right ? `c${left}` : `c${left}-${right}`} ${text}`;
    }),
  );
