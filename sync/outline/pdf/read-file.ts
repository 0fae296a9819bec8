import { openPdf } from './library.ts';
import type { PdfLimits } from './limits.ts';
import { type PagesRead, readPages } from './read-pages.ts';
import { isBomb } from './weigh.ts';

export interface PdfOrder {
  readonly bytes: Uint8Array;
  readonly limits: PdfLimits;
}

/** Opens a document and reads its pages. */
export async function readFile({ bytes, limits }: PdfOrder): Promise<PagesRead> {
  if (isBomb(bytes)) return { ok: false, note: { code: 'pdf_too_big' } };
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') return { ok: false, note: { code: pdf } };
  try {
    return await readPages(pdf, limits);
  } finally {
    await pdf.close();
  }
}
