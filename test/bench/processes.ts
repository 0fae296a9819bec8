import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Load, Loaded } from './load.ts';
import type { Served } from './serve.ts';

const script = (name: string): string => join(import.meta.dirname, name);

/** Serves in a process of its own while `work` runs. */
export async function whileServing<T>(who: string, where: object, work: (served: Served) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [script('serve.ts'), who, JSON.stringify(where)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  try {
    const served = await Promise.race([
      firstLine(child),
      exited.then(() => Promise.reject(new Error(`${who} did not start`))),
    ]);
    return await work(JSON.parse(served) as Served);
  } finally {
    child.stdin.end();
    await exited;
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout!) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text;
}

export async function underLoad(load: Load): Promise<Loaded> {
  const { stdout } = await promisify(execFile)(process.execPath, [script('load.ts'), JSON.stringify(load)], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Loaded;
}
