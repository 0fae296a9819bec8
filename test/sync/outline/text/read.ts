import type { DocumentTable, Paragraph } from '../../../../sync/outline/document.ts';
import { readText } from '../../../../sync/outline/text/index.ts';

export function blocksOf(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reading = readText(bytes, '計畫.txt');
  if (!reading.ok) throw new Error(reading.issue.code);
  const { blocks } = reading.document;
  return {
    issues: reading.issues,
    paragraphs: blocks.filter((block): block is Paragraph => block.kind === 'paragraph'),
    tables: blocks.filter((block): block is DocumentTable => block.kind === 'table'),
  };
}

export const textsOf = (text: string): readonly string[] => blocksOf(text).paragraphs.map(paragraph => paragraph.text);

/** The cells of the only table, row by row, empty ones as such. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const { tables } = blocksOf(text);
  if (tables.length !== 1) throw new Error(`${tables.length} tables`);
  const { grid } = tables[0]!;
  const columns = Math.max(...grid.rows.flatMap(({ cells }) => cells.map(({ right }) => right)));
  return grid.rows.map(({ row }) =>
    Array.from({ length: columns }, (_, i) => grid.cellsOf(row).find(({ left }) => left === i + 1)?.text ?? ''),
  );
}

/** The refusal of bytes that are no text. */
export function refusalOf(bytes: Uint8Array): string {
  const reading = readText(bytes, '計畫.txt');
  if (reading.ok) throw new Error('was read');
  return reading.issue.code;
}
