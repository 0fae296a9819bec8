import { readFileSync } from 'node:fs';
import { commandsFor } from './cli/commands.ts';
import { runCommand } from './cli/run.ts';

/** The command line, on this process: what it prints, and what it ends with. */
export async function main(): Promise<void> {
  const ending = new AbortController();
  const waits = process.argv.includes('--watch');
  // Ending by a signal would leave behind what LibreOffice was started for; an exit does not. What waits for more to do is ended
  // by the first one as it should, and by a second one at once.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.on(signal, () => {
      if (!waits || ending.signal.aborted) process.exit(code);
      ending.abort();
    });
  // A reader that has seen enough, such as `head`, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const args = process.argv.slice(2);
  const { code, out, err } = await runCommand(await commandsFor(args), args, {
    env: process.env,
    width: process.stdout.columns ?? 120,
    version: version(),
    signal: ending.signal,
    progress: line => process.stderr.write(`${line}\n`),
  });
  if (err !== '') process.stderr.write(`${err}\n`);
  if (out !== '') process.stdout.write(`${out}\n`);
  process.exitCode = code;
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
