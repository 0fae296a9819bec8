import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type JobName, jobs } from './jobs.ts';

/** One file to read; the thread takes them one after another. */
export interface Order {
  readonly job: JobName;
  readonly path: string;
  readonly name: string;
}

export type Reply = { readonly value: ReturnType<(typeof jobs)[JobName]> } | { readonly error: string };

function done({ job, path, name }: Order): Reply {
  try {
    return { value: jobs[job](readFileSync(path), name) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort!.on('message', (order: Order) => parentPort!.postMessage(done(order)));
