import { blocksOf, type PlainBlock } from './blocks.ts';
import { isUnreadable } from './characters.ts';
import { drawPage } from './draw-page.ts';
import type { OpenPdf } from './library.ts';
import type { PdfLimits } from './limits.ts';
import { isOverprinted } from './overprinted.ts';
import { type Sketch, sketchOf } from './sketch.ts';

/** What is to be said of a file or of a page; it becomes an issue where the file's name is known. */
export interface PdfNote {
  readonly code: PdfCode;
  readonly page?: number;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type PdfCode =
  | 'pdf_encrypted'
  | 'pdf_corrupt'
  | 'pdf_scanned'
  | 'pdf_garbled'
  | 'pdf_too_many_pages'
  | 'pdf_too_dense'
  | 'pdf_too_big'
  | 'pdf_page_scanned'
  | 'pdf_page_unread'
  | 'pdf_page_garbled'
  | 'pdf_page_cut'
  | 'pdf_page_overprinted';

export type PagesRead =
  | { readonly ok: true; readonly blocks: readonly PlainBlock[]; readonly notes: readonly PdfNote[] }
  | { readonly ok: false; readonly note: PdfNote };

/** Fewer readable characters than this are no text: a number stamped on a scanned page. */
const leastText = 10;

/** Reads the pages of an open document one after the other, so that only one is held as it was drawn. */
export async function readPages(pdf: OpenPdf, limits: PdfLimits): Promise<PagesRead> {
  if (pdf.pages > limits.pages) {
    return { ok: false, note: { code: 'pdf_too_many_pages', params: { pages: pdf.pages, limit: limits.pages } } };
  }
  const pages: Sketch[] = [];
  const notes: PdfNote[] = [];
  const total = { glyphs: 0, readable: 0, unreadable: 0 };
  for (let number = 1; number <= pdf.pages; number++) {
    const ink = await drawn(pdf, number, limits.perPage);
    if (!ink) {
      notes.push({ code: 'pdf_page_unread', page: number });
      continue;
    }
    const letters = ink.glyphs.filter(({ text }) => text !== ' ');
    const unreadable = letters.filter(({ text }) => isUnreadable(text)).length;
    if (letters.length === 0) notes.push({ code: 'pdf_page_scanned', page: number });
    if (unreadable > letters.length * 0.05) notes.push({ code: 'pdf_page_garbled', page: number });
    if (ink.cut) notes.push({ code: 'pdf_page_cut', page: number });
    if (isOverprinted(letters)) notes.push({ code: 'pdf_page_overprinted', page: number });
    total.glyphs += ink.glyphs.length + ink.horizontal.length + ink.vertical.length;
    total.readable += letters.length - unreadable;
    total.unreadable += unreadable;
    if (total.glyphs > limits.perDocument) return { ok: false, note: { code: 'pdf_too_dense' } };
    pages.push(sketchOf(ink));
  }
  if (pages.length === 0) return { ok: false, note: { code: 'pdf_corrupt' } };
  if (total.unreadable > total.readable) return { ok: false, note: { code: 'pdf_garbled' } };
  if (total.readable < leastText) return { ok: false, note: { code: 'pdf_scanned' } };
  return { ok: true, blocks: blocksOf(pages), notes };
}

async function drawn(pdf: OpenPdf, page: number, most: number): Promise<ReturnType<typeof drawPage> | null> {
  try {
    return drawPage(await pdf.draw(page), most, pdf.pathUse);
  } catch {
    // A page that the library cannot make out is told; the others are read.
    return null;
  }
}
