import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildConsole } from '../../../server/console/build.ts';

const patience = { timeout: 15_000, interval: 5 };
let root: string;
const write = (path: string, text: string) => writeFile(join(root, path), text);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'guankao-console-'));
  await mkdir(join(root, 'admin'));
  await mkdir(join(root, 'sync/model'), { recursive: true });
  await write('package-lock.json', '{}');
  await write('package.json', '{"type":"module"}');
  await write('tsconfig.json', '{}');
  await write('sync/model/word.ts', `export const word = '管考';`);
  await write('admin/main.ts', `import { word } from '../sync/model/word.ts'; document.title = word;`);
  await write('admin/index.html', '<!doctype html><title>-</title><script type="module" src="/main.ts"></script>');
  await write('admin/vite.config.ts', 'export default { root: import.meta.dirname, build: { outDir: "dist" } };');
});
/** The page that is served, and the script that it names. */
const standing = async (): Promise<{ readonly page: string; readonly script: string }> => {
  const read = (path: string) => readFile(join(root, 'admin/dist', path), 'utf8');
  const page = await read('index.html');
  return { page, script: await read(/src="([^"]+)"/.exec(page)![1]!) };
};
afterEach(() => rm(root, { recursive: true, force: true }));

test('the console is built once, and again only when a source has changed', async () => {
  expect(await buildConsole(root)).toBe(true);
  expect(await readFile(join(root, 'admin/dist/index.html'), 'utf8')).toContain('<script type="module"');
  expect(await buildConsole(root)).toBe(false);
  await utimes(join(root, 'admin/main.ts'), new Date(), new Date());
  expect(await buildConsole(root)).toBe(false);
});

test.each([
  ['admin/main.ts', `document.title = '';`],
  ['sync/model/word.ts', `export const word = 'Guankao';`],
  ['package-lock.json', '{"lockfileVersion":3}'],
  ['admin/added.ts', 'export {};'],
])('a change of %s makes it stale', async (path, text) => {
  await buildConsole(root);
  await write(path, text);
  expect(await buildConsole(root)).toBe(true);
});

test('what cannot be built stays stale, and what was built before stays in place', async () => {
  await buildConsole(root);
  const before = await standing();
  await write('admin/main.ts', `import './nowhere.ts';`);
  await expect(buildConsole(root)).rejects.toThrow(/nowhere/);
  await expect(buildConsole(root)).rejects.toThrow(/nowhere/);
  expect(await standing()).toEqual(before);
  expect(await readdir(join(root, '.build'))).toEqual([]);
});

/** A build that lingers over what it wrote, as one does that compresses it, until it is told to go on. */
const lingering = `
  import { randomUUID } from 'node:crypto';
  import { existsSync, readFileSync, writeFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { setTimeout } from 'node:timers/promises';
  const lingering = join(import.meta.dirname, '../lingering');
  const linger = {
    name: 'linger',
    async writeBundle({ dir }, bundle) {
      writeFileSync(join(lingering, randomUUID()), '');
      while (!existsSync(join(lingering, 'go on'))) await setTimeout(5);
      for (const name of Object.keys(bundle)) readFileSync(join(dir, name));
    },
  };
  export default { root: import.meta.dirname, build: { outDir: 'dist' }, plugins: [linger] };`;

test('several builds at once leave each other alone, and one whole console', async () => {
  await write('admin/vite.config.ts', lingering);
  await mkdir(join(root, 'lingering'));
  const builds = ['青田', '松湖', '遠山'].map(async (word, already) => {
    await vi.waitFor(async () => expect(await readdir(join(root, 'lingering'))).toHaveLength(already), patience);
    await write('sync/model/word.ts', `export const word = '${word}';`);
    return buildConsole(root);
  });
  await vi.waitFor(async () => expect(await readdir(join(root, 'lingering'))).toHaveLength(3), patience);
  await write('lingering/go on', '');
  expect(await Promise.all(builds)).toEqual([true, true, true]);
  expect((await standing()).script).toMatch(/青田|松湖|遠山/);
  await buildConsole(root);
  expect((await standing()).script).toContain('遠山');
  expect(await readdir(join(root, '.build'))).toEqual([]);
});

test('a build that was killed half-way is no console', async () => {
  await mkdir(join(root, 'admin/dist'), { recursive: true });
  await write('admin/dist/index.html', 'half');
  expect(await buildConsole(root)).toBe(true);
  expect((await standing()).page).toContain('<script type="module"');
});
