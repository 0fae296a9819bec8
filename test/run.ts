import { spawnSync } from 'node:child_process';
import { buildConsole } from '../server/console/build.ts';
import { readyChromium } from './support/chromium.ts';

/** Everything a change must pass, in the order that fails soonest. The first failure ends the run. */
const steps: readonly (readonly [name: string, run: () => unknown])[] = [
  ['lint', () => shell('biome', 'ci', '.')],
  ['types', () => shell('tsc', '-b')],
  ['unit tests on SQLite and PostgreSQL', () => shell('vitest', 'run', '--project', '!browser')],
  ['console', () => buildConsole()],
  ['browser', () => readyChromium()],
  ['browser tests', () => shell('vitest', 'run', '--project', 'browser')],
];

class StepFailed extends Error {}

function shell(program: string, ...args: readonly string[]): void {
  const { status, signal } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new StepFailed(`${program} ${args.join(' ')} ended with ${signal ?? status}`);
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(0)} s`;

const started = Date.now();
for (const [name, run] of steps) {
  const began = Date.now();
  try {
    await run();
  } catch (error) {
    process.stderr.write(`\n✗ ${name}: ${error instanceof StepFailed ? error.message : error}\n`);
    process.exit(1);
  }
  process.stdout.write(`✓ ${name} (${seconds(began)})\n`);
}
process.stdout.write(`\nAll passed in ${seconds(started)}: ${steps.map(([name]) => name).join(', ')}.\n`);
