import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Every file that a process loads for that module. */
function loadedFor(path: string): readonly string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    await import(${JSON.stringify(pathToFileURL(join(root, path)).href)});
    process.stdout.write(JSON.stringify(loaded));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  const here = pathToFileURL(`${root}/`).href;
  return (JSON.parse(printed) as readonly string[])
    .filter(url => url.startsWith('file:'))
    .map(url => url.replace(here, ''));
}

it('reading and filling a workbook loads no package and none of the vocabulary but its messages', () => {
  const strangers = loadedFor('sync/sheet/index.ts').filter(path => !/^sync\/(sheet|model\/messages)\//.test(path));
  expect(strangers).toEqual([]);
});
