import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The real server as a process of its own, to be killed. */
export interface ServerProcess {
  readonly url: string;
  /** SIGKILL: nothing gets to finish. Resolves when the process is gone. */
  kill(): Promise<void>;
}

const entry = join(import.meta.dirname, '..', '..', 'server', 'main.ts');
const listening = /\((http:\/\/127\.0\.0\.1:\d+)\)/;

/** Starts the server on a free port with these settings and waits until it listens. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, [entry], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout! });
  for await (const line of lines) {
    const url = listening.exec(line)?.[1];
    if (!url) continue;
    return {
      url,
      async kill() {
        child.kill('SIGKILL');
        await exited;
      },
    };
  }
  throw new Error('The server ended before it listened.');
}
