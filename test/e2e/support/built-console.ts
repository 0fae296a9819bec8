import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Builds the console once before all journeys, as it is delivered: the test runner's own NODE_ENV would make it a development build. */
export default function setup(): void {
  const { NODE_ENV: _, ...env } = process.env;
  execFileSync(process.execPath, [join(root, 'server/console/build.ts')], { env, stdio: 'inherit' });
}
