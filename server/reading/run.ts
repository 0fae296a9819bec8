import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Issue, say } from '../../sync/model/index.ts';
import type { InputOf, JobName, Read, ResultOf } from './jobs.ts';
import type { Order, Reply } from './worker.ts';

/**
 * Reading a received file can take seconds and much memory, and somebody may have made it to take more. So it is read on
 * another thread, a few at once, each within bounds; what exceeds them is stopped, and nobody else notices.
 */
export interface Bounds {
  readonly timeMs: number;
  /** Megabytes of JavaScript values; inflated bytes are bounded by the reader's own limits. */
  readonly heapMb: number;
  /** Files read at the same time; the others wait their turn. */
  readonly atOnce: number;
  /** How long a thread with nothing to do is kept, since starting one costs more than reading most files. */
  readonly idleMs: number;
}

export interface Reading {
  /**
   * Reads a file that lies on this machine. Never rejects: a file that is too much, and one on which the reader itself
   * fails, are told by an issue like every other that cannot be read. `log` hears what went wrong inside.
   * @param input what the job needs beside the file
   */
  read<Job extends JobName>(job: Job, file: LocalFile, log: Log, ...input: InputOf<Job>): Promise<Read<ResultOf<Job>>>;
}

/** A file on this machine, and the name that people know it by. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
}

export interface Log {
  error(what: object, message: string): void;
}

type Failure = 'reading_too_long' | 'reading_too_big' | 'reading_failed';

class Failed extends Error {
  readonly code: Failure;

  constructor(code: Failure, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

export function createReading({ timeMs, heapMb, atOnce, idleMs }: Bounds): Reading {
  const idle = new Map<Worker, NodeJS.Timeout>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  const turn = async (): Promise<void> => {
    if (busy >= atOnce) await new Promise<void>(resolve => waiting.push(resolve));
    else busy++;
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

  return {
    async read(job, { path, name }, log, ...input) {
      await turn();
      const worker = takeWorker();
      try {
        const value = await within(timeMs, worker, { job, path, name, input });
        rest(worker);
        return value as never;
      } catch (error) {
        await worker.terminate();
        const failed = error instanceof Failed ? error : new Failed('reading_failed', error);
        log.error({ err: failed, job, name }, 'reading a received file failed');
        return { ok: false, issue: issueOf(failed.code, name) };
      } finally {
        giveUpTurn();
      }
    },
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

function issueOf(code: Failure, name: string): Issue {
  const params = { name };
  return { code, severity: 'error', message: say(code, 'zh-TW', params), params };
}

/** The one reading of this process. */
export const reading = createReading({
  timeMs: 60_000,
  heapMb: 512,
  atOnce: availableParallelism() > 2 ? 2 : 1,
  idleMs: 30_000,
});
