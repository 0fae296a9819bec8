import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../../server/problems/refusal.ts';
import { mustNotBeBusy } from '../../../server/reading/busy.ts';
import { type Bounds, createReading } from '../../../server/reading/run.ts';
import { begin, compoundFile, end, label } from '../../sync/sheet/libreoffice/old-files.ts';
import { planWorkbook, workbookOfRows } from './workbooks.ts';

const bounds: Bounds = { timeMs: 30_000, heapMb: 512, atOnce: 1, idleMs: 1_000 };

describe('reading a received file on a thread of its own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-reading-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const heard: object[] = [];
  const log = { error: (what: object) => void heard.push(what) };
  const put = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return { path, name };
  };

  it('gives what was understood', async () => {
    const read = await createReading(bounds).read('plan', await put('計畫.xlsx', await planWorkbook()), log);
    expect(read).toMatchObject({ ok: true, result: { fileName: '計畫.xlsx' } });
    expect(read.ok && read.result.items.length).toBeGreaterThan(0);
  });

  it('gives the reader’s own refusal of what is no workbook', async () => {
    const read = await createReading(bounds).read('returned', await put('相片.xlsx', Buffer.from('not a zip')), log);
    expect(read).toMatchObject({ ok: false, issue: { code: 'not_a_workbook', params: { name: '相片.xlsx' } } });
    expect(heard).toEqual([]);
  });

  it('stops what takes too long, and reads the next file', async () => {
    const reading = createReading({ ...bounds, timeMs: 200 });
    const large = await put('冗長.xlsx', workbookOfRows(100_000));
    const small = await put('計畫.xlsx', await planWorkbook());
    await createReading(bounds).read('plan', small, log);
    const [slow, next] = await Promise.all([
      reading.read('plan', large, log),
      createReading(bounds).read('plan', small, log),
    ]);
    expect(slow).toMatchObject({ ok: false, issue: { code: 'reading_too_long' } });
    expect(!slow.ok && slow.issue.message).toContain('已原樣保存');
    expect(next.ok).toBe(true);
    expect(heard.splice(0)).toHaveLength(1);
  });

  it('stops what takes too much memory, and only that', async () => {
    const reading = createReading({ ...bounds, heapMb: 40 });
    const big = await reading.read('plan', await put('龐大.xlsx', workbookOfRows(100_000)), log);
    expect(big).toMatchObject({ ok: false, issue: { code: 'reading_too_big' } });
    const next = await reading.read('plan', await put('計畫.xlsx', await planWorkbook()), log);
    expect(next.ok).toBe(true);
    expect(heard.splice(0)).toHaveLength(1);
  });

  it('tells of a file that is not there as of one that could not be read, and logs why', async () => {
    const read = await createReading(bounds).read('plan', { path: join(folder, 'gone'), name: '遺失.xlsx' }, log);
    expect(read).toMatchObject({ ok: false, issue: { code: 'reading_failed' } });
    expect(String((heard.splice(0)[0] as { err: Error }).err.cause)).toContain('ENOENT');
  });

  it('does not hold up the server meanwhile', async () => {
    const large = await put('冗長.xlsx', workbookOfRows(30_000));
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    await createReading(bounds).read('plan', large, log);
    clearInterval(beat);
    expect(longest).toBeLessThan((performance.now() - began) / 2);
  });

  it('takes turns: many files at once are read one after another, each with its own answer', async () => {
    const reading = createReading(bounds);
    const files = await Promise.all(
      ['甲', '乙', '丙', '丁'].map(async (name, i) =>
        put(`${name}.xlsx`, i % 2 === 0 ? await planWorkbook() : Buffer.from([0, 1, 2])),
      ),
    );
    const answers = await Promise.all(files.map(file => reading.read('plan', file, log)));
    expect(answers.map(answer => answer.ok)).toEqual([true, false, true, false]);
  });

  describe('that only LibreOffice can read', { timeout: 60_000 }, () => {
    const old = compoundFile([...begin, ...label(0, 0), ...end]);
    const quick = async () => put('計畫.xlsx', await planWorkbook());

    /** Stands in for LibreOffice: notes that it began, and gives a workbook once the test says so. */
    async function held(name: string) {
      const [program, begun, go, made] = ['', '-begun', '-go', '.xlsx'].map(part => join(folder, `${name}${part}`));
      const workbook = await planWorkbook();
      await writeFile(made!, workbook);
      const lines = [
        `echo begun >> ${begun}`,
        `while [ ! -e ${go} ]; do sleep 0.02; done`,
        `mkdir -p out && cp ${made} out/in.xlsx`,
      ];
      await writeFile(program!, ['#!/bin/sh', ...lines, ''].join('\n'));
      await chmod(program!, 0o755);
      return {
        soffice: program!,
        workbook,
        begun: (times: number) =>
          vi.waitFor(async () => expect((await readFile(begun!, 'utf8')).trim().split('\n')).toHaveLength(times), {
            timeout: 40_000,
          }),
        letGo: () => copyFile(made!, go!),
      };
    }

    it('lets other files pass while it is converted, and is read from what came of it', async () => {
      const { soffice, begun, letGo, workbook } = await held('slow');
      const reading = createReading({ ...bounds, conversion: { soffice, timeMs: 50_000, mostWaiting: 8 } });
      let answered = 0;
      const slow = ['舊表.xls', '舊表二.xls'].map(async name => {
        const read = await reading.read('plan', await put(name, old), log);
        answered++;
        return read;
      });
      await begun(1);
      expect(await reading.read('plan', await quick(), log)).toMatchObject({ ok: true });
      expect(answered).toBe(0);
      await letGo();
      for (const read of await Promise.all(slow))
        expect(read).toMatchObject({
          ok: true,
          result: { items: expect.arrayContaining([expect.anything()]) },
          issues: [{ code: 'workbook_converted' }],
          converted: workbook,
        });
      await begun(2);
    });

    it('is converted one at a time, and turned away where too many wait', async () => {
      const { soffice, begun, letGo } = await held('busy');
      const reading = createReading({ ...bounds, conversion: { soffice, timeMs: 50_000, mostWaiting: 1 } });
      const file = await put('舊表.xls', old);
      const first = reading.read('plan', file, log);
      await begun(1);
      const others = [reading.read('plan', file, log), reading.read('plan', file, log)];
      const turnedAway = await Promise.race(others);
      expect(turnedAway).toMatchObject({ ok: false, issue: { code: 'conversion_busy', params: { name: '舊表.xls' } } });
      expect(() => mustNotBeBusy(turnedAway)).toThrow(new Refusal('conversion_busy', { name: '舊表.xls' }));
      expect(await reading.read('plan', await quick(), log)).toMatchObject({ ok: true });
      await begun(1);
      await letGo();
      expect(await first).toMatchObject({ ok: true });
      expect((await Promise.all(others)).filter(({ ok }) => ok)).toHaveLength(1);
      expect(heard.splice(0)).toHaveLength(1);
    });

    it('is refused with what to do where there is no LibreOffice', async () => {
      const reading = createReading({ ...bounds, conversion: { soffice: null, timeMs: 50_000, mostWaiting: 8 } });
      const read = await reading.read('plan', await put('舊表.xls', old), log);
      expect(read).toMatchObject({ ok: false, issue: { code: 'workbook_xls' } });
    });
  });
});
