import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../../sync/model/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';
import { convert, findSoffice, readAnyWorkbook } from '../../../../sync/sheet/libreoffice/index.ts';
import { begin, compoundFile, end } from './old-files.ts';

const soffice = findSoffice();
const old = compoundFile([...begin, ...end]);

async function sample(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('檢核');
  sheet.addRow(['執行重點', '辦理情形', '自評']);
  sheet.addRow(['設置單一窗口', '已設置\n並公告', 8.5]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The conversions of this test make their folders here, so that what they leave behind can be seen. */
  let temp: string;
  beforeEach(async () => {
    temp = await mkdtemp(join(folder, 'temp-'));
    vi.stubEnv('TMPDIR', temp);
  });
  afterEach(() => vi.unstubAllEnvs());
  const leftBehind = () => readdir(temp);

  /** A program that stands in for it, to see what becomes of one that misbehaves. */
  async function program(name: string, ...lines: readonly string[]): Promise<string> {
    const file = join(folder, name, 'soffice');
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'));
    await chmod(file, 0o755);
    return file;
  }

  /** Two processes, the second started by the first, that write their numbers down and do not end. */
  const hanging = (pids: string) =>
    program(
      'hanging',
      `sh -c 'echo $$ >> ${pids}.part; mv ${pids}.part ${pids}; sleep 600' &`,
      `echo $$ >> ${pids}.part; sleep 600`,
    );
  const alive = (pids: string): readonly number[] =>
    readFileSync(pids, 'utf8')
      .trim()
      .split('\n')
      .map(Number)
      .filter(pid => existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));

  it('is found on the search path', async () => {
    const file = await program('found', 'exit 0');
    expect(findSoffice({ PATH: `/nowhere:${join(folder, 'found')}` })).toBe(file);
  });

  it('where it is missing, the refusal says how to save the file', async () => {
    const read = await readAnyWorkbook(old, '自評表.xls', { soffice: null });
    expect(read).toMatchObject({ ok: false, issue: { code: 'workbook_xls', params: { name: '自評表.xls' } } });
    for (const locale of ['zh-TW', 'en'] as const)
      expect(say('workbook_xls', locale, { name: '自評表.xls' })).toMatch(/\.xlsx (或|or) \.ods/);
  });

  it('that hangs is ended with all it started, and its folder is gone', async () => {
    const pids = join(folder, 'hanging-pids');
    const converted = await convert(old, '舊表.xls', 'xlsx', { soffice: await hanging(pids), timeMs: 1500 });
    expect(converted).toMatchObject({ ok: false, issue: { code: 'conversion_too_long' } });
    expect(alive(pids)).toEqual([]);
    expect(await leftBehind()).toEqual([]);
  });

  it('does not outlive the process that asked', async () => {
    const pids = join(folder, 'orphan-pids');
    const script = join(import.meta.dirname, 'hang.ts');
    const env = { ...process.env, TMPDIR: temp };
    expect(spawnSync(process.execPath, [script, await hanging(pids), pids], { env }).status).toBe(3);
    await vi.waitFor(() => expect(alive(pids)).toEqual([]));
    expect(await leftBehind()).toEqual([]);
  });

  it('that fails, writes nothing or writes no workbook is told as one that could not convert', async () => {
    const failing = await program('failing', 'exit 1');
    const idle = await program('idle', 'exit 0');
    const wrong = await program('wrong', 'mkdir -p out', 'echo "not a workbook" > out/in.xlsx');
    for (const [file, code] of [
      [failing, 'conversion_failed'],
      [idle, 'conversion_failed'],
      [join(folder, 'nowhere'), 'conversion_failed'],
      [wrong, 'not_a_workbook'],
    ] as const) {
      const read = await readAnyWorkbook(old, '舊表.xls', { soffice: file });
      expect(read).toMatchObject({ ok: false, issue: { code, params: { name: '舊表.xls' } } });
    }
    expect(await leftBehind()).toEqual([]);
  });

  it('is shown neither the file’s name nor our environment', async () => {
    vi.stubEnv('GUANKAO_SECRET', 'hidden');
    const seen = join(folder, 'seen');
    await convert(old, '機密; touch x.xls', 'xlsx', {
      soffice: await program('curious', `env > ${seen}; echo "$@" >> ${seen}`),
    });
    const text = readFileSync(seen, 'utf8');
    expect(text).toContain('in.xls');
    expect(text).not.toMatch(/hidden|機密/);
  });

  it('never sees what is no workbook', async () => {
    const seen = join(folder, 'started');
    const watch = await program('watch', `touch ${seen}`);
    const converted = await convert(Buffer.from('<html>…</html>'), '網頁.xls', 'xlsx', { soffice: watch });
    expect(converted).toMatchObject({ ok: false, issue: { code: 'not_a_workbook' } });
    expect(existsSync(seen)).toBe(false);
  });

  describe.runIf(soffice)('as it is installed here', () => {
    /** A true .xls: our limits let LibreOffice write only what `convert` offers, so the test asks it directly. */
    async function xls(): Promise<Uint8Array> {
      const at = await mkdtemp(join(folder, 'xls-'));
      await writeFile(join(at, 'a.xlsx'), await sample());
      const profile = `-env:UserInstallation=file://${at}/profile`;
      spawnSync(soffice!, [
        profile,
        '--headless',
        '--convert-to',
        'xls:MS Excel 97',
        '--outdir',
        at,
        join(at, 'a.xlsx'),
      ]);
      return new Uint8Array(readFileSync(join(at, 'a.xls')));
    }

    it('reads .xls, and says that the file was converted', { timeout: 180_000 }, async () => {
      const bytes = await xls();
      expect(readWorkbook(bytes, '舊表.xls')).toMatchObject({ ok: false, issue: { code: 'workbook_xls' } });
      const read = await readAnyWorkbook(bytes, '舊表.xls', { timeMs: 150_000 });
      if (!read.ok) throw new Error(read.issue.code);
      const [first] = read.workbook.sheets;
      expect(first!.name).toBe('檢核');
      expect([1, 2, 3].map(column => first!.cell(2, column)?.text)).toEqual(['設置單一窗口', '已設置\n並公告', '8.5']);
      expect(read.issues[0]).toMatchObject({
        code: 'workbook_converted',
        severity: 'warning',
        params: { from: '.xls' },
      });
      expect(await leftBehind()).toEqual([]);
    });

    it('turns .xlsx into .ods and back', { timeout: 240_000 }, async () => {
      const there = await convert(await sample(), '表.xlsx', 'ods', { timeMs: 110_000 });
      if (!there.ok) throw new Error(there.issue.code);
      const back = await convert(there.bytes, '表.ods', 'xlsx', { timeMs: 110_000 });
      if (!back.ok) throw new Error(back.issue.code);
      const read = readWorkbook(back.bytes, '表.xlsx');
      if (!read.ok) throw new Error(read.issue.code);
      expect(read.workbook.sheets[0]!.cell(2, 2)?.text).toBe('已設置\n並公告');
    });
  });
});
