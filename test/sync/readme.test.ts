import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../sync/cli/commands.ts';
import { writePlan } from '../../sync/outline/write/index.ts';
import { bookOf, folder, guankao, steps } from './cli/books.ts';
import { samplePlan } from './outline/write/samples.ts';

const commands = await allCommands();

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code!);
const [reading = '', filling = '', merging = '', planning = ''] = examples;

describe('the examples of the README', () => {
  const files = folder();
  afterAll(files.remove);
  beforeAll(async () => {
    files.put('template.xlsx', await bookOf(steps));
    const [first, second, ...others] = steps;
    const back = [...others, { ...second!, narrative: '已縮短三日' }, { ...first!, narrative: '櫃檯尚未啟用。' }];
    files.put('returned.xlsx', await bookOf(back));
  });

  /** Runs an example as it stands, with the library's name leading to this folder. */
  const run = (code: string): string => {
    const script = join(root, 'sync/index.ts');
    const path = files.put('example.ts', code.replaceAll("'guankao'", JSON.stringify(script)));
    return execFileSync(process.execPath, [path], { cwd: files.path, encoding: 'utf8' });
  };

  it('are four of about ten lines', () => {
    expect(examples).toHaveLength(4);
    for (const code of examples) expect(code.trim().split('\n').length).toBeLessThanOrEqual(15);
  });

  it('read answers', () => {
    expect(run(reading)).toContain('自行檢核表 7 undefined 已縮短三日');
  });

  it('fill a form', async () => {
    expect(run(filling)).toMatch(/F4 written\nG4 written\nH4 written/);
    const read = JSON.parse((await guankao('form', 'read', files.at('filled.xlsx'), '--json')).out);
    expect(read.sheets[0].rows).toMatchObject([
      { row: 4, result: '已完成', narrative: '櫃檯已啟用。', evidence: ['照片'] },
    ]);
  });

  it('merge what was filled with what came back', async () => {
    expect(run(merging)).toBe('conflict 4 narrative\n');
    const read = JSON.parse((await guankao('form', 'read', files.at('merged.xlsx'), '--json')).out);
    expect(read.sheets[0].rows).toMatchObject([
      { row: 4, narrative: '櫃檯已啟用。' },
      { row: 5, narrative: '已縮短三日' },
    ]);
  });

  it('read, write and compare plans', async () => {
    const [item, ...others] = samplePlan.items;
    const later = { ...samplePlan, items: [{ ...item!, text: '便捷的洽公環境' }, ...others] };
    files.put('plan.docx', await writePlan(samplePlan, 'docx'));
    files.put('next-year.ods', await writePlan(later, 'ods'));
    expect(run(planning)).toBe('reworded 一 便捷的洽公環境\n');
    expect(JSON.parse((await guankao('plan', 'read', files.at('plan.odt'), '--json')).out).plan).toEqual(samplePlan);
  });

  it('and the list of commands is that of the program', () => {
    for (const { name, operands, options } of commands) {
      const line = readme.split('\n').find(text => text.includes(`npx guankao ${name} `));
      for (const word of [
        ...operands.map(operand => operand.name),
        ...Object.entries(options).map(([option, { value }]) => (value === undefined ? `--${option}` : `--${option} `)),
      ])
        expect(line).toContain(word);
    }
  });

  it('and the package leads to the library', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(existsSync(join(root, exports['.']))).toBe(true);
    const code = "import('guankao').then(({ profileForm }) => console.log(typeof profileForm))";
    expect(execFileSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' }).trim()).toBe('function');
  });
});
