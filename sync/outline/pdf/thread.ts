import { Worker } from 'node:worker_threads';
import type { PdfLimits } from './limits.ts';
import type { PagesRead } from './read-pages.ts';
import type { PdfOrder } from './worker.ts';

export type Stopped = 'pdf_too_long' | 'pdf_too_big' | 'pdf_failed';

/** How often the memory of the thread is looked at, in ms: often enough that nothing fills it in between. */
const watchMs = 40;
/** How long a thread with nothing to do is kept, in ms: starting one takes longer than reading a plan. */
const idleMs = 3_000;
/** Enough for values that are soon gone; the engine's own choice is thrice as much. */
const youngMb = 16;
const megabyte = 2 ** 20;

let resting: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

/**
 * Reads on a thread of its own, which is ended when it takes too long or too much: a file of a few kilobytes can ask for
 * hours and for all memory there is. Rejects only when `signal` aborts.
 */
export async function readOnThread(
  bytes: Uint8Array,
  limits: PdfLimits,
  signal?: AbortSignal,
): Promise<PagesRead | Stopped> {
  signal?.throwIfAborted();
  const worker = take(limits);
  const { promise, resolve, reject } = Promise.withResolvers<PagesRead | Stopped>();
  const onError = (error: NodeJS.ErrnoException): void =>
    resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'pdf_too_big' : 'pdf_failed');
  const onExit = (): void => resolve('pdf_failed');
  const onAbort = (): void => reject(signal!.reason);
  const deadline = setTimeout(() => resolve('pdf_too_long'), limits.timeMs);
  const watch = setInterval(async () => {
    // Bytes of inflated streams lie outside the heap that Node itself can bound.
    const taken = await worker.getHeapStatistics().catch(() => null);
    if (taken && taken.used_heap_size + taken.external_memory > limits.memoryMb * megabyte) resolve('pdf_too_big');
  }, watchMs);
  worker.on('message', resolve).on('error', onError).on('exit', onExit);
  signal?.addEventListener('abort', onAbort);
  const order: PdfOrder = { bytes: Uint8Array.from(bytes), limits };
  worker.postMessage(order, [order.bytes.buffer as ArrayBuffer]);
  let isDone = false;
  try {
    const read = await promise;
    isDone = typeof read !== 'string';
    return read;
  } finally {
    clearTimeout(deadline);
    clearInterval(watch);
    signal?.removeEventListener('abort', onAbort);
    worker.off('message', resolve).off('error', onError).off('exit', onExit);
    if (isDone) rest(worker);
    else await worker.terminate();
  }
}

function take({ memoryMb }: PdfLimits): Worker {
  if (resting) {
    const { worker, timer } = resting;
    resting = null;
    clearTimeout(timer);
    worker.ref();
    return worker;
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
  });
  worker.on('exit', () => {
    if (resting?.worker === worker) resting = null;
  });
  // A thread that is being ended may still fail when nobody waits for it any more.
  return worker.on('error', () => {});
}

function rest(worker: Worker): void {
  if (resting) {
    void worker.terminate();
    return;
  }
  // A thread at rest must not keep the process from ending.
  worker.unref();
  const timer = setTimeout(() => {
    resting = null;
    void worker.terminate();
  }, idleMs).unref();
  resting = { worker, timer };
}
