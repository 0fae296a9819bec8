/** What a plan never needs and a hostile file may ask for. */
export interface PdfLimits {
  /** A document with more pages is refused as a whole: half a plan would look like a plan. */
  readonly pages: number;
  /** Glyphs, and lines, of one page; the rest of the page is left out. */
  readonly perPage: number;
  /** Glyphs, and lines, of the document; it is refused as a whole. */
  readonly perDocument: number;
  /** Milliseconds from the call to the answer. */
  readonly timeMs: number;
  /** Megabytes beside what the process already has: values and bytes of the thread that reads. */
  readonly memoryMb: number;
}

export const pdfLimits: PdfLimits = {
  pages: 300,
  perPage: 20_000,
  perDocument: 500_000,
  timeMs: 9_000,
  memoryMb: 180,
};
