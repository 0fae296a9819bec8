import { type Stopped, threadFor } from '../thread/index.ts';
import type { PdfLimits } from './limits.ts';
import type { PdfOrder } from './read-file.ts';
import type { PagesRead } from './read-pages.ts';

const onThread = threadFor<PdfOrder, PagesRead>(new URL('./worker.ts', import.meta.url));

/** Reads on a thread of its own. Rejects only when `signal` aborts. */
export function readOnThread(bytes: Uint8Array, limits: PdfLimits, signal?: AbortSignal): Promise<PagesRead | Stopped> {
  const order: PdfOrder = { bytes: Uint8Array.from(bytes), limits };
  return onThread({ order, given: [order.bytes.buffer as ArrayBuffer], bounds: limits, signal });
}
