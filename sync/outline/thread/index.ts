import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What an order may take. */
export interface Bounds {
  /** Milliseconds from the call to the answer. */
  readonly timeMs: number;
  /** Megabytes of values; the engine looks for what is no longer needed before it gives up. */
  readonly heapMb: number;
  /** Megabytes of bytes, such as inflated streams, which lie outside the heap. */
  readonly bytesMb: number;
}

/** Why there is no answer. */
export type Stopped = 'too_long' | 'too_big' | 'failed';

export interface Ordered<Order> {
  readonly order: Order;
  /** Buffers that the thread takes over, and nobody here has any longer. */
  readonly given: readonly ArrayBuffer[];
  readonly bounds: Bounds;
  readonly signal?: AbortSignal | undefined;
}

/** What a thread is told when it is started. */
export interface Started {
  /** Where compiled code is kept, so that the thread need not compile it again. */
  readonly compiled: string | null;
}

/** How often the memory of the thread is looked at, in ms: often enough that nothing fills it in between. */
const watchMs = 15;
/** How long a thread with nothing to do is kept, in ms: starting one takes longer than reading a plan. */
const idleMs = 3_000;
/** Enough for values that are soon gone; the engine's own choice is several times as much, and fills it. */
const youngMb = 12;
const megabyte = 2 ** 20;

/**
 * Orders that are done on a thread of their own, which is ended when one takes too long or too much: a file of a few kilobytes
 * can ask for hours and for all memory there is. What it gives rejects only when `signal` aborts.
 * @param script answers every message with one
 */
export function threadFor<Order, Answer extends object>(
  script: URL,
): (ordered: Ordered<Order>) => Promise<Answer | Stopped> {
  let resting: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

  function take({ heapMb }: Bounds): Worker {
    if (resting) {
      const { worker, timer } = resting;
      resting = null;
      clearTimeout(timer);
      worker.ref();
      return worker;
    }
    const started: Started = { compiled: getCompileCacheDir() ?? null };
    const worker = new Worker(script, {
      execArgv: [],
      workerData: started,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
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
      if (resting?.worker === worker) resting = null;
      void worker.terminate();
    }, idleMs);
    resting = { worker, timer: timer.unref() };
  }

  return async ({ order, given, bounds, signal }) => {
    signal?.throwIfAborted();
    const worker = take(bounds);
    const { promise, resolve, reject } = Promise.withResolvers<Answer | Stopped>();
    const onError = (error: NodeJS.ErrnoException): void =>
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_big' : 'failed');
    const onExit = (): void => resolve('failed');
    const onAbort = (): void => reject(signal!.reason);
    const deadline = setTimeout(() => resolve('too_long'), bounds.timeMs);
    const watch = setInterval(async () => {
      // Node itself bounds the heap alone.
      const taken = await worker.getHeapStatistics().catch(() => null);
      if (taken && taken.external_memory > bounds.bytesMb * megabyte) resolve('too_big');
    }, watchMs);
    worker.on('message', resolve).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.postMessage(order, given);
    let isDone = false;
    try {
      const answer = await promise;
      isDone = typeof answer !== 'string';
      return answer;
    } finally {
      clearTimeout(deadline);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      worker.off('message', resolve).off('error', onError).off('exit', onExit);
      if (isDone) rest(worker);
      else await worker.terminate();
    }
  };
}
