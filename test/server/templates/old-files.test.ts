import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { listForm, type PrintedStep } from '../../support/bureau-forms.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { openRound } from '../../support/open-round.ts';

const soffice = findSoffice();

/** The workbook as Excel 97 would have saved it. */
async function asXls(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'guankao-xls-'));
  try {
    await writeFile(join(folder, 'in.xlsx'), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync(soffice!, [profile, '--headless', '--convert-to', 'xls', '--outdir', folder, join(folder, 'in.xlsx')], {
      timeout: 60_000,
    });
    return new Uint8Array(await readFile(join(folder, 'in.xls')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const steps: readonly PrintedStep[] = ['第1步：檢視櫃臺作業', '第2步：檢視櫃臺作業'].map((text, i) => ({
  label: String(i + 1),
  text,
}));

// Only a machine with LibreOffice can read them; without it sync/sheet/libreoffice says how to save the file.
describe.runIf(soffice).each(engines)('workbooks of the old kind on $name', { timeout: 120_000 }, engine => {
  let office: Office;
  let old: Uint8Array;
  beforeAll(async () => {
    office = await openOffice(engine);
    old = await asXls(await listForm({ steps }));
  }, 120_000);
  afterAll(() => office?.close());
  const secretariat = () => office.district.as.secretariat;

  it('become a template that can be filled, and come back', async () => {
    const { status, body: template } = await secretariat().upload('/api/templates', [{ name: '舊表.xls', bytes: old }]);
    expect(status, JSON.stringify(template)).toBe(201);
    expect(template).toMatchObject({ name: '舊表', fileName: '舊表.xlsx', format: 'xlsx', rowCount: 2 });
    expect(template.profile.issues.map(({ code }: { code: string }) => code)).toContain('workbook_converted');
    const again = await secretariat().upload('/api/templates', [{ name: '舊表.xls', bytes: old }]);
    expect([again.status, again.body.id]).toEqual([200, template.id]);

    const { round } = await openRound(office, office.district, 2);
    const { body: form } = await secretariat().post('/api/forms', { roundId: round.id, templateId: template.id });
    expect(form).toMatchObject({ rowCount: 2, format: 'xlsx' });
    const { raw } = await secretariat().get(`/api/forms/${form.id}/file`);
    const answered = await asXls(new Uint8Array(raw));
    const { body: exchange } = await secretariat().upload('/api/exchanges', [{ name: '回復.xls', bytes: answered }]);
    expect(exchange.candidates[0]).toMatchObject({ formId: form.id });
    const { body: preview } = await secretariat().post(`/api/exchanges/${exchange.id}/recognise`, {
      version: exchange.version,
      formId: form.id,
    });
    expect(preview.counts).toMatchObject({ rows: 2, changes: 0, conflicts: 0, strays: 0, notReturned: 0 });
    expect(preview.changes.issues.map(({ code }: { code: string }) => code)).toContain('workbook_converted');
    const { raw: returned, headers } = await secretariat().get(`/api/exchanges/${exchange.id}/file`);
    expect(Buffer.compare(returned, answered)).toBe(0);
    expect(headers['content-disposition']).toContain(encodeURIComponent('回復.xls'));
  });

  it('are given back as they came, beside what was made of them', async () => {
    const steps = [{ label: '1', text: '第3步：檢視櫃臺作業' }];
    const bytes = await asXls(await listForm({ steps }));
    const { body: template } = await secretariat().upload('/api/templates', [{ name: '府頒表.XLS', bytes }]);
    expect(template.original).toEqual({ fileName: '府頒表.XLS', size: bytes.length });
    const original = await secretariat().get(`/api/templates/${template.id}/original`);
    expect(original.status).toBe(200);
    expect(Buffer.compare(original.raw, bytes)).toBe(0);
    expect(original.headers).toMatchObject({
      'content-type': 'application/vnd.ms-excel',
      'content-length': String(bytes.length),
      'content-disposition': expect.stringContaining(encodeURIComponent('府頒表.XLS')),
    });
    const usable = await secretariat().get(`/api/templates/${template.id}/file`);
    expect(usable.headers['content-disposition']).toContain(encodeURIComponent('府頒表.xlsx'));
    expect(usable.raw.subarray(0, 2).toString()).toBe('PK');
    const { body: events } = await secretariat().get(
      `/api/events?resource=templates&action=templates.download&recordId=${template.id}&_sort=id`,
    );
    expect(events.map(({ after }: { after: { name: string } }) => after.name)).toEqual(['府頒表.XLS', '府頒表.xlsx']);
    const abroad = await office.sibling.as.secretariat.get(`/api/templates/${template.id}/original`);
    expect(abroad.status).toBe(404);
  });

  it('are named by what they are when their name says otherwise', async () => {
    const steps = [{ label: '1', text: '第4步：檢視櫃臺作業' }];
    const bytes = await asXls(await listForm({ steps }));
    const { body: template } = await secretariat().upload('/api/templates', [{ name: '其實是舊檔.xlsx', bytes }]);
    expect(template.original.fileName).toBe('其實是舊檔.xls');
    const again = await secretariat().patch(`/api/templates/${template.id}`, { version: 1, corrections: [] });
    expect(again.body.original).toEqual(template.original);
  });

  it('are only those that were converted', async () => {
    const { body: template } = await secretariat().upload('/api/templates', [
      { name: '新表.xlsx', bytes: await listForm({ steps: [{ label: '1', text: '第5步：檢視櫃臺作業' }] }) },
    ]);
    expect(template.original).toBeNull();
    expect((await secretariat().get(`/api/templates/${template.id}/original`)).status).toBe(404);
  });
});
