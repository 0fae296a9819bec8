import { parentPort } from 'node:worker_threads';
import { openPdf } from './library.ts';
import type { PdfLimits } from './limits.ts';
import { type PagesRead, readPages } from './read-pages.ts';

export interface PdfOrder {
  readonly bytes: Uint8Array;
  readonly limits: PdfLimits;
}

async function read({ bytes, limits }: PdfOrder): Promise<PagesRead> {
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') return { ok: false, note: { code: pdf } };
  try {
    return await readPages(pdf, limits);
  } finally {
    await pdf.close();
  }
}

// The library tells of what it lacks for painting on the streams that a command's answer goes to.
console.warn = () => {};

parentPort!.on('message', async (order: PdfOrder) => parentPort!.postMessage(await read(order)));
