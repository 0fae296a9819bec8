import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Bounds {
  readonly timeMs: number;
  /** Address space and size of a written file, in MB; kept by the system where it has a shell that can say so. */
  readonly memoryMb: number;
  readonly fileMb: number;
}

export interface Order {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
}

export type Ending = 'done' | 'failed' | 'tooLong';

const onWindows = process.platform === 'win32';

/** What must not outlive this process: it may be ended while a program runs. */
const leftovers = new Set<() => void>();
const cleanUp = (): void => {
  for (const remove of leftovers) remove();
};

function untilGone(remove: () => void): () => void {
  if (leftovers.size === 0) process.on('exit', cleanUp);
  leftovers.add(remove);
  return () => {
    leftovers.delete(remove);
    if (leftovers.size === 0) process.off('exit', cleanUp);
  };
}

/** Runs a program in a process group of its own and ends the whole group: when it is done, and when its time is over. */
export async function runBounded({ program, args, folder }: Order, bounds: Bounds): Promise<Ending> {
  const child = start({ program, args, folder }, bounds);
  const endGroup = (): void => killGroup(child);
  const forget = untilGone(endGroup);
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const timer = setTimeout(() => resolve('tooLong'), bounds.timeMs);
  child.once('error', () => resolve('failed'));
  child.once('exit', code => resolve(code === 0 ? 'done' : 'failed'));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    endGroup();
    forget();
  }
}

/** The program has no terminal, no home but its folder and nothing of our environment that it could need a secret from. */
function start({ program, args, folder }: Order, { memoryMb, fileMb }: Bounds): ChildProcess {
  const { PATH = '', LANG = 'C.UTF-8', SystemRoot = '' } = process.env;
  const env = { PATH, LANG, HOME: folder, TMPDIR: folder, TEMP: folder, TMP: folder, SystemRoot };
  const options = { cwd: folder, env, stdio: 'ignore', detached: !onWindows, windowsHide: true } as const;
  if (onWindows) return spawn(program, args, options);
  const limits = `ulimit -v ${memoryMb * 1024} 2>/dev/null; ulimit -f ${fileMb * 2048} 2>/dev/null`;
  return spawn('/bin/sh', ['-c', `${limits}; exec "$0" "$@"`, program, ...args], options);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (onWindows) spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

/** Gives `work` a folder of its own, which is gone afterwards whatever happens. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'guankao-convert-'));
  const always = { recursive: true, force: true, maxRetries: 5 } as const;
  const forget = untilGone(() => rmSync(folder, always));
  try {
    return await work(folder);
  } finally {
    await rm(folder, always);
    forget();
  }
}
