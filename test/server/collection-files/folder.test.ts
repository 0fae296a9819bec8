import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settledIn, standOf } from '../../../server/collection-files/folder/arriving.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, foundAgencies, returnsDesk, written, zipped } from '../../support/returns-desk.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'server', 'collection-files', 'folder', 'main.ts');
const soon = { timeout: 20_000, interval: 25 };

describe('the files of a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are waited for while somebody still writes them, and come again when they change', async () => {
    await writeFile(join(folder, '回復.xlsx'), '前半');
    const first = await standOf(folder);
    await appendFile(join(folder, '回復.xlsx'), '後半');
    const grown = await standOf(folder);
    expect(settledIn(first, grown, {})).toEqual([]);
    const still = await standOf(folder);
    expect(settledIn(grown, still, {})).toEqual(['回復.xlsx']);
    expect(settledIn(grown, still, still)).toEqual([]);
    expect(settledIn(grown, still, first)).toEqual(['回復.xlsx']);
  });

  it('are none of those that programs leave behind or have not finished', async () => {
    for (const name of ['a.xlsx.part', 'b.crdownload', '~$c.xlsx', '.DS_Store', 'd.tmp'])
      await writeFile(join(folder, name), 'x');
    await mkdir(join(folder, '子資料夾'));
    await writeFile(join(folder, '子資料夾', '好.xlsx'), 'x');
    expect(Object.keys(await standOf(folder))).toEqual([join('子資料夾', '好.xlsx')]);
  });
});

describe.each(engines)('handing in a folder on $name', engine => {
  const agencies = 8;
  let office: Office;
  let asked: Asked;
  let scratch: string;
  let folder: string;
  const children = new Set<ChildProcess>();
  const desk = returnsDesk(() => office);
  beforeAll(async () => {
    office = await openOffice(engine, { pollMs: 50 });
    scratch = await mkdtemp(join(tmpdir(), 'guankao-compiled-'));
    const made = await foundAgencies(office, agencies);
    asked = await desk.ask(made.map(({ id }) => id));
  }, 60_000);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-folder-'));
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  afterAll(async () => {
    await office?.close();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  const begin = (...args: readonly string[]) => {
    const { dataDir, databaseUrl } = office.context.config;
    const child = spawn(process.execPath, [entry, ...args], {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        NODE_COMPILE_CACHE: scratch,
        ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      },
    });
    children.add(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', piece => {
      said.out += piece;
    });
    child.stderr.on('data', piece => {
      said.err += piece;
    });
    const ended = new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>(resolve =>
      child.on('close', code => {
        children.delete(child);
        resolve({ code, ...said });
      }),
    );
    return { child, said, ended };
  };
  const secretariat = () => office.bureau.users.secretariat.account;
  const handing = (...more: readonly string[]) =>
    begin('--collection', asked.collection.id, '--as', secretariat(), folder, '--every', '0.1', ...more);
  const answer = async (n: number, text = '一') =>
    written(await desk.bytesFor(asked.recipients[n]!), { 0: { result: '已完成', narrative: `${n}${text}` } });
  const drop = (name: string, bytes: Uint8Array) => writeFile(join(folder, name), bytes);
  const names = async () => (await desk.files(asked.collection)).map(({ fileName }) => fileName);
  const deliveries = async () =>
    (await office.bureau.as.secretariat.get(`/api/deliveries?collectionId=${asked.collection.id}`)).body;

  it('takes what lies in it and what comes later, archives apart, the same file once', async () => {
    await drop('先到.xlsx', await answer(0));
    const { child, said, ended } = handing('--watch');
    await vi.waitFor(async () => expect(await names()).toEqual(['先到.xlsx']), soon);
    await drop('先到（複本）.xlsx', await answer(0));
    await drop('下載中.xlsx.part', await answer(1));
    await drop('一批.zip', zipped({ '甲/二.xlsx': await answer(2), '筆記.txt': new TextEncoder().encode('筆記') }));
    await vi.waitFor(
      async () => expect(new Set(await names())).toEqual(new Set(['先到.xlsx', '二.xlsx', '筆記.txt'])),
      soon,
    );
    await rename(join(folder, '下載中.xlsx.part'), join(folder, '下載完.xlsx'));
    await vi.waitFor(async () => expect(await names()).toContain('下載完.xlsx'), soon);
    // A running server reads what was handed in, by whom it was.
    await vi.waitFor(async () => {
      const states = (await desk.files(asked.collection)).map(({ state }) => state);
      expect(states.toSorted()).toEqual(['read', 'read', 'read', 'unreadable']);
    }, soon);
    for (const { receivedBy, via } of await desk.files(asked.collection))
      expect([receivedBy, via]).toEqual([office.bureau.users.secretariat.id, 'file']);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(said.out).toContain('先前已收過 1 份');
  });

  it('killed and begun again hands nothing in twice, and leaves alone what was turned down', async () => {
    const before = new Set((await desk.files(asked.collection)).map(({ id }) => id));
    const fresh = async () => (await desk.files(asked.collection)).filter(({ id }) => !before.has(id));
    for (let n = 0; n < agencies; n++) await drop(`回復${n}.xlsx`, await answer(n, '再'));
    const { child, ended } = handing('--watch');
    await vi.waitFor(async () => expect((await fresh()).length).toBeGreaterThan(0), soon);
    child.kill('SIGKILL');
    await ended;
    expect(await handing().ended).toMatchObject({ code: 0, err: '' });
    expect((await fresh()).map(({ fileName }) => fileName).toSorted()).toEqual(
      Array.from({ length: agencies }, (_, n) => `回復${n}.xlsx`),
    );
    await vi.waitFor(
      async () => expect(new Set((await fresh()).map(({ state }) => state))).toEqual(new Set(['read'])),
      soon,
    );
    const [first] = await fresh();
    await desk.ok(desk.verb(first!, 'reject', { reason: '不是這一期的' }), 200);
    const booked = await deliveries();
    const again = await handing().ended;
    expect([again.code, again.out]).toEqual([0, `收下 0 份，先前已收過 ${agencies} 份，未收 0 份。\n`]);
    expect((await desk.file(first!.id)).state).toBe('rejected');
    expect(await deliveries()).toEqual(booked);
  });

  it('says who may not, and what is not there', async () => {
    await drop('回復.xlsx', await answer(3, '不收'));
    const { id } = asked.collection;
    const ends = await Promise.all([
      begin('--collection', id, folder).ended,
      begin('--collection', id, '--as', 'nobody', folder).ended,
      begin('--collection', id, '--as', office.bureau.users.officer.account, folder).ended,
      begin('--collection', id, '--as', secretariat(), join(folder, '沒有')).ended,
      begin('--collection', id, '--as', office.foreign.users.secretariat.account, folder, '--every', '0.1').ended,
    ]);
    expect(ends.map(({ code }) => code)).toEqual([2, 2, 2, 2, 1]);
    const wanted = ['Usage:', 'nobody', 'a secretariat may', '找不到資料夾', '查無此筆資料'];
    for (const [i, { err }] of ends.entries()) expect(err).toContain(wanted[i]);
    expect(await names()).not.toContain('回復.xlsx');
  });

  it('ends and says so when the collection is closed while it watches', async () => {
    const { ended } = handing('--watch');
    const { body: closed } = await desk.send('close', await desk.now(asked.collection));
    expect(closed.state).toBe('closed');
    await drop('太晚.xlsx', await answer(4, '太晚'));
    const { code, err } = await ended;
    expect(code).toBe(1);
    expect(err).toContain('已結束');
    expect(await names()).not.toContain('太晚.xlsx');
  });
});
