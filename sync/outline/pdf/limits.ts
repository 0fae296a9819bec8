import type { Bounds } from '../thread/index.ts';

/** What a plan never needs and a hostile file may ask for. */
export interface PdfLimits extends Bounds {
  /** A document with more pages is refused as a whole: half a plan would look like a plan. */
  readonly pages: number;
  /** Glyphs, and lines, of one page; the rest of the page is left out. */
  readonly perPage: number;
  /** Glyphs, and lines, of the document; it is refused as a whole. */
  readonly perDocument: number;
}

export const pdfLimits: PdfLimits = {
  pages: 300,
  perPage: 20_000,
  perDocument: 500_000,
  timeMs: 8_000,
  heapMb: 72,
  bytesMb: 64,
};
