import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../sync/model/index.ts';
import { planFormats, writePlan } from '../../../sync/outline/write/index.ts';
import { findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { nodeOf } from '../../support/plan-node.ts';
import { samplePlan } from '../outline/write/samples.ts';
import { folder, guankao } from './books.ts';

const bin = join(import.meta.dirname, '../../../sync/cli/bin.js');
const files = folder();
afterAll(files.remove);

const run = (...args: readonly string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });

/** The sample a year on: a step reworded, one gone, one new, and others responsible. */
const [first, second] = samplePlan.items;
const nextYear: PlanDocument = {
  ...samplePlan,
  items: [
    {
      ...first!,
      children: [
        {
          ...first!.children[0]!,
          children: [
            { ...first!.children[0]!.children[0]!, units: ['民政課'] },
            nodeOf('2', '檢討各項作業時限並公告', { units: ['各課室'] }),
          ],
        },
      ],
    },
    { ...second!, children: [...second!.children, nodeOf('(二)', '開放資料集供下載')] },
  ],
};

describe('the plan commands', () => {
  let [json, docx] = ['', ''];
  beforeAll(async () => {
    json = files.put('計畫.json', JSON.stringify(samplePlan));
    docx = files.put('計畫.docx', await writePlan(samplePlan, 'docx'));
  });

  it('read a document as data, and nothing else on stdout', () => {
    const { status, stdout, stderr } = run('plan', 'read', docx, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { plan, issues } = JSON.parse(stdout);
    expect(plan).toEqual(samplePlan);
    expect(issues.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  });

  it('show a document to people as a tree', async () => {
    const { code, out } = await guankao('plan', 'read', docx);
    expect(code).toBe(0);
    expect(out).toContain(samplePlan.title);
    expect(out).toMatch(/^ {2}一 便捷洽公$/m);
    expect(out).toMatch(/^ {6}1 設置綜合受理櫃檯\n {10}［民政課、社會課］$/m);
    expect(out).toMatch(/^ {10}○1 張貼於入口$/m);
    expect(out).toMatch(/平時查核：於主管會報檢討。/);
  });

  it('write what they have read, in every format, whole', async () => {
    for (const format of planFormats) {
      const out = files.at(`寫出.${format}`);
      expect(run('plan', 'write', json, out)).toMatchObject({ status: 0, stderr: '' });
      const back = await guankao('plan', 'read', out, '--json');
      expect(JSON.parse(back.out).plan, format).toEqual(samplePlan);
    }
    const printed = files.put('讀出.json', (await guankao('plan', 'read', docx, '--json')).out);
    expect((await guankao('plan', 'write', printed, files.at('再寫.odt'))).code).toBe(0);
    expect(readdirSync(files.path).filter(name => name.startsWith('.'))).toEqual([]);
  });

  it('convert one document into another', async () => {
    const out = files.at('轉換.ods');
    expect((await guankao('plan', 'write', docx, out)).code).toBe(0);
    expect(JSON.parse((await guankao('plan', 'read', out, '--json')).out).plan).toEqual(samplePlan);
  });

  it('print empty columns where asked', async () => {
    const out = files.at('空欄.ods');
    expect((await guankao('plan', 'write', json, out, '--empty-columns')).code).toBe(0);
    expect(JSON.parse((await guankao('plan', 'read', out, '--json')).out).plan).toEqual(samplePlan);
    expect(readFileSync(out).length).not.toBe(readFileSync(files.at('寫出.ods')).length);
  });

  it.runIf(findSoffice())('print PDF through LibreOffice', { timeout: 90_000 }, async () => {
    const out = files.at('計畫.pdf');
    expect(await guankao('plan', 'write', json, out)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tell how two plans differ', async () => {
    const later = files.put('明年.odt', await writePlan(nextYear, 'odt'));
    const { status, stdout } = run('plan', 'diff', json, later, '--json');
    expect(status).toBe(0);
    const { counts, rows } = JSON.parse(stdout);
    expect(counts).toMatchObject({ reworded: 1, adjusted: 1, added: 1, removed: 2 });
    expect(rows.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'added',
      'adjusted',
      'removed',
      'removed',
      'reworded',
    ]);
    const { out } = await guankao('plan', 'diff', json, later);
    expect(out).toMatch(/新增 {2}二 \(二\) {2}開放資料集供下載/);
    expect(out).toMatch(/- 檢討作業時限\n.*\+ 檢討各項作業時限並公告/);
    expect(out).toMatch(/單位\n.*- 民政課、社會課\n.*\+ 民政課$/m);
    expect((await guankao('plan', 'diff', json, docx)).out).toBe('兩份計畫的內容相同。');
  });

  it('end with 1 for what they cannot read, say why in the language asked for, and leave nothing', async () => {
    mkdirSync(files.at('資料夾'));
    for (const [path, code] of [
      [files.at('沒有.docx'), 'path_missing'],
      [files.at('資料夾'), 'path_is_folder'],
      [files.put('壞.json', '{'), 'file_not_json'],
      [files.put('別的.json', '{"plan":{"title":1}}'), 'file_not_plan'],
      [files.put('空.docx', ''), expect.any(String)],
      [files.put('亂.docx', Buffer.from([0, 1, 2, 3, 255])), expect.any(String)],
    ] as const) {
      const read = await guankao('plan', 'read', path, '--json');
      expect({ path, code: read.code }).toEqual({ path, code: 1 });
      expect(JSON.parse(read.out).error.code).toEqual(code);
      const out = files.at('不該有.odt');
      const wrote = await guankao('plan', 'write', path, out, '--lang', 'en');
      expect(wrote).toMatchObject({ code: 1, out: '' });
      expect(wrote.err.replaceAll(/“[^”]*”/g, '')).not.toMatch(/\p{Script=Han}/u);
      expect(readdirSync(files.path)).not.toContain('不該有.odt');
    }
  });

  it('end with 2 for wrong usage', () => {
    for (const args of [
      ['plan'],
      ['plan', 'read'],
      ['plan', 'write', json],
      ['plan', 'write', json, files.at('計畫.exe')],
      ['plan', 'write', docx, docx],
      ['plan', 'diff', json],
      ['plan', 'read', json, '--what'],
    ]) {
      const { status, stdout, stderr } = run(...args);
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
      expect(stderr).not.toMatch(/^ +at /m);
    }
  });

  it('leave what stood at OUT when it cannot be written', async () => {
    const out = join(files.at('沒有這個資料夾'), '計畫.odt');
    expect(await guankao('plan', 'write', json, out)).toMatchObject({ code: 1, out: '' });
    const old = files.put('舊.odt', 'old');
    expect((await guankao('plan', 'write', files.at('壞.json'), old)).code).toBe(1);
    expect(readFileSync(old, 'utf8')).toBe('old');
  });

  it('mind a reader that stops early as little as any other command', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" plan read "${json}" | true`], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
