import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const checkout = join(import.meta.dirname, '../..');
const sources = ['admin/**/*', 'sync/model/**/*', 'tsconfig.json', 'package-lock.json'];

function digestOfSources(root: string): string {
  const digest = createHash('sha256');
  const exclude = (entry: { readonly name: string }) => entry.name === 'dist' || entry.name === 'node_modules';
  const files = globSync(sources, { cwd: root, withFileTypes: true, exclude })
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

function builtFrom(stamp: string): string | null {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Builds the console into admin/dist unless what stands there was built from the very same sources. Compares contents, not
 * times, because a checkout gives old contents new times.
 * @returns whether a build was needed
 */
export async function buildConsole(root = checkout): Promise<boolean> {
  const stamp = join(root, 'admin/dist/.built-from');
  const digest = digestOfSources(root);
  if (builtFrom(stamp) === digest) return false;
  const { build } = await import('vite').catch(() => {
    throw new Error('The console must be built and its tools are not installed. Run: npm ci --include=dev');
  });
  await build({ configFile: join(root, 'admin/vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, digest);
  return true;
}

if (import.meta.main) {
  const started = Date.now();
  try {
    const built = await buildConsole();
    if (built) process.stdout.write(`Console built in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
