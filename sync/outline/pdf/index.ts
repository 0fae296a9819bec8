/** PDF to blocks: where glyphs and lines stand → lines of text and tables on each page → tables over pages → blocks. */
import { type Issue, say } from '../../model/index.ts';
import type { Block } from '../document.ts';
import { makeGrid } from '../grid.ts';
import type { DocumentReader } from '../reading.ts';
import type { Stopped } from '../thread/index.ts';
import type { PlainBlock } from './blocks.ts';
import { type PdfLimits, pdfLimits } from './limits.ts';
import type { PdfNote } from './read-pages.ts';
import { hasRoot } from './root.ts';
import { readOnThread } from './thread.ts';

export { type PdfLimits, pdfLimits } from './limits.ts';

/**
 * Reads the lines and tables of a .pdf. Never rejects on bad input, only with the reason of `signal` when that aborts:
 * what is encrypted, damaged, scanned, too long or made to take for ever is told by an issue.
 */
export const readPdf: DocumentReader = (bytes, fileName, { signal } = {}) =>
  readPdfWithin(pdfLimits, bytes, fileName, signal);

/** The same within other limits. */
export async function readPdfWithin(
  limits: PdfLimits,
  bytes: Uint8Array,
  fileName: string,
  signal?: AbortSignal,
): Promise<Awaited<ReturnType<DocumentReader>>> {
  if (!hasRoot(bytes)) return { ok: false, issue: issueOf({ code: 'pdf_corrupt' }, fileName) };
  const read = await readOnThread(bytes, limits, signal);
  if (typeof read === 'string') return { ok: false, issue: issueOf({ code: `pdf_${read}` }, fileName) };
  if (!read.ok) return { ok: false, issue: issueOf(read.note, fileName) };
  const issues = read.notes.map(note => issueOf(note, fileName));
  return { ok: true, document: { blocks: read.blocks.map(blockOf) }, issues };
}

function blockOf(block: PlainBlock, index: number): Block {
  if (block.kind === 'paragraph') return { ...block, whole: false };
  const { place, cells } = block;
  const places = new Map(block.places);
  const grid = makeGrid({ name: `表${index + 1}`, visible: true, cells, isRowHidden: () => false });
  return { kind: 'table', grid, place, placeOf: row => places.get(row) ?? place };
}

function issueOf(
  { code, page, params }: Omit<PdfNote, 'code'> & { code: PdfNote['code'] | `pdf_${Stopped}` },
  name: string,
): Issue {
  const all = { name, ...(page ? { page } : {}), ...params };
  const severity = page === undefined ? 'error' : 'warning';
  return { code, severity, message: say(code, 'zh-TW', all), params: all, ...(page ? { page } : {}) };
}
