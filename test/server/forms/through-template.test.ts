import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswers } from '../../../sync/form/answers/index.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import type { Form, Issue, RowAnswer, TemplateDetail } from '../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../sync/sheet/index.ts';
import { listForm, odsForm, type PrintedStep, tickFirstRow, tickForm } from '../../support/bureau-forms.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type OpenRound, openRound, shareStep } from '../../support/open-round.ts';

const printed = (count: number, units = ''): readonly PrintedStep[] =>
  Array.from({ length: count }, (_, i) => ({ label: String(i + 1), text: `第${i + 1}步：檢視櫃臺作業`, units }));
const codesOf = (notices: readonly Issue[]): readonly string[] => [...new Set(notices.map(({ code }) => code))];

describe.each(engines)('forms on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const secretariat = () => office.district.as.secretariat;
  const template = async (bytes: Uint8Array, name = '局版.xlsx'): Promise<TemplateDetail> => {
    const { status, body } = await secretariat().upload('/api/templates', [{ name, bytes }]);
    expect([200, 201], JSON.stringify(body)).toContain(status);
    return body;
  };
  const issue = async ({ round }: OpenRound, templateId: string, more: object = {}): Promise<Form> => {
    const { status, body } = await secretariat().post('/api/forms', { roundId: round.id, templateId, ...more });
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };
  const fileOf = async ({ id, name }: Pick<Form, 'id' | 'name'>) => {
    const { raw, headers } = await secretariat().get(`/api/forms/${id}/file`);
    const read = readWorkbook(new Uint8Array(raw), name);
    if (!read.ok) throw new Error(read.issue.message);
    return { workbook: read.workbook, type: headers['content-type'] };
  };
  const answersIn = (workbook: Workbook): readonly RowAnswer[] =>
    readAnswers(workbook, profileForm(workbook)).answers.sheets.flatMap(sheet => sheet.rows);
  const cell = (workbook: Workbook, row: number, column: number) => workbook.sheets[0]?.anchor(row, column)?.text ?? '';

  it('go out through a template with every report in the row of its step', async () => {
    const round = await openRound(office, office.district, 3, i =>
      i === 1 ? { result: 'done', remarks: '附註' } : {},
    );
    const { id } = await template(await tickForm({ steps: printed(3) }));
    const form = await issue(round, id);
    expect(form).toMatchObject({ templateId: id, format: 'xlsx', rowCount: 3 });
    expect(form.name).toBe('清川市青田區公所114年6月查核_局版.xlsx');
    expect(codesOf(form.notices)).toEqual(['form_rows_unconfirmed']);
    const { workbook, type } = await fileOf(form);
    expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(answersIn(workbook)).toMatchObject([
      { row: 6, result: '辦理中', narrative: '第1步原本的情形' },
      { row: 7, result: '已完成', narrative: '第2步原本的情形', remarks: '附註' },
      { row: 8, result: '辦理中', narrative: '第3步原本的情形' },
    ]);
    expect([cell(workbook, 2, 2), cell(workbook, 3, 2)]).toEqual(['清川市青田區公所', '114年1月至6月']);
    expect(cell(workbook, tickFirstRow, 3)).toBe('');
    expect(cell(workbook, tickFirstRow, 4)).not.toBe('');
    const { body } = await secretariat().get(`/api/events?resource=forms&recordId=${form.id}&_sort=id`);
    expect(body[0]).toMatchObject({ action: 'forms.create', after: { templateId: id } });
  });

  it('keep the template’s format', async () => {
    const round = await openRound(office, office.district, 2);
    const { id } = await template(odsForm({ steps: printed(2) }), '檢核.ods');
    const form = await issue(round, id);
    expect(form).toMatchObject({ format: 'ods', name: '清川市青田區公所114年6月查核_檢核.ods' });
    const { workbook, type } = await fileOf(form);
    expect([workbook.format, type]).toEqual(['ods', 'application/vnd.oasis.opendocument.spreadsheet']);
    expect(answersIn(workbook).map(row => row.narrative)).toEqual(['第1步原本的情形', '第2步原本的情形']);
  });

  it('write several units of one step in one row, a section each, and their common result', async () => {
    const round = await openRound(office, office.district, 2);
    await shareStep(office, office.district, round, round.steps[0]!, { result: 'done', narrative: '社會課的情形' });
    await shareStep(office, office.district, round, round.steps[1]!, { result: 'ongoing' });
    const { id } = await template(await listForm({ steps: printed(2) }));
    const form = await issue(round, id);
    expect(form.rowCount).toBe(4);
    const [first, second] = answersIn((await fileOf(form)).workbook);
    expect(first).toMatchObject({
      result: '辦理中',
      narrative: '【民政課】\n第1步原本的情形\n【社會課】\n社會課的情形',
    });
    expect(second).toMatchObject({ result: '辦理中', narrative: '【民政課】\n第2步原本的情形\n【社會課】' });
  });

  it('give each unit its own row where the template prints one a unit', async () => {
    const round = await openRound(office, office.district, 1);
    await shareStep(office, office.district, round, round.steps[0]!, { narrative: '社會課的情形' });
    const [step] = printed(1);
    const { id } = await template(await listForm({ steps: ['社會課', '民政課'].map(units => ({ ...step!, units })) }));
    const rows = [3, 4].map(row => ({ sheet: '檢核表', row, planItemId: round.steps[0]!.id, confirmed: true }));
    await secretariat().send({
      method: 'PUT',
      url: `/api/templates/${id}/rows`,
      payload: { version: 1, planId: round.plan.id, rows },
    });
    const form = await issue(round, id);
    expect(form.notices).toEqual([]);
    expect(answersIn((await fileOf(form)).workbook).map(row => row.narrative)).toEqual([
      '社會課的情形',
      '第1步原本的情形',
    ]);
  });

  it('say which reports have no row, and take those of some units only when asked', async () => {
    const round = await openRound(office, office.district, 4);
    await shareStep(office, office.district, round, round.steps[0]!, { narrative: '社會課' });
    const { id } = await template(await tickForm({ steps: printed(2), year: 113 }));
    const form = await issue(round, id);
    const nowhere = form.notices.filter(({ code }) => code === 'form_report_nowhere');
    expect(nowhere.map(({ params }) => params?.step)).toEqual(['第3步：檢視櫃臺作業', '第4步：檢視櫃臺作業']);
    expect(form.rowCount).toBe(3);
    const part = await issue(round, id, { unitIds: [office.district.units.社會課!.id] });
    expect(part).toMatchObject({ rowCount: 1, unitIds: [office.district.units.社會課!.id] });
    expect(answersIn((await fileOf(part)).workbook).map(row => row.narrative)).toEqual(['社會課']);
  });

  it('say which cells were refused, as many as anybody reads, and take nothing for a change when they come back', async () => {
    const round = await openRound(office, office.district, 90, () => ({ remarks: '附註' }));
    const { id } = await template(await listForm({ steps: printed(90), locked: true }));
    const form = await issue(round, id);
    expect(form.notices).toHaveLength(201);
    expect(form.notices.filter(({ code }) => code === 'cell_locked').length).toBeGreaterThan(190);
    expect(form.notices.at(-1)?.code).toBe('form_notices_more');
    const { raw } = await secretariat().get(`/api/forms/${form.id}/file`);
    const { body: exchange } = await secretariat().upload('/api/exchanges', [
      { name: '回復.xlsx', bytes: new Uint8Array(raw) },
    ]);
    const { body: preview } = await secretariat().post(`/api/exchanges/${exchange.id}/recognise`, {
      version: exchange.version,
      formId: form.id,
    });
    expect(preview.counts).toMatchObject({ rows: 90, changes: 0, conflicts: 0 });
  });

  it('are not made through a template that is deleted meanwhile, nor is it deleted under them', async () => {
    const round = await openRound(office, office.district, 2);
    for (let turn = 0; turn < 6; turn++) {
      const { id } = await template(await tickForm({ steps: printed(2), year: 130 + turn }));
      const [sent, deleted] = await Promise.all([
        secretariat().post('/api/forms', { roundId: round.round.id, templateId: id }),
        secretariat().delete(`/api/templates/${id}`),
      ]);
      expect([`${sent.status} ${deleted.status}`]).toEqual([sent.status === 201 ? '201 409' : '404 200']);
    }
  });

  it('are refused where they cannot be made', async () => {
    const round = await openRound(office, office.district, 1);
    const elsewhere = [{ label: '1', text: '完全無關的題目，談別的事情' }];
    const { id } = await template(await listForm({ steps: elsewhere }));
    const send = (body: object) => secretariat().post('/api/forms', { roundId: round.round.id, ...body });
    expect((await send({ templateId: id })).body.code).toBe('template_rows_unmatched');
    expect((await send({ templateId: id, format: 'csv' })).body.code).toBe('form_format_of_template');
    expect((await send({ templateId: id, format: 'ods' })).body.code).toBe('template_rows_unmatched');
    expect((await send({ format: 'pdf' })).status).toBe(400);
    const { body: theirs } = await office.foreign.as.secretariat.upload('/api/templates', [
      { name: 'x.xlsx', bytes: await tickForm({ steps: printed(1) }) },
    ]);
    expect((await send({ templateId: theirs.id })).status).toBe(404);
  });

  it('keep their template from being deleted', async () => {
    const round = await openRound(office, office.district, 1);
    const { id } = await template(await tickForm({ steps: printed(1), year: 112 }));
    await issue(round, id);
    const { status, body } = await secretariat().delete(`/api/templates/${id}`);
    expect([status, body.code]).toEqual([409, 'in_use']);
    expect((await secretariat().get(`/api/templates/${id}`)).status).toBe(200);
    expect((await secretariat().get(`/api/forms?templateId=${id}`)).body).toHaveLength(1);
  });

  it.each([
    ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('are our own as .%s', async (format, type) => {
    const round = await openRound(office, office.district, 2);
    const { body: form } = await secretariat().post('/api/forms', { roundId: round.round.id, format });
    expect(form).toMatchObject({ format, templateId: null, name: `清川市青田區公所114年6月查核自行檢核表.${format}` });
    const { raw, headers } = await secretariat().get(`/api/forms/${form.id}/file`);
    expect(headers['content-type']).toBe(type);
    const back = await secretariat().upload('/api/exchanges', [{ name: form.name, bytes: new Uint8Array(raw) }]);
    expect(back.body).toMatchObject({
      state: 'previewed',
      formId: form.id,
      counts: { rows: 2, changes: 0, conflicts: 0 },
    });
  });
});
