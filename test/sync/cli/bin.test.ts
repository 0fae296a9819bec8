import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOf, folder, steps } from './books.ts';

const root = join(import.meta.dirname, '../../..');
const bin = join(root, 'sync/cli/bin.js');
const files = folder();
afterAll(files.remove);

const run = (program: string, args: readonly string[], cwd = root, env = {}) =>
  spawnSync(program, args, {
    cwd,
    env: { ...process.env, LANG: 'C', LC_ALL: '', ...env },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

describe('the command', () => {
  let book: string;
  beforeAll(async () => {
    book = files.put('表.xlsx', await bookOf(steps));
  });

  it('prints JSON and nothing else, and ends with 0', () => {
    const { status, stdout, stderr } = run(process.execPath, [bin, 'form', 'profile', book, '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ file: '表.xlsx', sheets: [{ name: '自行檢核表' }] });
  });

  it('ends with 1 for a file it cannot handle, and with 2 for wrong usage', () => {
    const broken = files.put('壞.xlsx', 'no workbook');
    expect(run(process.execPath, [bin, 'form', 'profile', broken])).toMatchObject({ status: 1, stdout: '' });
    expect(run(process.execPath, [bin, 'form', 'profile'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('goes on with the pinned Node where the one that started it cannot run TypeScript', () => {
    const old = (...args: string[]) => run(process.execPath, ['--no-strip-types', bin, ...args]);
    expect(old('form', 'profile', book, '--json')).toMatchObject({ status: 0, stderr: '' });
    expect(old('form', 'profile').status).toBe(2);
  });

  it('minds a reader that stops early as little as any other command', () => {
    const { status, stderr } = run('sh', ['-c', `"${process.execPath}" "${bin}" form profile "${book}" | true`]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('is what npx runs in this folder', { timeout: 120_000 }, () => {
    const env = { npm_config_cache: files.at('npm'), npm_config_offline: 'true', npm_config_update_notifier: 'false' };
    const { status, stdout, stderr } = run('npx', ['guankao', 'form', 'profile', book, '--json'], root, env);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ file: '表.xlsx' });
  });
});
