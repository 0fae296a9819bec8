import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { odsOf } from '../../support/bureau-forms.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { p, tbl, tr, wordFile } from '../../sync/outline/docx/word-files.ts';
import { planWorkbook } from '../reading/workbooks.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(engines)('reading a plan document on $name', engine => {
  let office: Office;
  let workbook: Uint8Array;
  beforeAll(async () => {
    office = await openOffice(engine, { uploadLimitBytes: 300_000 });
    workbook = await planWorkbook();
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const read = (bytes: Uint8Array, name = '計畫.xlsx', by = secretariat()) =>
    by.upload('/api/plans/read', [{ name, bytes }]);
  const kept = async (sha256: string) =>
    (await office.context.db.selectFrom('files').selectAll().where('sha256', '=', sha256).execute()).length === 1;
  const arriving = () => readdir(office.context.storage.incoming);
  const plansNow = async () => (await secretariat().get('/api/plans')).headers['x-total-count'];

  it('shows the tree that was understood, and creates nothing', async () => {
    const before = await plansNow();
    const { status, body } = await read(workbook);
    expect(status).toBe(200);
    expect(body).toMatchObject({ fileName: '計畫.xlsx', sha256: digest(workbook), year: 114 });
    expect(body.items).toHaveLength(1);
    const [keyPoint] = body.items[0].children;
    expect(keyPoint.children.map((step: { units: string[] }) => step.units)).toEqual([['民政課'], ['各課室']]);
    expect(await plansNow()).toBe(before);
  });

  it('reads .ods as well', async () => {
    const plan = odsOf('計畫', [
      ['清川市青田區公所114年度為民服務計畫'],
      ['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限'],
      ['一、便民服務', '(一)單一窗口', '1.設置綜合受理櫃檯', '民政課', '6月'],
      ['', '', '2.檢討作業時限', '各課室', '12月'],
    ]);
    const { status, body } = await read(plan, '計畫.ods');
    expect([status, body.fileName, body.year]).toEqual([200, '計畫.ods', 114]);
    expect(body.items[0].children[0].children.map((step: { text: string }) => step.text)).toEqual([
      '設置綜合受理櫃檯',
      '檢討作業時限',
    ]);
  });

  it('reads Word documents with what they say around the table, each node with its place', async () => {
    const cells = (...texts: readonly string[]) => tr(texts);
    const body = [
      p('清川市青田區公所115年度為民服務計畫'),
      p('115年1月5日青秘字第1150000001號函'),
      p('壹、計畫依據：清川市政府年度計畫。'),
      p('貳、計畫目標'),
      p('一、服務到家。'),
      p('二、資訊公開。'),
      p('參、計畫內容'),
      tbl(cells('執行要項', '執行重點', '執行步驟', '執行單位'), cells('一、便民', '(一)櫃檯', '1.引導', '民政課')),
      p('肆、推動及管考'),
      p('一、年度查核：每年12月送秘書室彙整。'),
      p('伍、其他：奉核後實施。'),
    ].join('');
    const { status, body: reading } = await read(wordFile({ body }), '計畫.docx');
    expect(status).toBe(200);
    expect(reading).toMatchObject({
      agencyName: '清川市青田區公所',
      year: 115,
      document: { date: '2026-01-05', number: '青秘字第1150000001號' },
      basis: ['清川市政府年度計畫。'],
      goals: ['服務到家。', '資訊公開。'],
      reviews: [{ kind: 'annual', months: [12], submitTo: ['秘書室'] }],
      closing: '奉核後實施。',
      sources: [
        { at: '0', sheet: '表1', row: 2, column: 'A' },
        { at: '0.0', sheet: '表1', row: 2, column: 'B' },
        { at: '0.0.0', sheet: '表1', row: 2, column: 'C' },
      ],
    });
    expect(reading.items[0].children[0].children[0].units).toEqual(['民政課']);
  });

  it('keeps the file as it came, once, and says in the log who brought it', async () => {
    await read(workbook, '第一次.xlsx');
    await read(workbook, '第二次.xlsx');
    const sha256 = digest(workbook);
    expect(await kept(sha256)).toBe(true);
    expect(Buffer.from(await office.context.storage.read(sha256)).equals(workbook)).toBe(true);
    expect(await arriving()).toEqual([]);
    const events = (await secretariat().get('/api/events?action=plans.read&_sort=id')).body;
    expect(events.at(-1)).toMatchObject({
      actorId: office.district.users.secretariat.id,
      after: { fileName: '第二次.xlsx', sha256, size: workbook.length },
    });
  });

  it('refuses a file that it cannot read in the words of whoever sent it, and keeps it all the same', async () => {
    const bytes = Buffer.from('{\\rtf1 會議紀錄}');
    const { status, body } = await read(bytes, '會議紀錄.xlsx');
    expect(status).toBe(400);
    expect(body.code).toBe('document_rtf');
    expect(body.message).toContain('會議紀錄.xlsx');
    expect(body.message).toContain('保存');
    expect(await kept(digest(bytes))).toBe(true);
    const english = await secretariat().send({
      method: 'POST',
      url: '/api/plans/read',
      headers: { 'accept-language': 'en', 'content-type': 'multipart/form-data; boundary=x' },
      payload:
        '--x\r\ncontent-disposition: form-data; name="file"; filename="notes.xlsx"\r\n\r\n{\\rtf1 notes}\r\n--x--\r\n',
    });
    expect(english.body.message).toContain('kept');
  });

  it('says what a text without a plan lacks, and gives no items', async () => {
    const { status, body } = await read(Buffer.from('會議紀錄：本週無事。'), '紀錄.txt');
    expect([status, body.items]).toEqual([200, []]);
    expect(body.issues).toMatchObject([{ code: 'plan_not_found', severity: 'error' }]);
  });

  it('refuses a damaged workbook without falling over', async () => {
    const { status, body } = await read(workbook.slice(0, workbook.length / 2), '一半.xlsx');
    expect(status).toBe(400);
    expect(body.code).toBe('document_corrupt');
  });

  it('refuses a file over the limit and keeps nothing of it', async () => {
    const bytes = Buffer.alloc(300_001, 'x');
    const { status, body } = await read(bytes, '太大.xlsx');
    expect(status).toBe(413);
    expect([body.code, body.message]).toEqual(['file_too_large', expect.stringContaining('MB 的上限')]);
    expect(await kept(digest(bytes))).toBe(false);
    expect(await arriving()).toEqual([]);
  });

  it('takes a file of exactly the limit', async () => {
    expect((await read(Buffer.alloc(300_000, 0))).body.code).toBe('document_unknown');
  });

  it.each([
    ['no file at all', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--\r\n', 'file_missing'],
    ['JSON', { 'content-type': 'application/json' }, '{}', 'file_missing'],
    [
      'a form without its end',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nhalf of it',
      'upload_broken',
    ],
    ['a form without a boundary', { 'content-type': 'multipart/form-data' }, 'anything', 'upload_broken'],
  ])('refuses %s, and says what to do', async (_what, headers, payload, code) => {
    const { status, body } = await secretariat().send({ method: 'POST', url: '/api/plans/read', headers, payload });
    expect(status).toBe(400);
    expect(body.code).toBe(code);
    expect(await arriving()).toEqual([]);
  });

  it('is for the secretariat', async () => {
    for (const person of ['officer', 'chief', 'head', 'auditor'] as const)
      expect((await read(workbook, '計畫.xlsx', office.district.as[person])).status).toBe(403);
    expect((await read(workbook, '計畫.xlsx', office.stranger)).status).toBe(401);
  });
});
