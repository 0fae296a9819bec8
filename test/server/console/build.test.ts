import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildConsole } from '../../../server/console/build.ts';

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

test('what cannot be built stays stale', async () => {
  await buildConsole(root);
  await write('admin/main.ts', `import './nowhere.ts';`);
  await expect(buildConsole(root)).rejects.toThrow(/nowhere/);
  await expect(buildConsole(root)).rejects.toThrow(/nowhere/);
});
