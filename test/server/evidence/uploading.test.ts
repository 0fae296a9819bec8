import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { docx, exe, pdf, png, svg, utf8 } from '../../support/sample-files.ts';
import { inState, reading, reportLike, reportsLike, untouched } from '../reports/build.ts';
import { evidenceOf, upload } from './build.ts';

describe.each(engines)('uploading evidence on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine, { uploadLimitBytes: 1024 ** 2 });
  });
  afterAll(() => office.close());

  const as = () => office.district.as;
  const storedFiles = async () =>
    (await readdir(join(office.context.config.dataDir, 'files'), { recursive: true })).filter(name => name.length > 10);
  const codesOf = (refused: readonly { problem: { code: string } }[]) => refused.map(({ problem }) => problem.code);

  it('stores several files at once, attaches them and starts the report', async () => {
    const report = await reportLike(office, untouched);
    const [photo, minutes] = await upload(
      as().officer,
      report,
      { name: '現場照片.png', bytes: png() },
      { name: '會議紀錄.pdf', bytes: pdf() },
    );
    expect(photo).toMatchObject({
      kind: 'file',
      name: '現場照片.png',
      mediaType: 'image/png',
      size: png().length,
      agencyId: office.district.agency.id,
      unitId: office.district.units.民政課!.id,
      uploaderId: office.district.users.officer.id,
      personalData: false,
    });
    expect(await evidenceOf(as().officer, report)).toEqual([photo, minutes]);
    // No answer changed, so whoever is writing goes on with the version they have.
    expect(await reading(office, report.id)).toMatchObject({ evidenceCount: 2, state: 'drafting', version: 1 });
    const events = (await as().secretariat.get(`/api/events?recordId=${report.id}&_sort=id`)).body;
    expect(events.at(-1)).toMatchObject({
      action: 'reports.attach',
      after: { evidenceId: minutes!.id, name: '會議紀錄.pdf' },
    });
  });

  it('answers what was refused beside what was stored', async () => {
    const report = await reportLike(office);
    const { status, body } = await as().officer.upload(`/api/evidence?reportId=${report.id}`, [
      { name: '發票.pdf', bytes: exe() },
      { name: '好的.txt', bytes: utf8() },
      { name: '圖.png', bytes: svg() },
      { name: '空的.pdf', bytes: new Uint8Array() },
      { name: '太大.txt', bytes: utf8('大'.repeat(400_000)) },
    ]);
    expect(status).toBe(200);
    expect(body.stored.map((row: { name: string }) => row.name)).toEqual(['好的.txt']);
    expect(body.refused.map((row: { name: string }) => row.name)).toEqual([
      '發票.pdf',
      '圖.png',
      '空的.pdf',
      '太大.txt',
    ]);
    expect(codesOf(body.refused)).toEqual(['file_kind_refused', 'file_kind_refused', 'file_empty', 'file_too_large']);
    expect(body.refused[0].problem.message).toContain('發票.pdf');
    expect(await reading(office, report.id)).toMatchObject({ evidenceCount: 1 });
  });

  it('keeps a name that cannot deceive, whatever it came with', async () => {
    const report = await reportLike(office);
    const names = ['../../機密.pdf', '發票\u202efdp.exe', 'C:\\temp\\a.pdf'];
    const stored = await upload(as().officer, report, ...names.map((name, i) => ({ name, bytes: pdf(`page ${i}`) })));
    expect(stored.map(({ name }) => name)).toEqual(['機密.pdf', '發票fdp.exe.pdf', 'a.pdf']);
  });

  it('stores the same bytes once, and attaches them once to a report', async () => {
    const [one, other] = await reportsLike(office, office.district, [{}, {}]);
    const before = (await storedFiles()).length;
    const bytes = docx();
    await upload(as().officer, one!, { name: '計畫.docx', bytes });
    const again = await as().officer.upload(`/api/evidence?reportId=${one!.id}`, [{ name: '副本.docx', bytes }]);
    expect(codesOf(again.body.refused)).toEqual(['already_attached']);
    expect(again.body.refused[0].problem.message).toContain('計畫.docx');
    const [elsewhere] = await upload(as().officer, other!, { name: '另一份.docx', bytes });
    expect((await storedFiles()).length).toBe(before + 1);
    expect(
      await office.context.db.selectFrom('files').selectAll().where('sha256', '=', elsewhere!.sha256).execute(),
    ).toHaveLength(1);
    expect(await reading(office, one!.id)).toMatchObject({ evidenceCount: 1 });
  });

  it('is for reports that the section may write now', async () => {
    const before = (await storedFiles()).length;
    const files = [{ name: 'a.pdf', bytes: pdf('never stored') }];
    const send = async (by: Office['stranger'], id: string) => {
      const { status, body } = await by.upload(`/api/evidence?reportId=${id}`, files);
      return [status, body.code];
    };
    const { id } = await reportLike(office);
    expect(await send(as().otherOfficer, id)).toEqual([404, 'not_found']);
    expect(await send(office.foreign.as.officer, id)).toEqual([404, 'not_found']);
    expect(await send(as().head, id)).toEqual([403, 'not_allowed']);
    expect(await send(office.stranger, id)).toEqual([401, 'not_logged_in']);
    for (const state of ['submitted', 'endorsed', 'accepted'] as const)
      expect(await send(as().officer, (await inState(office, state)).id)).toEqual([409, 'report_locked']);
    expect((await storedFiles()).length).toBe(before);
  });

  it('revises a returned report, so that the missing evidence can go up', async () => {
    const report = await reportLike(office, { state: 'returned', stateReason: '缺佐證', result: 'done' });
    await upload(as().officer, report, { name: '補正.pdf', bytes: pdf('missing') });
    const { body } = await as().officer.post(`/api/reports/${report.id}/submit`, { version: 1 });
    expect(body).toMatchObject({ state: 'submitted', evidenceCount: 1 });
  });

  it('refuses a request without a file, and one that is no upload', async () => {
    const { id } = await reportLike(office);
    const url = `/api/evidence?reportId=${id}`;
    expect((await as().officer.upload(url, [])).body.code).toMatch(/^(file_missing|upload_broken)$/);
    expect((await as().officer.post(url, { file: 'x' })).body.code).toBe('file_missing');
    const broken = await as().officer.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and no end',
    });
    expect([broken.status, broken.body.code]).toEqual([400, 'upload_broken']);
    expect(await reading(office, id)).toMatchObject({ evidenceCount: 0 });
  });

  it('takes what came before a broken end, and says that there was more', async () => {
    const { id } = await reportLike(office);
    const part = (name: string) => `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const { status, body } = await as().officer.send({
      method: 'POST',
      url: `/api/evidence?reportId=${id}`,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: `${part('a.txt')}第一份\r\n${part('b.txt')}第二份沒有結`,
    });
    expect(status).toBe(200);
    expect(body.stored).toMatchObject([{ name: 'a.txt' }]);
    expect(codesOf(body.refused)).toEqual(['upload_broken']);
  });

  it('takes twenty files and says so when more come', async () => {
    const { id } = await reportLike(office);
    const files = Array.from({ length: 22 }, (_, i) => ({ name: `${i}.txt`, bytes: utf8(`第${i}份`) }));
    const { body } = await as().officer.upload(`/api/evidence?reportId=${id}`, files);
    expect([body.stored.length, codesOf(body.refused)]).toEqual([20, ['too_many_files']]);
  });
});
