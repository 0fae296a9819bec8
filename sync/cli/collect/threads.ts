import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Order } from '../../collect/index.ts';
import { type Issue, say } from '../../model/index.ts';
import type { Source } from './find-files.ts';
import type { Read } from './reader.ts';

/** Each thread holds its own program and a file; this many fill what a collection may take of memory. */
const mostThreads = 4;
const usual = { heapMb: 128, youngMb: 8 } as const;
/** For the few files that need more; they are read one after another. */
const roomy = { heapMb: 224, youngMb: 32 } as const;
const longest = 120_000;

const failed = (code: 'reading_too_long' | 'reading_too_big' | 'reading_failed', name: string): Read => {
  const params = { name };
  const issue: Issue = { code, severity: 'error', message: say(code, 'zh-TW', params), params };
  return { sha256: '', returned: { ok: false, issue }, rows: [], rowIds: [] };
};

type Outcome = Read | 'reading_too_big';

/**
 * Reads files on threads, as many at once as there are cores. A thread that a file takes too long or too much memory for is
 * ended, and the others go on; what was too big is read once more with more room, alone.
 * @param take gets each file as it was read, in any order
 */
export async function readAll(
  sources: readonly Source[],
  order: Order,
  take: (source: Source, read: Read) => void,
): Promise<void> {
  const heavy: Source[] = [];
  const count = Math.max(1, Math.min(availableParallelism(), mostThreads, sources.length));
  await work(sources, count, usual, order, (source, outcome) => {
    if (outcome === 'reading_too_big') heavy.push(source);
    else take(source, outcome);
  });
  await work(heavy, 1, roomy, order, (source, outcome) =>
    take(source, outcome === 'reading_too_big' ? failed(outcome, source.name) : outcome),
  );
}

async function work(
  sources: readonly Source[],
  count: number,
  room: { readonly heapMb: number; readonly youngMb: number },
  order: Order,
  take: (source: Source, outcome: Outcome) => void,
): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    let worker: Worker | null = null;
    try {
      while (next < sources.length) {
        const source = sources[next++]!;
        worker ??= started(room, order);
        const outcome = await within(worker, source);
        if (typeof outcome === 'string') {
          await worker.terminate();
          worker = null;
        }
        take(
          source,
          outcome === 'reading_too_long' || outcome === 'reading_failed' ? failed(outcome, source.name) : outcome,
        );
      }
    } finally {
      // Where what was read cannot be kept, nothing more need be read.
      next = sources.length;
      await worker?.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, sources.length) }, one));
}

function started({ heapMb, youngMb }: { readonly heapMb: number; readonly youngMb: number }, order: Order): Worker {
  const worker = new Worker(new URL('./reader.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
  });
  // A thread that is being ended may still fail when nobody waits for it any more.
  return worker.on('error', () => {});
}

function within(
  worker: Worker,
  source: Source,
): Promise<Read | 'reading_too_big' | 'reading_too_long' | 'reading_failed'> {
  const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof within>>>();
  const onMessage = (read: Read): void => resolve(read);
  const onError = (error: NodeJS.ErrnoException): void =>
    resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading_too_big' : 'reading_failed');
  const onExit = (): void => resolve('reading_failed');
  const timer = setTimeout(() => resolve('reading_too_long'), longest);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  worker.postMessage(source);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}
