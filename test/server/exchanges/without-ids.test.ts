import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDetail, Form, Report } from '../../../sync/model/index.ts';
import { listForm } from '../../support/bureau-forms.ts';
import { engines } from '../../support/engines.ts';
import {
  addRow,
  clearColumn,
  deleteRow,
  type Edit,
  editWorkbook,
  renameSheet,
  setCell,
  sortRows,
  stripIds,
  swapColumns,
} from '../../support/excel-edits.ts';
import { exchangeDesk, rowOf } from '../../support/exchange-desk.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type OpenRound, openRound, shareStep } from '../../support/open-round.ts';

const narrative = '辦理情形';
const stripped = { stripProperties: true };

describe.each(engines)('our own form without its ids on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const secretariat = () => office.district.as.secretariat;
  const issue = async ({ round }: OpenRound, body: object = {}) => {
    const { body: form } = await secretariat().post('/api/forms', { roundId: round.id, ...body });
    const { raw } = await secretariat().get(`/api/forms/${form.id}/file`);
    return { form: form as Form, bytes: new Uint8Array(raw) };
  };
  const { receive, send, recognised, settle, reportNow } = exchangeDesk(secretariat);
  const changed = (exchange: ExchangeDetail) =>
    exchange.changes!.rows.flatMap(({ fields }) =>
      fields.filter(({ outcome }) => outcome !== 'same').map(({ field, theirs }) => [field, theirs]),
    );
  const log = async ({ id }: ExchangeDetail) =>
    (await secretariat().get(`/api/events?resource=exchanges&recordId=${id}&_sort=id`)).body;

  it('is found among the issued forms, compared row by row, applied and undone', async () => {
    const round = await openRound(office, office.district, 3);
    const { form, bytes } = await issue(round);
    const edits: readonly Edit[] = [
      setCell('第2步：', narrative, '第2步改好了'),
      setCell('第3步：', '檢核結果', '已完成'),
      sortRows('執行步驟', { descending: true }),
      swapColumns(narrative, '備註'),
      stripIds,
      renameSheet('回復'),
    ];
    const exchange = await receive(await editWorkbook(bytes, edits, stripped));
    expect(exchange).toMatchObject({ state: 'received', formId: null, changes: null, problem: null });
    expect(exchange.candidates[0]).toMatchObject({ formId: form.id, name: form.name });
    expect(exchange.candidates[0]!.score).toBeGreaterThan(0.8);

    const preview = await recognised(exchange, form);
    expect(preview).toMatchObject({ state: 'previewed', formId: form.id, roundId: round.round.id, candidates: [] });
    expect(preview.counts).toMatchObject({ rows: 3, changes: 2, conflicts: 0, strays: 0, notReturned: 0 });
    expect(preview.changes!.rows.map(({ matchedBy }) => matchedBy)).toEqual(['text', 'text', 'text']);
    expect(changed(preview)).toEqual([
      ['narrative', '第2步改好了'],
      ['result', 'done'],
    ]);
    const { body: applied } = await send(preview, 'apply');
    expect((await reportNow(round.reports[1]!)).narrative).toBe('第2步改好了');
    await send(applied, 'undo');
    expect((await reportNow(round.reports[1]!)).narrative).toBe('第2步原本的情形');
  });

  it.each(['ods', 'csv'] as const)('as .%s is compared with what went out so', async format => {
    const round = await openRound(office, office.district, 3);
    const [own, other] = [await issue(round), await issue(round, { format })];
    const exchange = await receive(
      await editWorkbook(own.bytes, [setCell(1, narrative, `寫成 ${format}`), stripIds], stripped),
    );
    const preview = await recognised(exchange, other.form);
    expect(changed(preview)).toEqual([['narrative', `寫成 ${format}`]]);
    expect(preview.counts).toMatchObject({ rows: 3, strays: 0, notReturned: 0 });
  });

  it('tells apart the units of a step by their column, and asks a person where that is gone', async () => {
    const round = await openRound(office, office.district, 2);
    const shared = await shareStep(office, office.district, round, round.steps[0]!, { narrative: '社會課的情形' });
    const { form, bytes } = await issue(round);
    const edit = setCell('社會課', narrative, '社會課改過的');
    const whole = await recognised(await receive(await editWorkbook(bytes, [edit, stripIds], stripped)), form);
    expect(rowOf(whole, shared).fields.find(({ field }) => field === 'narrative')?.theirs).toBe('社會課改過的');
    expect(whole.counts).toMatchObject({ rows: 3, changes: 1, strays: 0 });

    const without = [edit, clearColumn('執行單位'), stripIds];
    const open = await recognised(await receive(await editWorkbook(bytes, without, stripped)), form);
    expect(open.counts).toMatchObject({ rows: 3, changes: 0, strays: 2, notReturned: 2 });
    const likely = [round.reports[0]!, shared].map(report => rowOf(open, report).rowId).toSorted();
    for (const { candidates } of open.changes!.strays)
      expect(candidates!.map(({ rowId }) => rowId).toSorted()).toEqual(likely);
    const [one, two] = open.changes!.strays.map(({ sheet, row }) => `${sheet}!${row}`);
    const { body: placed } = await settle(open, {
      rows: { [one!]: rowOf(open, round.reports[0]!).rowId, [two!]: rowOf(open, shared).rowId },
    });
    expect(placed.counts).toMatchObject({ changes: 1, strays: 0, notReturned: 0 });
    expect((await send(placed, 'apply')).body.state).toBe('applied');
    expect((await reportNow(shared)).narrative).toBe('社會課改過的');
  });

  it('lets a person place a row that belongs nowhere, and take it away again', async () => {
    const round = await openRound(office, office.district, 3);
    const { bytes } = await issue(round);
    const preview = await receive(
      await editWorkbook(bytes, [
        addRow('第3步：', {
          執行步驟: '另開新列寫的第三步',
          執行單位: '民政課',
          檢核結果: '辦理中',
          辦理情形: '手寫的一列',
        }),
        deleteRow('3.第3步：'),
      ]),
    );
    expect(preview).toMatchObject({ state: 'previewed', counts: { strays: 1, notReturned: 1, changes: 0 } });
    const [stray] = preview.changes!.strays;
    const [key, target] = [`${stray!.sheet}!${stray!.row}`, rowOf(preview, round.reports[2]!).rowId];
    const { body: odd } = await settle(preview, { rows: { [`${stray!.sheet}!99`]: target, [key]: 'nobody' } });
    expect([odd.code, odd.details.issues.length]).toEqual(['decision_impossible', 2]);
    const { body: placed } = await settle(preview, { rows: { [key]: target } });
    expect(rowOf(placed, round.reports[2]!)).toMatchObject({ status: 'matched', matchedBy: 'person' });
    expect(placed.counts).toMatchObject({ strays: 0, notReturned: 0, changes: 1 });
    const { body: away } = await settle(placed, { rows: { [key]: null } });
    expect(away.counts).toMatchObject({ strays: 1, notReturned: 1, changes: 0 });
    const { body: back } = await settle(away, { rows: { [key]: target } });
    expect((await send(back, 'apply')).body.state).toBe('applied');
    expect((await reportNow(round.reports[2]!)).narrative).toBe('手寫的一列');
  });

  it('is read as another form where a person says so: what was decided before is gone, and nothing is applied', async () => {
    const [first, second] = [await openRound(office, office.district, 2), await openRound(office, office.district, 2)];
    const [wrong, right] = [await issue(first), await issue(second)];
    const [theirs] = first.reports as [Report];
    await office.district.as.officer.patch(`/api/reports/${theirs.id}`, { version: 1, narrative: '系統上改的' });
    const bytes = await editWorkbook(wrong.bytes, [setCell('第1步：', narrative, '其實是另一期的')]);
    const before = await receive(bytes);
    expect(before).toMatchObject({ state: 'previewed', formId: wrong.form.id, counts: { conflicts: 1 } });
    const key = `${rowOf(before, theirs).rowId}:narrative`;
    const { body: decided } = await settle(before, { decisions: { [key]: 'theirs' } });
    expect(decided.counts.unsettled).toBe(0);

    expect((await send(before, 'recognise', { formId: right.form.id })).body.code).toBe('stale_version');
    const after = await recognised(decided, right.form);
    expect(after).toMatchObject({ state: 'previewed', formId: right.form.id, roundId: second.round.id, decisions: {} });
    expect(after.version).toBe(decided.version + 1);
    expect(after.changes!.rows.map(({ matchedBy }) => matchedBy)).toEqual(['text', 'text']);
    expect(after.changes!.issues.map(({ code }) => code)).toContain('form_read_as_other');
    expect(changed(after)).toEqual([['narrative', '其實是另一期的']]);
    expect((await reportNow(theirs)).narrative).toBe('系統上改的');
    expect((await reportNow(second.reports[0]!)).version).toBe(1);

    const back = await recognised(after, wrong.form);
    expect(back.changes!.rows.map(({ matchedBy }) => matchedBy)).toEqual(['id', 'id']);
    expect(back).toMatchObject({ decisions: {}, counts: { unsettled: 1 } });
    const again = await recognised(back, right.form);
    expect((await send(again, 'apply')).body.state).toBe('applied');
    expect((await reportNow(second.reports[0]!)).narrative).toBe('其實是另一期的');
    expect((await reportNow(theirs)).narrative).toBe('系統上改的');
    const { body: late } = await send({ ...again, version: again.version + 1 }, 'recognise', { formId: wrong.form.id });
    expect(late.code).toBe('illegal_transition');

    const events = await log(before);
    expect(events.map(({ action }: { action: string }) => action.replace('exchanges.', ''))).toEqual([
      'create',
      'settle',
      'recognise',
      'recognise',
      'recognise',
      'apply',
    ]);
    expect(events[2]).toMatchObject({
      before: { formId: wrong.form.id, decisions: { [key]: 'theirs' } },
      after: { formId: right.form.id, roundId: second.round.id },
    });
  });

  it('that is like none of the issued forms is what a person says it is, and every row is left to them', async () => {
    const round = await openRound(office, office.district, 2);
    const { form, bytes } = await issue(round);
    const retyped = ['訂定輪值名冊之備查', '召開聯繫會報之紀錄'].map((text, i) => setCell(i + 1, '執行步驟', text));
    const exchange = await receive(await editWorkbook(bytes, [...retyped, stripIds], stripped));
    expect(exchange).toMatchObject({ state: 'received', candidates: [], problem: { code: 'form_without_id' } });
    const preview = await recognised(exchange, form);
    expect(preview).toMatchObject({ problem: null, counts: { rows: 2, changes: 0, strays: 2, notReturned: 2 } });
  });

  it('may turn out to be one that went out through a template, and the other way', async () => {
    const round = await openRound(office, office.district, 2);
    const steps = round.steps.map(({ label, text }) => ({ label: label ?? '', text }));
    const { body: template } = await secretariat().upload('/api/templates', [
      { name: '局版.xlsx', bytes: await listForm({ steps }) },
    ]);
    const { form: own, bytes } = await issue(round);
    const { form: templated } = await issue(round, { templateId: template.id });
    const exchange = await receive(await editWorkbook(bytes, [setCell('第1步：', narrative, '兩種都讀得到')]));
    const through = await recognised(exchange, templated);
    expect(changed(through)).toEqual([['narrative', '兩種都讀得到']]);
    expect(changed(await recognised(through, own))).toEqual([['narrative', '兩種都讀得到']]);
  });
});
