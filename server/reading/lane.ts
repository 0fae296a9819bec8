import { Worker } from 'node:worker_threads';
import type { Order, Reply } from './worker.ts';

/** What the work of one kind may take, in time, memory and threads. */
export interface LaneBounds {
  readonly timeMs: number;
  /** Megabytes of JavaScript values; inflated bytes are bounded by the reader's own limits. */
  readonly heapMb: number;
  /** Files read at the same time; the others wait their turn. */
  readonly atOnce: number;
  /** How many may wait; without a limit none is turned away. */
  readonly mostWaiting?: number;
  /** How long a thread with nothing to do is kept, since starting one costs more than reading most files. */
  readonly idleMs: number;
}

export type Failure = 'reading_too_long' | 'reading_too_big' | 'reading_failed' | 'conversion_busy';

export class Failed extends Error {
  readonly code: Failure;

  constructor(code: Failure, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Threads that do one kind of work, in turn. @throws Failed, with the thread ended that was at fault */
export type Lane = (order: Order) => Promise<unknown>;

export function createLane({
  timeMs,
  heapMb,
  atOnce,
  mostWaiting = Number.POSITIVE_INFINITY,
  idleMs,
}: LaneBounds): Lane {
  const idle = new Map<Worker, NodeJS.Timeout>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  const turn = async (): Promise<void> => {
    if (busy < atOnce) busy++;
    else if (waiting.length >= mostWaiting) throw new Failed('conversion_busy');
    else await new Promise<void>(resolve => waiting.push(resolve));
  };
  // The turn goes straight to the next in line, so that nobody slips in between.
  const giveUpTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  };

  const startWorker = (): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    worker.on('exit', () => idle.delete(worker));
    // A thread that is being stopped may still fail when nobody waits for it any more.
    return worker.on('error', () => {});
  };
  const takeWorker = (): Worker => {
    const [rested] = idle.keys();
    if (!rested) return startWorker();
    clearTimeout(idle.get(rested));
    idle.delete(rested);
    rested.ref();
    return rested;
  };
  const rest = (worker: Worker): void => {
    // A thread at rest must not keep the process from ending.
    worker.unref();
    const timer = setTimeout(() => {
      idle.delete(worker);
      void worker.terminate();
    }, idleMs);
    idle.set(worker, timer.unref());
  };

  return async order => {
    await turn();
    const worker = takeWorker();
    try {
      const value = await within(timeMs, worker, order);
      rest(worker);
      return value;
    } catch (error) {
      await worker.terminate();
      throw error instanceof Failed ? error : new Failed('reading_failed', error);
    } finally {
      giveUpTurn();
    }
  };
}

function within(timeMs: number, worker: Worker, order: Order): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const onMessage = (reply: Reply): void =>
    'value' in reply ? resolve(reply.value) : reject(new Failed('reading_failed', reply.error));
  const onError = (error: NodeJS.ErrnoException): void =>
    reject(new Failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading_too_big' : 'reading_failed', error));
  const onExit = (): void => reject(new Failed('reading_failed', 'the thread ended'));
  const timer = setTimeout(() => reject(new Failed('reading_too_long')), timeMs);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  worker.postMessage(order);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}
