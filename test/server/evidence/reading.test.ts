import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence, Report } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { docx, pdf, png } from '../../support/sample-files.ts';
import { answered, reportLike, reportsLike } from '../reports/build.ts';
import { evidenceOf, upload } from './build.ts';

describe.each(engines)('evidence on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const as = () => office.district.as;
  const withFile = async (name = '會議紀錄「定稿」.pdf', bytes = pdf()): Promise<[Report, Evidence]> => {
    const report = await reportLike(office, answered);
    const [evidence] = await upload(as().officer, report, { name, bytes });
    return [report, evidence!];
  };
  const accept = async ({ id }: Report) => {
    await as().officer.post(`/api/reports/${id}/submit`, { version: 1 });
    await as().chief.post(`/api/reports/${id}/endorse`, { version: 2 });
    expect((await as().secretariat.post(`/api/reports/${id}/accept`, { version: 3 })).status).toBe(200);
  };
  const ways = (id: string) => ['', '/file', '/preview'].map(way => `/api/evidence/${id}${way}`);
  const statuses = async (by: Client, id: string) => Promise.all(ways(id).map(async url => (await by.get(url)).status));

  it('is downloaded byte for byte, as an attachment that no browser runs, and every download is an event', async () => {
    const [, evidence] = await withFile();
    const { status, raw, headers } = await as().officer.get(`/api/evidence/${evidence.id}/file`);
    expect(status).toBe(200);
    expect(createHash('sha256').update(raw).digest('hex')).toBe(evidence.sha256);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%E6/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
    const [event] = (await as().secretariat.get(`/api/events?recordId=${evidence.id}&action=evidence.download`)).body;
    expect(event).toMatchObject({ actorId: office.district.users.officer.id, after: { sha256: evidence.sha256 } });
  });

  it('is shown inside the console only when it is a picture or a PDF', async () => {
    const [report, document] = await withFile();
    const [photo, words] = await upload(
      as().officer,
      report,
      { name: 'a.png', bytes: png() },
      { name: 'a.docx', bytes: docx() },
    );
    for (const { id, mediaType } of [document, photo!]) {
      const { status, headers } = await as().officer.get(`/api/evidence/${id}/preview`);
      expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, mediaType, 'inline']);
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox/);
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    }
    expect((await as().officer.get(`/api/evidence/${words!.id}/preview`)).status).toBe(404);
  });

  it('is for those who may see one of its reports', async () => {
    const [report, { id }] = await withFile();
    for (const person of ['officer', 'colleague', 'chief', 'secretariat', 'head', 'auditor'] as const)
      expect(await statuses(as()[person], id), person).toEqual([200, 200, 200]);
    for (const person of ['otherOfficer', 'otherChief'] as const)
      expect(await statuses(as()[person], id), person).toEqual([404, 404, 404]);
    expect(await statuses(as().administrator, id)).toEqual([403, 403, 403]);
    expect(await statuses(office.stranger, id)).toEqual([401, 401, 401]);
    for (const agency of [office.sibling, office.foreign, office.bureau]) {
      expect(await statuses(agency.as.secretariat, id)).toEqual([404, 404, 404]);
      expect(await evidenceOf(agency.as.secretariat, report)).toEqual([]);
    }
    expect(await evidenceOf(as().otherOfficer, report)).toEqual([]);
  });

  it('reaches the bureau with the report that was accepted, except where it holds personal data', async () => {
    const [report, open] = await withFile();
    const [personal] = await upload(as().officer, report, { name: '名冊.pdf', bytes: pdf('names') });
    await as().officer.patch(`/api/evidence/${personal!.id}`, { version: 1, personalData: true });
    const bureau = office.bureau.as.secretariat;
    expect(await evidenceOf(bureau, report)).toEqual([]);
    await accept(report);
    expect((await evidenceOf(bureau, report)).map(row => row.id)).toEqual([open.id]);
    expect(await statuses(bureau, open.id)).toEqual([200, 200, 200]);
    expect(await statuses(bureau, personal!.id)).toEqual([404, 404, 404]);
    expect(await statuses(office.sibling.as.secretariat, open.id)).toEqual([404, 404, 404]);
  });

  it('leaves a trace of everybody who looks at personal data', async () => {
    const [, evidence] = await withFile();
    await as().officer.patch(`/api/evidence/${evidence.id}`, { version: 1, personalData: true });
    await as().head.get(`/api/evidence/${evidence.id}/preview`);
    await as().auditor.get(`/api/evidence/${evidence.id}/file`);
    const events = (
      await as().secretariat.get(`/api/events?recordId=${evidence.id}&action=evidence.personalData&_sort=id`)
    ).body;
    expect(
      events.map((event: { actorId: string; after: { action: string } }) => [event.actorId, event.after.action]),
    ).toEqual([
      [office.district.users.head.id, 'preview'],
      [office.district.users.auditor.id, 'download'],
    ]);
  });

  it('can be a link, which is never fetched and has no file', async () => {
    const report = await reportLike(office);
    const link = (body: object) => as().officer.post('/api/evidence/link', { reportId: report.id, ...body });
    const { status, body } = await link({ name: '公告網頁', url: 'https://example.gov.tw/公告' });
    expect([status, body.kind, body.name]).toEqual([201, 'link', '公告網頁']);
    expect((await as().officer.get(`/api/evidence/${body.id}/file`)).status).toBe(404);
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '//no-protocol'])
      expect((await link({ name: 'x', url })).body.code).toBe('invalid_input');
    expect((await link({ name: '再一次', url: 'https://example.gov.tw/公告' })).body.code).toBe('already_attached');
    expect((await evidenceOf(as().officer, report)).map(row => row.id)).toEqual([body.id]);
  });

  it('that is there can be attached to another report, once, and taken off again', async () => {
    const [first, evidence] = await withFile();
    const second = await reportLike(office);
    const attach = (by: Client) => by.post(`/api/reports/${second.id}/evidence`, { evidenceId: evidence.id });
    expect((await attach(as().officer)).body).toEqual(evidence);
    expect((await attach(as().officer)).body.code).toBe('already_attached');
    const countOf = async ({ id }: Report) => (await as().officer.get(`/api/reports/${id}`)).body.evidenceCount;
    expect([await countOf(first), await countOf(second)]).toEqual([1, 1]);

    const detach = () => as().officer.delete(`/api/reports/${second.id}/evidence/${evidence.id}`);
    expect((await detach()).status).toBe(200);
    expect((await detach()).status).toBe(404);
    expect([await countOf(first), await countOf(second)]).toEqual([1, 0]);
    expect((await evidenceOf(as().officer, first)).map(row => row.id)).toEqual([evidence.id]);
  });

  it('tells which reports it is at, as far as the person may see them', async () => {
    const [report, evidence] = await withFile();
    const other = await reportLike(office);
    await as().officer.post(`/api/reports/${other.id}/evidence`, { evidenceId: evidence.id });
    await accept(report);
    const places = async (by: Client) =>
      (await by.get(`/api/reports?evidenceId=${evidence.id}&_sort=id`)).body.map((row: Report) => row.id);
    expect(await places(as().officer)).toEqual([report.id, other.id].sort());
    expect(await places(as().otherOfficer)).toEqual([]);
    expect(await places(office.bureau.as.secretariat)).toEqual([report.id]);
    await as().officer.patch(`/api/evidence/${evidence.id}`, { version: 1, personalData: true });
    expect(await places(office.bureau.as.secretariat)).toEqual([]);
  });

  it('is attached only by those who see it and may write the report', async () => {
    const [report, evidence] = await withFile();
    const other = await reportLike(office);
    const attach = (by: Client, id: string) => by.post(`/api/reports/${id}/evidence`, { evidenceId: evidence.id });
    expect((await attach(as().otherOfficer, other.id)).status).toBe(404);
    expect((await attach(as().head, other.id)).status).toBe(403);
    await accept(report);
    // The bureau sees it now, but it stays the agency's: a report of another agency cannot take it.
    const [own] = await reportsLike(office, office.bureau, [{ unitId: office.bureau.units.秘書室!.id }]);
    const taken = await attach(office.bureau.as.secretariat, own!.id);
    expect([taken.status, taken.body.code]).toEqual([400, 'foreign_reference']);
  });

  it('of a report that was sent up stays as it is', async () => {
    const [report, evidence] = await withFile();
    await accept(report);
    const detached = await as().officer.delete(`/api/reports/${report.id}/evidence/${evidence.id}`);
    expect([detached.status, detached.body.code]).toEqual([409, 'report_locked']);
    const renamed = await as().officer.patch(`/api/evidence/${evidence.id}`, { version: 1, name: '改名.pdf' });
    expect([renamed.status, renamed.body.code]).toEqual([409, 'evidence_accepted']);
    const marked = await as().officer.patch(`/api/evidence/${evidence.id}`, { version: 1, personalData: true });
    expect(marked.body).toMatchObject({ personalData: true, version: 2 });
  });

  it('keeps an extension that fits its content when it is renamed, and refuses a stale rename', async () => {
    const [, { id }] = await withFile();
    const renamed = await as().colleague.patch(`/api/evidence/${id}`, { version: 1, name: '執行.bat' });
    expect(renamed.body).toMatchObject({ name: '執行.bat.pdf', version: 2 });
    const stale = await as().officer.patch(`/api/evidence/${id}`, { version: 1, name: '另一名' });
    expect(stale.body).toMatchObject({ code: 'stale_version', details: { current: { name: '執行.bat.pdf' } } });
  });

  it('list refuses parameters it does not know and pages like every list', async () => {
    const [report] = await withFile();
    await upload(as().officer, report, { name: 'b.png', bytes: png() });
    const { body, headers } = await as().officer.get(`/api/evidence?reportId=${report.id}&_sort=name&_start=0&_end=1`);
    expect([body.length, headers['x-total-count']]).toEqual([1, '2']);
    expect((await as().officer.get('/api/evidence?reportsId=1')).body.code).toBe('unknown_parameter');
    expect((await as().officer.get(`/api/evidence?reportId=${report.id}&reportId=none`)).body).toHaveLength(2);
  });
});
