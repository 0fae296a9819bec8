import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDetail, Form, Report, TemplateDetail } from '../../../sync/model/index.ts';
import { listForm, odsForm, otherWorkbook, type PrintedStep, tickForm } from '../../support/bureau-forms.ts';
import { engines } from '../../support/engines.ts';
import { type Edit, editWorkbook } from '../../support/excel-edits.ts';
import { exchangeDesk, rowOf } from '../../support/exchange-desk.ts';
import { type Office, openOffice, type Staffed } from '../../support/office.ts';
import { type OpenRound, openRound, shareStep } from '../../support/open-round.ts';

const topics = [
  '櫃檯輪值表之訂定與公告',
  '引導志工之排班與訓練',
  '電話禮貌抽測結果之檢討',
  '網站資訊更新之檢查',
  '陳情案件時效之管制',
];
const printedOf = ({ steps }: OpenRound): readonly PrintedStep[] =>
  steps.map(({ label, text }) => ({ label: label ?? '', text }));

/** Types a value at an address of the only sheet. */
const at =
  (address: string, value: ExcelJS.CellValue): Edit =>
  workbook => {
    workbook.worksheets[0]!.getCell(address).value = value;
  };

/** Puts whole rows into another order; they hold no merges. */
const reorder =
  (first: number, order: readonly number[]): Edit =>
  workbook => {
    const sheet = workbook.worksheets[0]!;
    const rows = order.map(i => Array.from({ length: 8 }, (_, c) => sheet.getCell(first + i, c + 1).value));
    for (const [i, values] of rows.entries())
      for (const [c, value] of values.entries()) sheet.getCell(first + i, c + 1).value = value;
  };

describe.each(engines)('forms that come back through a template on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const secretariat = () => office.district.as.secretariat;
  const opened = async (count: number, staffed: Staffed = office.district): Promise<OpenRound> => {
    const round = await openRound(office, staffed, count);
    // Topics of their own, so that rows can be told apart as those of real plans can.
    const steps = round.steps.map((step, i) => ({ ...step, text: topics[i]! }));
    for (const { id, text } of steps)
      await office.context.db.updateTable('planItems').set({ text }).where('id', '=', id).execute();
    return { ...round, steps };
  };
  const template = async (bytes: Uint8Array, name = '局版.xlsx', staffed: Staffed = office.district) => {
    const { status, body } = await staffed.as.secretariat.upload('/api/templates', [{ name, bytes }]);
    expect([200, 201], JSON.stringify(body)).toContain(status);
    return body as TemplateDetail;
  };
  const issue = async (round: OpenRound, templateId: string, staffed: Staffed = office.district) => {
    const client = staffed.as.secretariat;
    const { status, body } = await client.post('/api/forms', { roundId: round.round.id, templateId });
    expect(status, JSON.stringify(body)).toBe(201);
    const bytes = new Uint8Array((await client.get(`/api/forms/${body.id}/file`)).raw);
    return { form: body as Form, bytes };
  };
  const { receive, send, recognised, settle, reportNow } = exchangeDesk(secretariat);
  const outcomes = (exchange: ExchangeDetail) =>
    exchange.changes!.rows.flatMap(row =>
      row.fields
        .filter(({ outcome }) => outcome !== 'same')
        .map(({ field, outcome, theirs }) => [row.row, field, outcome, theirs]),
    );

  it('wait for a person to say which form they are, then for one to apply them', async () => {
    const round = await opened(3);
    const { id } = await template(await tickForm({ steps: printedOf(round) }));
    const { form, bytes } = await issue(round, id);
    const exchange = await receive(await editWorkbook(bytes, [at('D6', null), at('C6', 'V'), at('G7', '改寫的情形')]));
    expect(exchange).toMatchObject({ state: 'received', formId: null, changes: null, problem: null });
    expect(exchange.candidates[0]).toMatchObject({ formId: form.id, name: form.name, issuedAt: form.createdAt });
    expect(exchange.candidates[0]!.score).toBeGreaterThan(0.8);
    expect((await send(exchange, 'apply')).body.code).toBe('illegal_transition');
    expect((await reportNow(round.reports[0]!)).version).toBe(1);

    const preview = await recognised(exchange, form);
    expect(preview).toMatchObject({ state: 'previewed', formId: form.id, roundId: round.round.id, candidates: [] });
    expect(preview.counts).toMatchObject({ rows: 3, changes: 2, conflicts: 0, strays: 0, notReturned: 0 });
    expect(preview.changes!.rows.map(row => row.matchedBy)).toEqual(['text', 'text', 'text']);
    expect(outcomes(preview)).toEqual([
      [6, 'result', 'theirs', 'done'],
      [7, 'narrative', 'theirs', '改寫的情形'],
    ]);
    const { body: applied } = await send(preview, 'apply');
    expect(applied.state).toBe('applied');
    expect(await reportNow(round.reports[0]!)).toMatchObject({ result: 'done', narrative: '第1步原本的情形' });
    expect(await reportNow(round.reports[1]!)).toMatchObject({ result: 'ongoing', narrative: '改寫的情形' });
    expect((await reportNow(round.reports[2]!)).version).toBe(1);

    const { body: undone } = await send(applied, 'undo');
    expect(undone).toMatchObject({ state: 'undone', left: [] });
    expect(await reportNow(round.reports[0]!)).toMatchObject({ result: 'ongoing' });
    expect(await reportNow(round.reports[1]!)).toMatchObject({ narrative: '第2步原本的情形' });
    const { body: log } = await secretariat().get(`/api/events?resource=exchanges&recordId=${exchange.id}&_sort=id`);
    expect(log.map((event: { action: string }) => event.action)).toEqual([
      'exchanges.create',
      'exchanges.recognise',
      'exchanges.apply',
      'exchanges.undo',
    ]);
  });

  it('change nothing when they come back as they left', async () => {
    const round = await opened(3);
    await shareStep(office, office.district, round, round.steps[0]!, { result: 'done', narrative: '社會課的情形' });
    const { id } = await template(await listForm({ steps: printedOf(round) }));
    const { form, bytes } = await issue(round, id);
    const preview = await recognised(await receive(bytes), form);
    expect(outcomes(preview)).toEqual([]);
    expect(preview.counts).toMatchObject({ rows: 4, changes: 0, conflicts: 0, strays: 0, notReturned: 0 });
  });

  it('tell the round by what its reports said, where two went out through one template', async () => {
    const [one, other] = [await opened(3), await opened(3)];
    for (const report of other.reports)
      await office.context.db
        .updateTable('reports')
        .set({ narrative: `另一期 ${report.id.slice(-4)}` })
        .where('id', '=', report.id)
        .execute();
    const { id } = await template(await tickForm({ steps: printedOf(one), year: 116 }));
    const first = await issue(one, id);
    const second = await issue(other, id);
    const back = async (bytes: Uint8Array) =>
      (await receive(await editWorkbook(bytes, [at('H6', '註')]))).candidates[0]?.formId;
    expect(await back(first.bytes)).toBe(first.form.id);
    expect(await back(second.bytes)).toBe(second.form.id);
  });

  it('survive sorting, deleting, copying and rewording; what is doubtful is placed by a person', async () => {
    const round = await opened(5);
    const { id } = await template(await listForm({ steps: printedOf(round) }));
    const { form, bytes } = await issue(round, id);
    const edited = await editWorkbook(bytes, [
      workbook => workbook.worksheets[0]!.unMergeCells('A3:A7'),
      at('E4', '第二步改寫'),
      at('B7', '5.全部換成別的說法'),
      at('E7', '換了題目還是填了'),
      reorder(3, [3, 1, 0, 4]),
      workbook => workbook.worksheets[0]!.spliceRows(7, 1),
    ]);
    const preview = await recognised(await receive(edited), form);
    const status = (i: number) => rowOf(preview, round.reports[i]!).status;
    expect([0, 1, 2, 3, 4].map(status)).toEqual(['matched', 'matched', 'notReturned', 'matched', 'notReturned']);
    expect(outcomes(preview)).toEqual([[4, 'narrative', 'theirs', '第二步改寫']]);
    expect(preview.changes!.strays).toMatchObject([{ sheet: '檢核表', row: 6 }]);

    const target = rowOf(preview, round.reports[4]!).rowId;
    const { body: odd } = await settle(preview, { rows: { '檢核表!99': target, '檢核表!6': 'nobody' } });
    expect([odd.code, odd.details.issues.length]).toEqual(['decision_impossible', 2]);
    const { body: placed } = await settle(preview, { rows: { '檢核表!6': target } });
    expect(placed.changes.strays).toEqual([]);
    expect(rowOf(placed, round.reports[4]!)).toMatchObject({ status: 'matched', matchedBy: 'person', row: 6 });
    const { body: twice } = await settle(placed, { rows: { '檢核表!4': target } });
    expect(rowOf(twice, round.reports[4]!).status).toBe('duplicated');
    const { body: taken } = await settle(twice, { rows: { '檢核表!4': null } });
    expect(rowOf(taken, round.reports[1]!).status).toBe('notReturned');
    expect(taken.changes.strays).toHaveLength(1);
    const { body: back } = await settle(taken, { rows: { '檢核表!4': rowOf(preview, round.reports[1]!).rowId } });
    expect((await settle(taken, { rows: {} })).body.code).toBe('stale_version');
    expect((await send(back, 'apply')).body.state).toBe('applied');
    expect((await reportNow(round.reports[4]!)).narrative).toBe('換了題目還是填了');
    expect((await reportNow(round.reports[1]!)).narrative).toBe('第二步改寫');
    const { body: log } = await secretariat().get(
      `/api/events?recordId=${preview.id}&action=exchanges.settle&_sort=id`,
    );
    expect(log[0].after.rows).toEqual({ '檢核表!6': target });
  });

  it('take the sections of several units apart, and leave to a person what they said together', async () => {
    const round = await opened(2);
    const shared = await shareStep(office, office.district, round, round.steps[0]!, {
      result: 'ongoing',
      narrative: '社會課的',
    });
    const { id } = await template(await listForm({ steps: printedOf(round), year: 117 }));
    const { form, bytes } = await issue(round, id);
    const sections = '【民政課】\n第1步原本的情形\n【社會課】\n社會課改過的';
    const preview = await recognised(await receive(await editWorkbook(bytes, [at('E3', sections)])), form);
    expect(outcomes(preview)).toEqual([[3, 'narrative', 'theirs', '社會課改過的']]);
    const together = await recognised(
      await receive(await editWorkbook(bytes, [at('D3', '已完成'), at('E3', '兩課都辦好了')])),
      form,
    );
    for (const report of [round.reports[0]!, shared])
      expect(
        rowOf(together, report)
          .fields.filter(({ why }) => why === 'doubtful')
          .map(({ field }) => field),
      ).toEqual(['result', 'narrative']);
    expect((await send(together, 'apply')).body.code).toBe('conflicts_unsettled');
  });

  it('conflict with what was written meanwhile, and never touch an accepted report', async () => {
    const round = await opened(2);
    const { id } = await template(await tickForm({ steps: printedOf(round), year: 118 }));
    const { form, bytes } = await issue(round, id);
    const [first, second] = round.reports as [Report, Report];
    await office.district.as.officer.patch(`/api/reports/${first.id}`, { version: 1, narrative: '系統上改的' });
    await office.context.db.updateTable('reports').set({ state: 'accepted' }).where('id', '=', second.id).execute();
    const preview = await recognised(
      await receive(await editWorkbook(bytes, [at('G6', '紙上改的'), at('G7', '想改通過的')])),
      form,
    );
    const why = (report: Report) => rowOf(preview, report).fields.find(({ field }) => field === 'narrative')?.why;
    expect([why(first), why(second)]).toEqual(['bothChanged', 'locked']);
    expect((await send(preview, 'apply')).body.code).toBe('conflicts_unsettled');
    const decisions = {
      [`${rowOf(preview, first).rowId}:narrative`]: 'theirs',
      [`${rowOf(preview, second).rowId}:narrative`]: 'ours',
    };
    const { body: settled } = await settle(preview, { decisions });
    expect((await send(settled, 'apply')).status).toBe(200);
    expect((await reportNow(first)).narrative).toBe('紙上改的');
    expect((await reportNow(second)).narrative).toBe('第2步原本的情形');
  });

  it('are read as the template was when they left, whatever becomes of it', async () => {
    const round = await opened(2);
    const { id } = await template(await listForm({ steps: printedOf(round), year: 119 }));
    const { form, bytes } = await issue(round, id);
    const corrections = [{ sheet: '檢核表', columns: { narrative: { column: 'F', title: '備註' }, remarks: null } }];
    expect((await secretariat().patch(`/api/templates/${id}`, { version: 1, corrections })).status).toBe(200);
    const preview = await recognised(
      await receive(await editWorkbook(bytes, [at('E3', '情形改了'), at('F3', '註記')])),
      form,
    );
    expect(outcomes(preview)).toEqual([
      [3, 'narrative', 'theirs', '情形改了'],
      [3, 'remarks', 'theirs', '註記'],
    ]);
  });

  it('are recognised once, by whoever was first, and as a form of the agency alone', async () => {
    const round = await opened(2);
    const { id } = await template(await tickForm({ steps: printedOf(round), year: 120 }));
    const { form, bytes } = await issue(round, id);
    const exchange = await receive(await editWorkbook(bytes, [at('G6', '一起按')]));
    const theirs = await opened(1, office.foreign);
    const foreign = await issue(
      theirs,
      (await template(await tickForm({ steps: printedOf(theirs) }), 'x.xlsx', office.foreign)).id,
      office.foreign,
    );
    expect((await send(exchange, 'recognise', { formId: foreign.form.id })).body.code).toBe('foreign_reference');
    const outsider = office.foreign.as.secretariat;
    expect(
      (await outsider.post(`/api/exchanges/${exchange.id}/recognise`, { version: 1, formId: form.id })).status,
    ).toBe(404);
    const together = await Promise.all([1, 2, 3].map(() => send(exchange, 'recognise', { formId: form.id })));
    expect(together.map(answer => answer.status).toSorted()).toEqual([200, 409, 409]);
    const again = await secretariat().upload('/api/exchanges', [
      {
        name: '又一次.xlsx',
        bytes: new Uint8Array((await secretariat().get(`/api/exchanges/${exchange.id}/file`)).raw),
      },
    ]);
    expect([again.status, again.body.id]).toEqual([200, exchange.id]);
  });

  it('of somebody else, and what is no form at all, have no candidates and are kept with the reason', async () => {
    const theirs = await opened(3, office.foreign);
    const sent = await issue(
      theirs,
      (await template(await listForm({ steps: printedOf(theirs), narrative: '推動成果' }), 'y.xlsx', office.foreign))
        .id,
      office.foreign,
    );
    const { candidates } = await receive(sent.bytes, '別人的.xlsx');
    const mine = await office.context.db
      .selectFrom('forms')
      .select('id')
      .where('agencyId', '=', office.district.agency.id)
      .execute();
    expect(candidates.every(({ formId }) => mine.some(form => form.id === formId))).toBe(true);
    const other = await receive(await otherWorkbook(), '庫存.xlsx');
    expect(other).toMatchObject({ state: 'received', candidates: [], problem: { code: 'form_without_id' } });
  });

  it('come back as .ods too', async () => {
    const round = await opened(3);
    const { id } = await template(odsForm({ steps: printedOf(round) }), '檢核.ods');
    const { form, bytes } = await issue(round, id);
    const exchange = await receive(bytes, '回復.ods');
    expect(exchange.candidates.map(({ formId }) => formId)).toContain(form.id);
    const preview = await recognised(exchange, form);
    expect(preview.counts).toMatchObject({ rows: 3, changes: 0, conflicts: 0, strays: 0, notReturned: 0 });
  });
});
