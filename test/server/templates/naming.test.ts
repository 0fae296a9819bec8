import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeName } from '../../../server/templates/naming.ts';
import { listForm } from '../../support/bureau-forms.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe('a name for a template', () => {
  it.each([
    ['the one wished for, where nobody has it', '自評表', ['查核表'], '114年度', '自評表'],
    ['with the period of the form', '自評表', ['自評表'], '114年度', '自評表（114年度）'],
    [
      'with a counter, where the period says nothing new',
      '１１４年度自評表',
      ['114年度自評表'],
      '114年度',
      '１１４年度自評表（2）',
    ],
    ['with a counter, where that period is there', '自評表', ['自評表', '自評表（114年度）'], '114年度', '自評表（2）'],
    ['with the next counter', '自評表（2）', ['自評表', '自評表 (2)'], null, '自評表（3）'],
    ['and takes a year in brackets for no counter', '自評表（114）', ['自評表（114）'], null, '自評表（114）（2）'],
    ['and looks beyond width, capitals and blanks', 'Form Ａ', ['forma'], null, 'Form Ａ（2）'],
  ])('is %s', (_, wished, taken, period, expected) => {
    expect(freeName(wished, taken, period)).toBe(expected);
  });

  it('never grows beyond what a name can hold', () => {
    const long = '表'.repeat(255);
    const free = freeName(long, [long], null);
    expect([free.length, free.endsWith('表（2）')]).toEqual([255, true]);
  });
});

describe.each(engines)('names of templates on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  let made = 0;
  const upload = async (name: string) => {
    const steps = [{ label: '1', text: `第${++made}項服務：檢視窗口流程` }];
    const { body } = await office.district.as.secretariat.upload('/api/templates', [
      { name, bytes: await listForm({ steps }) },
    ]);
    return body;
  };
  const rename = (template: { id: string; version: number }, name: string) =>
    office.district.as.secretariat.patch(`/api/templates/${template.id}`, { version: template.version, name });

  it('are given once in an agency, even to files that come at once, and again in another', async () => {
    const names = await Promise.all([1, 2, 3].map(async () => (await upload('檢核表.xlsx')).name));
    expect(new Set(names).size).toBe(3);
    expect(names).toContain('檢核表');
    const { body: elsewhere } = await office.sibling.as.secretariat.upload('/api/templates', [
      { name: '檢核表.xlsx', bytes: await listForm({ steps: [{ label: '1', text: '別所的服務' }] }) },
    ]);
    expect(elsewhere.name).toBe('檢核表');
  });

  it('are not taken from another, and a free one is proposed', async () => {
    const kept = await upload('公文.xlsx');
    const other = await upload('檔案.xlsx');
    const refused = await rename(other, '公文');
    expect([refused.status, refused.body.code]).toEqual([409, 'template_name_taken']);
    const { free } = refused.body.details;
    expect(refused.body.message).toContain(`「${free}」`);
    const renamed = await rename(other, free);
    expect([renamed.status, renamed.body.name]).toEqual([200, free]);
    expect((await rename(kept, '公文')).status).toBe(200);
  });

  it('of one agency from before stay as they are when something else is corrected', async () => {
    const first = await upload('舊名.xlsx');
    const second = await upload('新名.xlsx');
    await office.context.db.updateTable('templates').set({ name: '舊名' }).where('id', '=', second.id).execute();
    const { status, body } = await office.district.as.secretariat.patch(`/api/templates/${second.id}`, {
      version: second.version,
      name: '舊名',
      corrections: [],
    });
    expect([status, body.name]).toEqual([200, first.name]);
  });
});
