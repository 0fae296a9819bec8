import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Untaken, unpack } from '../../../server/collection-files/archive/unpack.ts';
import type { Arrived } from '../../../server/files/receive.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { returnsDesk, written, zipped } from '../../support/returns-desk.ts';

const megabyte = 1024 * 1024;
const text = (words: string) => new TextEncoder().encode(words);

/** An archive whose directory names its only file many times over. */
function overlapping(bytes: Uint8Array, times: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.bin': bytes }, { level: 9 }));
  const end = zip.length - 22;
  const start = zip.readUInt32LE(end + 16);
  const record = zip.subarray(start, end);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(record.length * times, 12);
  return Buffer.concat([zip.subarray(0, start), ...Array.from({ length: times }, () => record), tail]);
}

describe('an archive that means harm', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-archive-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const limits = { files: 5000, fileBytes: 4 * megabyte, totalBytes: 20 * megabyte };
  const unpacked = async (bytes: Uint8Array, most = limits): Promise<readonly (Arrived | Untaken)[]> => {
    const path = join(folder, 'sent');
    await writeFile(path, bytes);
    const files = await unpack({ path, name: '全部.zip' }, folder, most);
    const found: (Arrived | Untaken)[] = [];
    for await (const file of files!) found.push(file);
    expect(await readdir(folder), 'nothing is left behind').toEqual(['sent']);
    return found;
  };
  const codes = (files: readonly (Arrived | Untaken)[]) =>
    files.map(file => ('refusal' in file ? file.refusal.code : 'taken'));

  it('is given up after as much work as its limit, however little of it is good', async () => {
    // 8 MB of nothing in some kilobytes, 4,000 times: 32 GB if all of it were inflated.
    const found = codes(await unpacked(overlapping(new Uint8Array(8 * megabyte), 4000)));
    expect(found.length).toBeLessThan(50);
    expect(found.at(-1)).toBe('archive_too_large');
    expect(new Set(found.slice(0, -1))).toEqual(new Set(['file_too_large']));
  });

  it('may hold no more files and bytes than are allowed, and keeps what came before', async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, text(`${i}`)]));
    expect(codes(await unpacked(zipped(many), { ...limits, files: 3 }))).toEqual([
      'taken',
      'taken',
      'taken',
      'archive_too_large',
    ]);
    const large = { 'a.bin': randomBytes(3 * megabyte), 'b.bin': randomBytes(3 * megabyte), 'c.txt': text('c') };
    expect(codes(await unpacked(zipped(large), { ...limits, totalBytes: 4 * megabyte }))).toEqual([
      'taken',
      'file_too_large',
      'archive_too_large',
    ]);
  });

  it('names no path, no control and no turned writing', async () => {
    const names = [
      '../../../etc/passwd',
      '..\\..\\evil.xlsx',
      'a\0b.xlsx',
      '回復\u202efdp.exe',
      `${'長'.repeat(400)}.xlsx`,
      '\u202e',
    ];
    const found = await unpacked(zipped(Object.fromEntries(names.map(name => [name, text(name)]))));
    expect(found.map(({ name }) => name)).toEqual([
      'passwd',
      'evil.xlsx',
      'ab.xlsx',
      '回復fdp.exe',
      `${'長'.repeat(250)}.xlsx`,
      'file',
    ]);
  });
});

describe('an archive as offices make them', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-archive-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Writes other bytes where a name of as many letters stands, in both places that tell it. */
  const renamed = (zip: Uint8Array, from: string, to: Buffer): Buffer => {
    const bytes = Buffer.from(zip);
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
    return bytes;
  };
  /** Says of one entry that it needs a password. */
  const locked = (zip: Buffer, name: string): Buffer => {
    const record = zip.lastIndexOf(name) - 46;
    zip.writeUInt16LE(zip.readUInt16LE(record + 8) | 1, record + 8);
    return zip;
  };
  const told = async (bytes: Uint8Array, files = 5000) => {
    const path = join(folder, 'sent');
    await writeFile(path, bytes);
    const found: (readonly [string, string])[] = [];
    const limits = { files, fileBytes: 4 * megabyte, totalBytes: 20 * megabyte };
    for await (const file of (await unpack({ path, name: '全部.zip' }, folder, limits))!)
      found.push([file.name, 'refusal' in file ? file.refusal.code : 'taken']);
    return found;
  };

  it('tells what became of each: folders, names in Big5, passwords, nothing in it, the same name twice', async () => {
    const zip = zipSync({
      'folder/': new Uint8Array(),
      'folder/AAAA.xlsx': text('名稱是中文'),
      'empty.xlsx': new Uint8Array(),
      'secret.xlsx': text('上鎖'),
      'old.xls': text('舊'),
      'note.doc': text('文'),
      'scan.pdf': text('掃描'),
      'same-1.xlsx': text('同'),
      'same-2.xlsx': text('不同'),
      'inner.zip': zipSync({ 'a.xlsx': text('內') }),
    });
    // 中文 as Windows in Taiwan writes it, without saying so.
    const big5 = renamed(zip, 'AAAA', Buffer.from([0xa4, 0xa4, 0xa4, 0xe5]));
    const twice = renamed(big5, 'same-2', Buffer.from('same-1'));
    expect(await told(locked(twice, 'secret.xlsx'))).toEqual([
      ['中文.xlsx', 'taken'],
      ['empty.xlsx', 'taken'],
      ['secret.xlsx', 'archive_encrypted'],
      ['old.xls', 'taken'],
      ['note.doc', 'taken'],
      ['scan.pdf', 'taken'],
      ['same-1.xlsx', 'taken'],
      ['same-1.xlsx', 'taken'],
      ['inner.zip', 'archive_nested'],
    ]);
  });

  it('of ten thousand files is taken as far as it may be, and the rest is told once', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.txt`, new Uint8Array()]));
    const found = await told(zipSync(many, { level: 0 }), 100);
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toEqual(['全部.zip', 'archive_too_large']);
  });
});

describe.each(engines)('what somebody sends who means harm on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  const secretariat = () => office.bureau.as.secretariat;
  beforeAll(async () => {
    office = await openOffice(engine, { uploadLimitBytes: 2 * megabyte });
  }, 60_000);
  afterAll(() => office?.close());
  const ask = () => desk.ask([office.district.agency.id, office.sibling.agency.id]);

  it('keeps no good file from coming in: too large, oddly named, archives of such names', async () => {
    const { collection, recipients } = await ask();
    const good = written(await desk.bytesFor(recipients[0]!), { 0: { narrative: '好' } });
    const delivery = await desk.deliver(collection, [
      { name: '大.xlsx', bytes: randomBytes(3 * megabyte) },
      {
        name: '名.zip',
        bytes: zipped({ 'x\0y\u202e.txt': text('x'), '../../up.txt': text('up'), '空.txt': new Uint8Array() }),
      },
      { name: `${'長'.repeat(400)}.txt`, bytes: text('長') },
      { name: 'C:\\fakepath\\好.xlsx', bytes: good },
    ]);
    expect(delivery.refused).toMatchObject([{ name: '大.xlsx', problem: { code: 'file_too_large' } }]);
    await desk.read(delivery);
    const files = await desk.files(collection);
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'xy.txt',
      'up.txt',
      '空.txt',
      `${'長'.repeat(251)}.txt`,
      '好.xlsx',
    ]);
    expect(files.map(({ state }) => state)).toEqual(['unreadable', 'unreadable', 'unreadable', 'unreadable', 'read']);
    expect(await readdir(office.context.storage.incoming)).toEqual([]);
  });

  it('is refused where it is too much', async () => {
    const { collection } = await ask();
    const body = { recipientIds: Array.from({ length: 250_000 }, (_, i) => `${i}`.padStart(36, '0')) };
    expect((await secretariat().post(`/api/collections/${collection.id}/mail`, body)).status).toBe(413);
    const many = { fileIds: Array.from({ length: 5001 }, (_, i) => `${i}`) };
    expect((await secretariat().post(`/api/collections/${collection.id}/apply`, many)).status).toBe(400);
    const nothing = await secretariat().upload(`/api/collections/${collection.id}/deliveries`, []);
    expect([nothing.status, nothing.body.code]).toEqual([400, 'file_missing']);
  });

  it('reaches nothing by ids of others', async () => {
    const mine = await ask();
    const other = await ask();
    const bytes = written(await desk.bytesFor(other.recipients[0]!), { 0: { narrative: '他案' } });
    await desk.read(await desk.deliver(other.collection, [{ name: '他案.xlsx', bytes }]));
    const [file] = await desk.files(other.collection);
    const url = `/api/collections/${mine.collection.id}`;
    const recipientIds = [other.recipients[0]!.id];
    for (const verb of ['mail', 'chase'])
      expect((await secretariat().post(`${url}/${verb}`, { recipientIds })).body.code).toMatch(
        /^(foreign_reference|mail_not_configured)$/,
      );
    expect((await secretariat().post(`${url}/recipients`, { agencyIds: [office.foreign.agency.id] })).body.code).toBe(
      'recipient_not_below',
    );
    expect(await desk.applyAll(mine.collection, { fileIds: [file!.id] })).toEqual({ applied: 0, left: [] });
    expect((await desk.file(file!.id)).state).toBe('read');
    const settled = await desk.settle(file!, { recipientId: mine.recipients[0]!.id });
    expect(settled.body.code).toBe('foreign_reference');
    const { version } = mine.collection;
    expect((await secretariat().patch(url, { version, previousId: 'nobody' })).body.code).toBe('foreign_reference');
    expect((await secretariat().patch(url, { version, agencyId: office.foreign.agency.id })).status).toBe(400);
    for (const path of ['apply', 'deliveries', 'close', 'mail', 'chase'])
      expect(
        (await office.foreign.as.secretariat.post(`${url}/${path}`, path === 'close' ? { version } : {})).status,
      ).toBe(404);
  });

  it('brings in nothing once the session is over', async () => {
    const { collection, recipients } = await ask();
    const bytes = written(await desk.bytesFor(recipients[0]!), { 0: { narrative: '過期' } });
    office.clock.advance(31 * 60_000);
    const late = await secretariat().upload(`/api/collections/${collection.id}/deliveries`, [
      { name: 'x.xlsx', bytes },
    ]);
    expect(late.status).toBe(401);
    expect(
      await office.context.db
        .selectFrom('collectionFiles')
        .select('id')
        .where('collectionId', '=', collection.id)
        .execute(),
    ).toEqual([]);
  });
});
