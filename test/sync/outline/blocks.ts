import { type Block, readDocument } from '../../../sync/outline/index.ts';

/** The blocks of a document that can be read. */
export async function readBlocks(bytes: Uint8Array, fileName = '計畫.docx') {
  const read = await readDocument(bytes, fileName);
  if (!read.ok) throw new Error(read.issue.code);
  return { blocks: read.document.blocks, issues: read.issues };
}

/** Blocks as lines of text; the cells of a row that begin in it stand between bars. */
export const linesOf = ({ blocks }: { readonly blocks: readonly Block[] }): readonly string[] =>
  blocks.flatMap(block =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.grid.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
  );
