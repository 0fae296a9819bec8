import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Reply } from './try-files.ts';

export interface Watched {
  /** Tries a file. Rejects when that throws, crashes, takes too long or too much memory. */
  try(bytes: Uint8Array): Promise<string>;
  /** The most time of the processor that a try took, in ms, and the most memory that any needed, in MB. */
  readonly worst: { readonly cpuMs: number; readonly peakMb: number };
  stop(): void;
}

export interface Bounds {
  /** Of a single file: time of the processor, and time of the clock, after which it hangs. */
  readonly cpuMs: number;
  readonly hangMs: number;
  readonly heapMb: number;
}

/** Tries files in a process of its own, so that one that hangs, crashes or fills the memory is noticed and ended. */
export function watched({ cpuMs: mostCpuMs, hangMs, heapMb }: Bounds): Watched {
  const start = (): ChildProcess =>
    fork(join(import.meta.dirname, 'try-files.ts'), {
      execArgv: [`--max-old-space-size=${heapMb}`],
      serialization: 'advanced',
    });
  let child = start();
  const worst = { cpuMs: 0, peakMb: 0 };
  return {
    worst,
    async try(bytes) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const onMessage = ({ outcome, error, cpuMs, peakMb }: Reply): void => {
        worst.peakMb = Math.max(worst.peakMb, peakMb);
        worst.cpuMs = Math.max(worst.cpuMs, cpuMs);
        if (cpuMs > mostCpuMs) reject(new Error(`took ${cpuMs.toFixed(0)} ms of the processor`));
        else if (outcome === undefined) reject(new Error(error));
        else resolve(outcome);
      };
      const onExit = (code: number | null, signal: string | null): void =>
        reject(new Error(`the process ended with ${signal ?? code}`));
      const timer = setTimeout(() => reject(new Error(`not done after ${hangMs} ms`)), hangMs);
      child.once('message', onMessage).once('exit', onExit);
      child.send(bytes);
      try {
        return await promise;
      } catch (error) {
        child.removeAllListeners().kill('SIGKILL');
        child = start();
        throw error;
      } finally {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
      }
    },
    stop: () => void child.removeAllListeners().kill('SIGKILL'),
  };
}
