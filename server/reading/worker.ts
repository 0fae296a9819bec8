import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type JobName, jobs } from './jobs.ts';

/** One file to read; the thread takes them one after another. */
export interface Order {
  readonly job: JobName;
  /** The file, or its bytes where they lie in no file. */
  readonly from: string | Uint8Array;
  readonly name: string;
  /** What the job needs beside the file: nothing, or one plain value. */
  readonly input: readonly unknown[];
}

export type Reply = { readonly value: unknown } | { readonly error: string };

type Run = (bytes: Uint8Array, name: string, ...input: readonly unknown[]) => unknown;

async function done({ job, from, name, input }: Order): Promise<Reply> {
  try {
    // Orders are typed where they are given; here they have crossed a thread.
    const run = jobs[job] as unknown as Run;
    return { value: await run(typeof from === 'string' ? readFileSync(from) : from, name, ...input) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort!.on('message', async (order: Order) => parentPort!.postMessage(await done(order)));
