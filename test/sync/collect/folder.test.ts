import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { allCommands } from '../../../sync/cli/commands.ts';
import { runCommand } from '../../../sync/cli/run.ts';
import { patchWorkbook } from '../../../sync/sheet/index.ts';
import { blanks, filled } from '../../support/returned/files.ts';
import { type Blank, issuedLayout } from '../../support/returned/layouts.ts';
import { agencyNamed, answerOf } from '../../support/returned/questions.ts';
import { clerk, json, shorter, states } from './clerk.ts';

const commands = await allCommands();

describe('form collect', () => {
  let made: readonly Blank[];
  let desk: ReturnType<typeof clerk>;
  let files: typeof desk.files;
  beforeAll(async () => {
    made = (await blanks(shorter)).blanks;
  });
  beforeEach(() => {
    desk = clerk(made);
    files = desk.files;
  });
  afterEach(() => files.remove());
  const send: typeof desk.send = (...file) => desk.send(...file);
  const run: typeof desk.run = wish => desk.run(wish);
  const contents: typeof desk.contents = out => desk.contents(out);
  const sheet: typeof desk.sheet = (name, out) => desk.sheet(name, out);

  it('consolidates what agencies returned in whatever layout, named by their agency cell, out of folders and archives', async () => {
    send(0);
    mkdirSync(files.at('in/第二批'));
    send(1, '第二批/b.xlsx');
    const names = [2, 3].map(agency => [`郵件/${agency}.xlsx`, filled(made[agency]!, agency)] as const);
    files.put('in/其他.zip', zipSync({ ...Object.fromEntries(names), '__MACOSX/._x': new Uint8Array(3) }));
    files.put('in/~$0.xlsx', 'lock');
    const { code, report } = await run(json);
    expect(code).toBe(0);
    expect(report).toMatchObject({ agencies: 4, rows: 48, missing: [], conflicts: [], problems: [] });
    expect(states(report)).toEqual([
      '0.xlsx collected',
      '其他.zip/郵件/2.xlsx collected',
      '其他.zip/郵件/3.xlsx collected',
      '第二批/b.xlsx collected',
    ]);
    const data = sheet('依機關');
    for (const agency of [0, 1, 2, 3]) {
      const own = data.filter(row => row[0] === agencyNamed(agency));
      expect(own.map(row => row[5])).toEqual(Array.from({ length: 12 }, (_, q) => answerOf(agency, q).narrative));
    }
    expect(
      sheet('來源')
        .filter(row => row[0] === agencyNamed(1))
        .map(row => [row[3], row[4]]),
    ).toContainEqual(['第二批/b.xlsx', '自行檢核表']);
  });

  it('tells names in archives that were written in Big5', async () => {
    // 回覆 in Big5, packed by a program that does not say so.
    const marker = 'AAAA.xlsx';
    const archive = Buffer.from(zipSync({ [marker]: filled(made[0]!, 0) }));
    const name = Buffer.from([0xa6, 0x5e, 0xc2, 0xd0]);
    for (let at = archive.indexOf(marker); at >= 0; at = archive.indexOf(marker, at + 1)) name.copy(archive, at);
    files.put('in/a.zip', archive);
    expect(states((await run(json)).report)).toEqual(['a.zip/回覆.xlsx collected']);
  });

  it('is not held up by bad files, which change nothing for the others', async () => {
    send(0);
    send(1);
    await run();
    const alone = contents();
    files.put('in/空.xlsx', '');
    files.put('in/信.xlsx', '一封信');
    files.put('in/斷.xlsx', filled(made[2]!, 2).slice(0, 4000));
    files.put('in/壞.zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300, 1)]));
    files.put('in/彈.zip', zipSync({ '大.xlsx': new Uint8Array(101 * 1024 * 1024) }, { level: 1 }));
    const { code, report } = await run(json);
    expect(code).toBe(1);
    expect(states(report).filter(state => state.endsWith('unreadable'))).toHaveLength(4);
    expect(report.files.find(({ file }: { file: string }) => file === '彈.zip/大.xlsx').issues[0].code).toBe(
      'workbook_too_large',
    );
    expect(report.problems).toMatchObject([{ name: '壞.zip', issue: { code: 'workbook_corrupt' } }]);
    expect(contents()).toEqual(alone);
  });

  it('takes the same bytes twice as one', async () => {
    send(0);
    await run();
    const once = contents();
    copyFileSync(files.at('in/0.xlsx'), files.at('in/1.xlsx'));
    const { code, report } = await run(json);
    expect([code, ...states(report)]).toEqual([0, '0.xlsx collected', '1.xlsx repeated']);
    expect(contents()).toEqual(once);
  });

  it('merges two files of one agency: the later counts where both say something, and that is told', async () => {
    const blank = made[0]!;
    const say = (name: string, row: number, value: string, seconds: number): void => {
      const put = (at: number, column: number, text: string) => ({
        sheet: blank.sheet,
        row: at,
        column,
        value: { kind: 'text' as const, value: text },
      });
      const patched = patchWorkbook(blank.bytes, name, [
        put(2, 2, agencyNamed(5)),
        put(4, 6, `共同${value}`),
        put(row, 6, value),
      ]);
      if (!patched.ok) throw new Error(patched.issue.message);
      utimesSync(files.put(`in/${name}`, patched.bytes), seconds, seconds);
    };
    say('z先.xlsx', 5, '先', 1_700_000_000);
    say('a後.xlsx', 6, '後', 1_700_000_100);
    const { code, report } = await run(json);
    expect(code).toBe(1);
    expect(states(report)).toEqual(['a後.xlsx merged', 'z先.xlsx merged']);
    expect(report.conflicts).toMatchObject([
      {
        agency: agencyNamed(5),
        field: 'narrative',
        earlier: { value: '共同先', file: 'z先.xlsx' },
        later: { value: '共同後', file: 'a後.xlsx' },
      },
    ]);
    expect(
      sheet('依機關')
        .slice(0, 3)
        .map(row => row[5]),
    ).toEqual(['共同後', '先', '後']);
    expect(
      sheet('來源')
        .slice(0, 3)
        .map(row => [row[3], row[7]]),
    ).toEqual([
      ['a後.xlsx', 'F4'],
      ['z先.xlsx', 'F5'],
      ['a後.xlsx', 'F6'],
    ]);
  });

  it('goes by the list of agencies: who is missing, and whose file it is not certain', async () => {
    files.put('名單.csv', `機關名稱,別名\r\n${agencyNamed(0)},\r\n${agencyNamed(1)},第一公所\r\n${agencyNamed(9)}\r\n`);
    send(0);
    send(4);
    const { code, report } = await run({ more: ['--json', '--agencies', files.at('名單.csv')] });
    expect(code).toBe(1);
    expect(states(report)).toEqual(['0.xlsx collected', '4.xlsx unknown']);
    expect(report.missing).toEqual([agencyNamed(1), agencyNamed(9)]);
    expect(report.files[1]).toMatchObject({ agency: null, issues: [{ code: 'collection_agency_unknown' }] });
    expect(report.files[1].candidates.length).toBeGreaterThan(0);
  });

  it('makes the same workbook in whatever order and in how many steps the files came', async () => {
    const last = new AbortController();
    const seen: string[] = [];
    send(0);
    send(1);
    const watching = run({
      out: '逐次.xlsx',
      more: ['--watch'],
      signal: last.signal,
      progress: line => seen.push(line),
    });
    const waits = () => seen.filter(line => line.includes('等候新檔案')).length;
    await vi.waitFor(() => expect(waits()).toBe(1), { timeout: 30_000 });
    send(2);
    send(1, '1.xlsx', 2);
    files.put('in/壞.xlsx', '一封信');
    await vi.waitFor(() => expect(sheet('依機關', '逐次.xlsx').map(row => row[0])).toContain(agencyNamed(2)), {
      timeout: 30_000,
    });
    rmSync(files.at('in/0.xlsx'));
    await vi.waitFor(() => expect(sheet('依機關', '逐次.xlsx').map(row => row[0])).not.toContain(agencyNamed(0)), {
      timeout: 30_000,
    });
    last.abort();
    expect((await watching).code).toBe(0);
    await run();
    expect(contents('逐次.xlsx')).toEqual(contents());
  }, 120_000);

  it('leaves the earlier workbook whole when it is killed or cannot write', async () => {
    for (let agency = 0; agency < 40; agency++) send(agency);
    files.put('彙整.xlsx', '先前的檔案');
    const bin = join(import.meta.dirname, '../../../sync/cli/bin.js');
    const child = spawn(process.execPath, [bin, ...desk.written()]);
    await once(child.stderr, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readFileSync(files.at('彙整.xlsx'), 'utf8')).toBe('先前的檔案');
    mkdirSync(files.at('是資料夾.xlsx'));
    const { code, err } = await run({ out: '是資料夾.xlsx' });
    expect([code, err]).toEqual([1, expect.stringContaining('是資料夾.xlsx')]);
    expect((await run({ out: '沒有/彙整.xlsx' })).code).toBe(1);
  }, 60_000);

  it('writes .ods as well, with the same rows', async () => {
    send(0);
    send(3);
    await run();
    await run({ out: '彙整.ods' });
    expect(sheet('依機關', '彙整.ods')).toEqual(sheet('依機關'));
  });

  it('tells what was written wrongly', async () => {
    send(0);
    expect((await run({ out: '彙整.pdf' })).code).toBe(2);
    expect((await run({ out: '範本.xlsx' })).code).toBe(2);
    const args = (folder: string) => [
      'form',
      'collect',
      files.at(folder),
      '--template',
      files.at('範本.xlsx'),
      '--out',
      files.at('o.xlsx'),
    ];
    const surroundings = { env: {}, width: 80, version: '0' };
    expect(await runCommand(commands, args('沒有'), surroundings)).toMatchObject({
      code: 1,
      err: expect.stringContaining('找不到'),
    });
    expect(await runCommand(commands, args('範本.xlsx'), surroundings)).toMatchObject({
      code: 1,
      err: expect.stringContaining('不是資料夾'),
    });
    mkdirSync(files.at('空'));
    expect(await runCommand(commands, args('空'), surroundings)).toMatchObject({
      code: 1,
      err: expect.stringContaining('沒有檔案'),
    });
    expect(existsSync(files.at('o.xlsx'))).toBe(false);
    writeFileSync(files.at('名單.csv'), '\r\n');
    expect((await run({ more: ['--agencies', files.at('名單.csv')] })).err).toContain('讀不到機關名單');
  });

  it('reads the issued form itself as an agency that answered nothing', async () => {
    expect(shorter[0]!.name).toBe(issuedLayout.name);
    files.put('in/某某公所.xlsx', made[0]!.bytes);
    const { report } = await run(json);
    expect(report.files).toMatchObject([{ agency: '某某公所', rows: 12 }]);
  });
});
