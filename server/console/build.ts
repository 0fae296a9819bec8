import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the console into admin/dist unless what stands there was built from the very same sources. Compares contents, not
 * times, because a checkout gives old contents new times.
 */
const root = join(import.meta.dirname, '../..');
const stamp = join(root, 'admin/dist/.built-from');

function digestOfSources(): string {
  const digest = createHash('sha256');
  const files = globSync(['admin/**/*', 'sync/model/**/*', 'tsconfig.json', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
    exclude: entry => entry.name === 'dist' || entry.name === 'node_modules',
  })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    digest
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return digest.digest('hex');
}

function builtFrom(): string | null {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

/** @returns whether a build was needed */
export async function buildConsole(): Promise<boolean> {
  const sources = digestOfSources();
  if (builtFrom() === sources) return false;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'admin/vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, sources);
  return true;
}

if (import.meta.main) {
  const started = Date.now();
  if (await buildConsole()) process.stdout.write(`Console built in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
}
