import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../../sync/model/index.ts';
import { writePlanPdf } from '../../../../sync/outline/write/index.ts';
import { samplePlan } from './samples.ts';

/** LibreOffice is a program on the machine; these stand in for installations that lack something. */
describe.skipIf(process.platform === 'win32')('a plan as .pdf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-pdf-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let temp = '';
  beforeEach(() => {
    temp = mkdtempSync(join(folder, 'temp-'));
    vi.stubEnv('TMPDIR', temp);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    expect(readdirSync(temp)).toEqual([]);
  });

  async function program(name: string, ...lines: readonly string[]): Promise<string> {
    const file = join(folder, name, 'soffice');
    await mkdir(join(folder, name));
    await writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'));
    await chmod(file, 0o755);
    return file;
  }
  const written = (soffice: string | null, timeMs = 30_000) =>
    writePlanPdf(samplePlan, '計畫.pdf', { soffice, timeMs });

  it('is refused where there is no LibreOffice, with what to do instead', async () => {
    expect(await written(null)).toMatchObject({
      ok: false,
      issue: { code: 'printer_missing', params: { name: '計畫.pdf' } },
    });
    for (const locale of ['zh-TW', 'en'] as const)
      expect(say('printer_missing', locale, { name: '計畫.pdf' })).toMatch(/LibreOffice[\s\S]*\.docx[\s\S]*PDF/);
  });

  it('is printed from the text, or from the workbook where no program opens texts', async () => {
    const told = (name: string) => `echo "$@" | grep -q 'in\\.${name}$' && { mkdir out; printf ${name} > out/in.pdf; }`;
    const whole = await written(await program('whole', told('odt')));
    expect(whole.ok && Buffer.from(whole.bytes).toString()).toBe('odt');
    const sheetsOnly = await written(await program('sheets', told('ods')));
    expect(sheetsOnly.ok && Buffer.from(sheetsOnly.bytes).toString()).toBe('ods');
  });

  it('is told as failed when nothing comes of either, and as too long when the time is over', async () => {
    expect(await written(await program('idle', 'exit 0'))).toMatchObject({ issue: { code: 'printing_failed' } });
    expect(await written(await program('hanging', 'sleep 600'), 1000)).toMatchObject({
      ok: false,
      issue: { code: 'printing_too_long', params: { seconds: 1 } },
    });
  });
});
