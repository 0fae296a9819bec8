import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Started } from './index.ts';

/**
 * The other end of `threadFor`: answers one order after another.
 * @param load gives what does the orders; its code is loaded only when compiled code can be kept
 */
export async function answerWith<Order>(load: () => Promise<(order: Order) => Promise<unknown>>): Promise<void> {
  const { compiled } = workerData as Started;
  // Compiling takes more time and memory than reading a plan.
  if (compiled !== null) enableCompileCache(compiled);
  const work = await load();
  parentPort!.on('message', async (order: Order) => parentPort!.postMessage(await work(order)));
}
