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
describe.runIf(soffice)('workbooks of the old kind', { timeout: 120_000 }, () => {
  let office: Office;
  let old: Uint8Array;
  beforeAll(async () => {
    office = await openOffice(engines[0]!);
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
    const { body: exchange } = await secretariat().upload('/api/exchanges', [
      { name: '回復.xls', bytes: await asXls(new Uint8Array(raw)) },
    ]);
    expect(exchange.candidates[0]).toMatchObject({ formId: form.id });
    const { body: preview } = await secretariat().post(`/api/exchanges/${exchange.id}/recognise`, {
      version: exchange.version,
      formId: form.id,
    });
    expect(preview.counts).toMatchObject({ rows: 2, changes: 0, conflicts: 0, strays: 0, notReturned: 0 });
    expect(preview.changes.issues.map(({ code }: { code: string }) => code)).toContain('workbook_converted');
  });
});
