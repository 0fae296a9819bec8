import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { blanks, filled } from '../../support/returned/files.ts';
import type { Blank } from '../../support/returned/layouts.ts';
import { agencyNamed } from '../../support/returned/questions.ts';
import { clerk, json, shorter, states } from './clerk.ts';

const bin = join(import.meta.dirname, '../../../sync/cli/bin.js');
const problemsOf = (report: { problems: { name: string; issue: { code: string } }[] }) =>
  report.problems.map(({ name, issue }) => `${name} ${issue.code}`);

/** Files of the same bytes under so many names, also such as no zip program writes. */
const archive = (names: readonly string[], bytes: Uint8Array): Uint8Array =>
  zipSync(Object.fromEntries(names.map(name => [name, [bytes, { level: 0 }]])));

describe('form collect, where something is wrong', () => {
  let made: readonly Blank[];
  let desk: ReturnType<typeof clerk>;
  beforeAll(async () => {
    made = (await blanks(shorter.slice(0, 2))).blanks;
  });
  beforeEach(() => {
    desk = clerk(made);
  });
  afterEach(() => desk.files.remove());

  it('drops nothing silently: links, archives in archives, names that lead out of an archive', async () => {
    const { files, send, run } = desk;
    const form = filled(made[1]!, 3);
    send(0);
    symlinkSync(files.at('範本.xlsx'), files.at('in/連結.xlsx'));
    symlinkSync('..', files.at('in/迴圈'));
    files.put('in/外.zip', archive(['../../出去.xlsx', '/根/上層.xlsx', '內.zip', '.hidden', '~$鎖.xlsx'], form));
    const { code, report } = await run(json);
    expect(code).toBe(1);
    expect(states(report)).toEqual(['0.xlsx collected', '外.zip/出去.xlsx collected', '外.zip/根/上層.xlsx repeated']);
    expect(problemsOf(report).sort()).toEqual([
      '外.zip/內.zip archive_nested',
      '迴圈 path_no_file',
      '連結.xlsx path_no_file',
    ]);
    expect(readdirSync(files.at('.')).sort()).toEqual(['in', '彙整.xlsx', '範本.xlsx']);
  }, 60_000);

  it('is never taken in by a workbook that it wrote itself', async () => {
    const { send, run, contents } = desk;
    send(0);
    send(1);
    await run();
    const once = contents();
    for (const out of ['in/第一次.xlsx', 'in/第二次.ods', 'in/第三次.xlsx']) {
      const { code, report } = await run({ ...json, out });
      expect(report).toMatchObject({ agencies: 2, rows: 24 });
      expect(code).toBe(out === 'in/第一次.xlsx' ? 0 : 1);
      expect(contents(out)).toEqual(once);
    }
    const { report } = await run(json);
    const written = report.files.filter(({ state }: { state: string }) => state === 'unreadable');
    expect(written.map(({ issues }: { issues: { code: string }[] }) => issues[0]!.code)).toEqual(
      Array(3).fill('collection_consolidated'),
    );
  }, 60_000);

  it('looks into an archive of any size, and takes out what it can', async () => {
    const { files, send, run } = desk;
    send(0);
    files.put('in/前.zip', Buffer.concat([Buffer.from('前面有別的東西'), archive(['a.xlsx'], filled(made[1]!, 1))]));
    files.put(
      'in/多.zip',
      archive(
        Array.from({ length: 10_001 }, (_, n) => `${n}.xlsx`),
        new Uint8Array(),
      ),
    );
    const whole = archive(['a.xlsx', 'b.xlsx'], filled(made[1]!, 2));
    files.put('in/斷.zip', whole.slice(0, -30));
    // Cut where a file in it ends: what stands last then is a whole workbook.
    files.put('in/剩.zip', whole.slice(0, whole.indexOf(0x50, 40 + filled(made[1]!, 2).length)));
    const { report } = await run(json);
    expect(states(report).filter(state => state.endsWith('collected'))).toEqual([
      '0.xlsx collected',
      '前.zip/a.xlsx collected',
    ]);
    expect(problemsOf(report).sort()).toEqual([
      '剩.zip workbook_corrupt',
      '多.zip archive_too_large',
      '斷.zip workbook_corrupt',
    ]);
  }, 60_000);

  it('reads the others beside workbooks that claim a million rows or are nested without end', async () => {
    const { files, send, run, sheet } = desk;
    const odsOf = (table: string) =>
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8(
          `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
        ),
      });
    const cell = 'table:number-columns-repeated="16000" office:value-type="string"><text:p>1.辦理</text:p>';
    send(0);
    send(1);
    files.put(
      'in/列.ods',
      odsOf(
        `<table:table-row table:number-rows-repeated="1000000"><table:table-cell ${cell}</table:table-cell></table:table-row>`,
      ),
    );
    const depth = 30_000;
    files.put(
      'in/層.ods',
      odsOf(`${'<table:table-row-group>'.repeat(depth)}${'</table:table-row-group>'.repeat(depth)}`),
    );
    const { code, out } = await run();
    const { report } = await run(json);
    expect(code).toBe(1);
    expect(states(report)).toEqual(['0.xlsx collected', '1.xlsx collected', '列.ods unreadable', '層.ods unreadable']);
    expect(out).toContain('列.ods');
    expect(sheet('依機關')).toHaveLength(24);
  }, 60_000);

  it.runIf(process.getuid?.() !== 0 /* nothing is forbidden to root */)(
    'tells what it may not read, and reads the rest',
    async () => {
      const { files, send, run } = desk;
      send(0);
      chmodSync(send(1), 0);
      mkdirSync(files.at('in/鎖'));
      chmodSync(files.at('in/鎖'), 0);
      const { code, report } = await run(json);
      chmodSync(files.at('in/鎖'), 0o700);
      expect(code).toBe(1);
      expect(states(report)).toEqual(['0.xlsx collected', '1.xlsx unreadable']);
      expect(problemsOf(report)).toEqual(['鎖 path_forbidden']);
    },
  );

  it('goes on watching where the folder is away for a while, and takes nothing back meanwhile', async () => {
    const { files, send, run, sheet } = desk;
    const end = new AbortController();
    const said: string[] = [];
    send(0);
    const watching = run({ more: ['--watch'], signal: end.signal, progress: line => said.push(line) });
    await vi.waitFor(() => expect(said.some(line => line.includes('等候新檔案'))).toBe(true), { timeout: 30_000 });
    const whole = readFileSync(files.at('彙整.xlsx'));
    renameSync(files.at('in'), files.at('away'));
    await vi.waitFor(() => expect(said.some(line => line.includes('找不到'))).toBe(true), { timeout: 30_000 });
    mkdirSync(files.at('in'));
    await vi.waitFor(() => expect(said.some(line => line.includes('沒有檔案'))).toBe(true), { timeout: 30_000 });
    expect(readFileSync(files.at('彙整.xlsx')).equals(whole)).toBe(true);
    send(0);
    send(1);
    await vi.waitFor(() => expect(sheet('依機關').map(row => row[0])).toContain(agencyNamed(1)), { timeout: 30_000 });
    end.abort();
    expect((await watching).code).toBe(0);
    expect(said.filter(line => line.includes('找不到'))).toHaveLength(1);
  }, 90_000);

  it('ends by Ctrl-C without leaving anything behind: in the midst of work with 130, when it only waits with 0', async () => {
    const { files, send, written } = desk;
    const temporary = files.at('tmp');
    mkdirSync(temporary);
    for (let agency = 0; agency < 30; agency++) send(agency);
    const start = (more: readonly string[]) =>
      spawn(process.execPath, [bin, ...written({ more })], {
        env: { ...process.env, TMPDIR: temporary, LANG: 'zh_TW.UTF-8' },
      });
    const child = start([]);
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(130);
    expect(existsSync(files.at('彙整.xlsx'))).toBe(false);
    const watching = start(['--watch']);
    const said: string[] = [];
    watching.stderr.on('data', chunk => said.push(String(chunk)));
    await vi.waitFor(() => expect(said.join('')).toContain('等候新檔案'), { timeout: 30_000 });
    watching.kill('SIGINT');
    expect((await once(watching, 'exit'))[0]).toBe(0);
    expect(readdirSync(files.at('.')).sort()).toEqual(['in', 'tmp', '彙整.xlsx', '範本.xlsx']);
    expect(readdirSync(temporary)).toEqual([]);
  }, 90_000);

  it('says so where the folder for temporary files cannot be written', async () => {
    const { files, send, run } = desk;
    send(0);
    vi.stubEnv('TMPDIR', files.at('沒有'));
    const { code, err } = await run();
    vi.unstubAllEnvs();
    expect([code, err]).toEqual([1, expect.stringContaining('找不到')]);
  });

  it.each([4, 40])('says so where only %i kB can be written, and what was there stays', async kilobytes => {
    const { files, send, written } = desk;
    for (let agency = 0; agency < 10; agency++) send(agency);
    files.put('彙整.xlsx', '先前的檔案');
    const limited = ['-c', `ulimit -f ${kilobytes}; exec "$@"`, 'bash', process.execPath, bin, ...written()];
    const child = spawn('bash', limited, { env: { ...process.env, LANG: 'zh_TW.UTF-8' } });
    let said = '';
    child.stderr.on('data', chunk => (said += String(chunk)));
    expect((await once(child, 'close'))[0]).toBe(1);
    expect(said).toContain('讀寫失敗（EFBIG）');
    expect(said).not.toContain('    at ');
    expect(readFileSync(files.at('彙整.xlsx'), 'utf8')).toBe('先前的檔案');
    expect(readdirSync(files.at('.')).sort()).toEqual(['in', '彙整.xlsx', '範本.xlsx']);
  }, 30_000);
});
