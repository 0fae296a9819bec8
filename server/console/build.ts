import { createHash, randomUUID } from 'node:crypto';
import { globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const checkout = join(import.meta.dirname, '../..');
const stamp = '.built-from';
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

function builtFrom(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const failedWith = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Puts a folder in the place of another one. Of several that come at the same moment the last one stays. */
function putInPlace(folder: string, place: string): void {
  const before = `${folder}-before`;
  for (let placed = false; !placed; ) {
    try {
      renameSync(place, before);
    } catch (error) {
      if (!failedWith(error, 'ENOENT')) throw error;
    }
    try {
      renameSync(folder, place);
      placed = true;
    } catch (error) {
      if (!failedWith(error, 'ENOTEMPTY', 'EEXIST')) throw error;
    } finally {
      rmSync(before, { recursive: true, force: true });
    }
  }
}

/**
 * Builds the console into admin/dist unless what stands there was built from the very same sources. Compares contents, not
 * times, because a checkout gives old contents new times. What stands there is replaced by a whole build only, so that several
 * builds at once, or one that fails, leave a whole console.
 * @returns whether a build was needed
 */
export async function buildConsole(root = checkout): Promise<boolean> {
  const place = join(root, 'admin/dist');
  const digest = digestOfSources(root);
  if (builtFrom(join(place, stamp)) === digest) return false;
  const { build } = await import('vite').catch(() => {
    throw new Error('The console must be built and its tools are not installed. Run: npm ci --include=dev');
  });
  const outDir = join(root, '.build', `console-${randomUUID()}`);
  try {
    await build({
      configFile: join(root, 'admin/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
    writeFileSync(join(outDir, stamp), digest);
    putInPlace(outDir, place);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
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
