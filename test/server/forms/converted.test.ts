import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDetail, Form, TemplateDetail } from '../../../sync/model/index.ts';
import { patchWorkbook, readWorkbook } from '../../../sync/sheet/index.ts';
import { convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { listForm, odsForm, type PrintedStep, tickForm } from '../../support/bureau-forms.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { openRound, shareStep } from '../../support/open-round.ts';

const soffice = findSoffice();
const steps: readonly PrintedStep[] = [1, 2, 3].map(n => ({ label: String(n), text: `第${n}步：檢視櫃臺作業` }));

interface Journey {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly to: 'xlsx' | 'ods';
  readonly type: string;
}

const office97 = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const openDocument = 'application/vnd.oasis.opendocument.spreadsheet';
const journeys: readonly Journey[] = [
  { name: '勾選.xlsx', bytes: () => tickForm({ steps }), to: 'ods', type: openDocument },
  { name: '選單.xlsx', bytes: () => listForm({ steps }), to: 'ods', type: openDocument },
  { name: '開放格式.ods', bytes: async () => odsForm({ steps }), to: 'xlsx', type: office97 },
];

// Only a machine with LibreOffice converts; without it the console shows the choice with the reason why it cannot be made.
describe.runIf(soffice)('forms sent through a template in another format', { timeout: 180_000 }, () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engines[0]!);
  });
  afterAll(() => office?.close());
  const secretariat = () => office.district.as.secretariat;

  it('may be asked for where LibreOffice is', async () => {
    expect((await secretariat().get('/api/forms/conversion')).body).toEqual({ available: true });
  });

  it.each(journeys)('$name goes out as .$to, comes back so, and every row is known', async journey => {
    const round = await openRound(office, office.district, 3);
    const shared = await shareStep(office, office.district, round, round.steps[2]!, { narrative: '社會課的情形' });
    const { body } = await secretariat().upload('/api/templates', [
      { name: journey.name, bytes: await journey.bytes() },
    ]);
    const template: TemplateDetail = body;
    const order = { roundId: round.round.id, templateId: template.id };
    const refused = await secretariat().post('/api/forms', { ...order, format: 'csv' });
    expect(refused.body).toMatchObject({ code: 'form_format_of_template' });
    const sent = await secretariat().post('/api/forms', { ...order, format: journey.to });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    const form: Form = sent.body;
    expect(form).toMatchObject({ format: journey.to, templateId: template.id, rowCount: 4 });
    expect(form.name).toMatch(new RegExp(`\\.${journey.to}$`));
    expect(form.notices.map(({ code }) => code)).toContain('form_converted');

    const { raw, headers } = await secretariat().get(`/api/forms/${form.id}/file`);
    expect(headers['content-type']).toBe(journey.type);
    const issued = new Uint8Array(raw);
    const read = readWorkbook(issued, form.name);
    if (!read.ok) throw new Error(read.issue.message);
    expect(read.workbook.format).toBe(journey.to);

    const sheet = read.workbook.sheets[0]!;
    const written = sheet.rows.flatMap(({ cells }) => cells).find(({ text }) => text === '第2步原本的情形')!;
    const edited = patchWorkbook(issued, form.name, [
      { sheet: sheet.name, row: written.row, column: written.column, value: { kind: 'text', value: '第2步改好了' } },
    ]);
    if (!edited.ok) throw new Error(edited.issue.message);
    const saved = await convert(edited.bytes, form.name, journey.to);
    if (!saved.ok) throw new Error(saved.issue.message);
    const { body: exchange } = await secretariat().upload('/api/exchanges', [
      { name: `回復.${journey.to}`, bytes: saved.bytes },
    ]);
    expect(exchange.candidates.map(({ formId }: { formId: string }) => formId)).toContain(form.id);
    const answer = await secretariat().post(`/api/exchanges/${exchange.id}/recognise`, { version: 1, formId: form.id });
    const preview: ExchangeDetail = answer.body;
    expect(preview.counts).toMatchObject({ rows: 4, changes: 1, conflicts: 0, strays: 0, notReturned: 0 });
    expect(
      preview.changes!.rows.flatMap(({ reportId, fields }) =>
        fields.filter(({ outcome }) => outcome !== 'same').map(({ field, theirs }) => [reportId, field, theirs]),
      ),
    ).toEqual([[round.reports[1]!.id, 'narrative', '第2步改好了']]);
    const { body: applied } = await secretariat().post(`/api/exchanges/${preview.id}/apply`, {
      version: preview.version,
    });
    expect(applied.state).toBe('applied');
    expect((await secretariat().get(`/api/reports/${shared.id}`)).body.version).toBe(1);
  });

  it('keeps the template’s own format where that is asked for by name', async () => {
    const round = await openRound(office, office.district, 3);
    const { body: template } = await secretariat().upload('/api/templates', [
      { name: '原樣.xlsx', bytes: await listForm({ steps, year: 113 }) },
    ]);
    const { body: form } = await secretariat().post('/api/forms', {
      roundId: round.round.id,
      templateId: template.id,
      format: 'xlsx',
    });
    expect(form.format).toBe('xlsx');
    expect(form.notices.map(({ code }: { code: string }) => code)).not.toContain('form_converted');
  });
});
