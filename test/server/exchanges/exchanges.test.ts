import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDetail, FieldChange, Report } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { copyRow, deleteRow, type Edit, editWorkbook, setCell, sortRows } from '../../support/excel-edits.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type OpenRound, openRound } from '../../support/open-round.ts';

const narrative = '辦理情形';

describe.each(engines)('exchanges on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const secretariat = () => office.district.as.secretariat;
  const upload = (bytes: Uint8Array, name = '自行檢核表.xlsx') =>
    secretariat().upload('/api/exchanges', [{ name, bytes }]);

  const issue = async (round: OpenRound): Promise<Uint8Array> => {
    const { body: form } = await secretariat().post('/api/forms', { roundId: round.round.id });
    return new Uint8Array((await secretariat().get(`/api/forms/${form.id}/file`)).raw);
  };
  const returned = async (issued: Uint8Array, ...edits: readonly Edit[]): Promise<ExchangeDetail> => {
    const { body, status } = await upload(await editWorkbook(issued, edits));
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };
  const reportNow = async ({ id }: Pick<Report, 'id'>): Promise<Report> =>
    (await secretariat().get(`/api/reports/${id}`)).body;
  const verb = ({ id, version }: ExchangeDetail, name: string, more: object = {}) =>
    secretariat().post(`/api/exchanges/${id}/${name}`, { version, ...more });
  const fieldOf = (exchange: ExchangeDetail, report: Report, field: FieldChange['field']) =>
    exchange.changes?.rows.find(row => row.reportId === report.id)?.fields.find(each => each.field === field);
  const keyOf = (exchange: ExchangeDetail, report: Report, field: string) =>
    `${exchange.changes?.rows.find(row => row.reportId === report.id)?.rowId}:${field}`;
  const editInConsole = async (report: Report, set: Partial<Report>) => {
    const { version } = await reportNow(report);
    const { status } = await office.district.as.officer.patch(`/api/reports/${report.id}`, { version, ...set });
    expect(status).toBe(200);
  };

  it('change nothing by being received; applying writes, undoing restores, and the log says each', async () => {
    const round = await openRound(office, office.district, 4, i =>
      i === 1 ? { state: 'pending', result: null, narrative: '' } : {},
    );
    const [first, second, third] = round.reports as [Report, Report, Report];
    const exchange = await returned(
      await issue(round),
      setCell('第1步：', narrative, '第1步改好了'),
      setCell('第2步：', narrative, '第2步開始辦理'),
      setCell('第2步：', '檢核結果', '已完成'),
    );
    expect(exchange).toMatchObject({
      state: 'previewed',
      counts: { rows: 4, changes: 3, conflicts: 0, notReturned: 0 },
    });
    expect((await reportNow(first)).version).toBe(1);

    const { body: applied } = await verb(exchange, 'apply');
    expect(applied.state).toBe('applied');
    expect(await reportNow(first)).toMatchObject({ narrative: '第1步改好了', result: 'ongoing', version: 2 });
    expect(await reportNow(second)).toMatchObject({ narrative: '第2步開始辦理', result: 'done', state: 'drafting' });
    expect((await reportNow(third)).version).toBe(1);
    const { body: history } = await secretariat().get(
      `/api/events?resource=reports&recordId=${first.id}&_sort=id&_order=desc&_limit=1`,
    );
    expect(history[0]).toMatchObject({
      action: 'reports.import',
      before: { narrative: '第1步原本的情形' },
      after: { narrative: '第1步改好了' },
    });

    const { body: undone } = await verb(applied, 'undo');
    expect(undone).toMatchObject({ state: 'undone', left: [] });
    expect(await reportNow(first)).toMatchObject({ narrative: '第1步原本的情形', result: 'ongoing' });
    expect(await reportNow(second)).toMatchObject({ narrative: '', result: null, state: 'pending' });
    expect((await verb(undone, 'undo')).body.code).toBe('illegal_transition');
  });

  it('make a conflict of what both sides changed, which waits for a person', async () => {
    const round = await openRound(office, office.district, 2);
    const [report] = round.reports as [Report];
    const issued = await issue(round);
    await editInConsole(report, { narrative: '系統上改的' });
    const exchange = await returned(issued, setCell('第1步：', narrative, 'Excel 上改的'));
    expect(fieldOf(exchange, report, 'narrative')).toMatchObject({
      outcome: 'conflict',
      why: 'bothChanged',
      base: '第1步原本的情形',
      ours: '系統上改的',
      theirs: 'Excel 上改的',
    });
    const early = await verb(exchange, 'apply');
    expect(early.status).toBe(409);
    expect(early.body.code).toBe('conflicts_unsettled');
    expect((await reportNow(report)).narrative).toBe('系統上改的');

    const decisions = { [keyOf(exchange, report, 'narrative')]: 'theirs' };
    const { body: settled } = await secretariat().patch(`/api/exchanges/${exchange.id}`, {
      version: exchange.version,
      decisions,
    });
    expect(settled.counts.unsettled).toBe(0);
    expect((await verb(settled, 'apply')).body.state).toBe('applied');
    expect((await reportNow(report)).narrative).toBe('Excel 上改的');
  });

  it('forget a decision when the report changes after it was made', async () => {
    const round = await openRound(office, office.district, 1);
    const [report] = round.reports as [Report];
    const issued = await issue(round);
    await editInConsole(report, { narrative: '系統第一版' });
    const exchange = await returned(issued, setCell('第1步：', narrative, '檔案版本'));
    const decisions = { [keyOf(exchange, report, 'narrative')]: 'theirs' };
    const { body: settled } = await secretariat().patch(`/api/exchanges/${exchange.id}`, {
      version: exchange.version,
      decisions,
    });
    await editInConsole(report, { narrative: '系統第二版' });
    expect((await verb(settled, 'apply')).body.code).toBe('conflicts_unsettled');
    expect((await reportNow(report)).narrative).toBe('系統第二版');
  });

  it('never write an accepted report', async () => {
    const round = await openRound(office, office.district, 1, () => ({ state: 'accepted' }));
    const [report] = round.reports as [Report];
    const exchange = await returned(await issue(round), setCell('第1步：', narrative, '想改已通過的'));
    expect(fieldOf(exchange, report, 'narrative')).toMatchObject({ outcome: 'conflict', why: 'locked' });
    const key = keyOf(exchange, report, 'narrative');
    const settle = (choice: string) =>
      secretariat().patch(`/api/exchanges/${exchange.id}`, { version: exchange.version, decisions: { [key]: choice } });
    expect((await settle('theirs')).body.code).toBe('decision_impossible');
    const { body: settled } = await settle('ours');
    expect((await verb(settled, 'apply')).status).toBe(200);
    expect(await reportNow(report)).toMatchObject({ narrative: '第1步原本的情形', version: 1 });
  });

  it('survive sorting, deleting and copying rows: what is missing is kept, what is doubled is blocked', async () => {
    const round = await openRound(office, office.district, 5);
    const exchange = await returned(
      await issue(round),
      setCell('第4步：', narrative, '第4步在 Excel 改的'),
      copyRow('第2步：'),
      deleteRow('第5步：'),
      sortRows('執行步驟', { descending: true }),
    );
    const status = (i: number) => exchange.changes?.rows.find(row => row.reportId === round.reports[i]!.id)?.status;
    expect([0, 1, 2, 3, 4].map(status)).toEqual(['matched', 'duplicated', 'matched', 'matched', 'notReturned']);
    await verb(exchange, 'apply');
    const now = await Promise.all(round.reports.map(reportNow));
    expect(now.map(report => report.version)).toEqual([1, 1, 1, 2, 1]);
  });

  it('of two people that edited copies of one form conflict only where both changed the same field', async () => {
    const round = await openRound(office, office.district, 3);
    const [first, second, third] = round.reports as [Report, Report, Report];
    const issued = await issue(round);
    const one = await returned(
      issued,
      setCell('第1步：', narrative, '甲寫的一'),
      setCell('第2步：', narrative, '甲寫的二'),
    );
    expect((await verb(one, 'apply')).status).toBe(200);
    const two = await returned(
      issued,
      setCell('第2步：', narrative, '乙寫的二'),
      setCell('第3步：', narrative, '乙寫的三'),
    );
    expect(fieldOf(two, first, 'narrative')?.outcome).toBe('ours');
    expect(fieldOf(two, second, 'narrative')?.outcome).toBe('conflict');
    expect(fieldOf(two, third, 'narrative')?.outcome).toBe('theirs');
  });

  it('undo leaves alone what somebody wrote since, and names it', async () => {
    const round = await openRound(office, office.district, 2);
    const [first, second] = round.reports as [Report, Report];
    const exchange = await returned(
      await issue(round),
      setCell('第1步：', narrative, '匯入一'),
      setCell('第2步：', narrative, '匯入二'),
    );
    const { body: applied } = await verb(exchange, 'apply');
    await editInConsole(second, { narrative: '匯入後又改' });
    const { body: undone } = await verb(applied, 'undo');
    expect((await reportNow(first)).narrative).toBe('第1步原本的情形');
    expect((await reportNow(second)).narrative).toBe('匯入後又改');
    expect(undone.left).toEqual([{ rowId: keyOf(exchange, second, '').split(':')[0], field: 'narrative' }]);
  });

  it('take the same file once, and say so; after undoing it may come again', async () => {
    const round = await openRound(office, office.district, 1);
    const bytes = await editWorkbook(await issue(round), [setCell('第1步：', narrative, '只算一次')]);
    const first = await upload(bytes);
    const again = await upload(bytes, '另一個檔名.xlsx');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers['x-already-received']).toBe('1');
    const { body: applied } = await verb(first.body, 'apply');
    expect((await upload(bytes)).body.id).toBe(first.body.id);
    await verb(applied, 'undo');
    const later = await upload(bytes);
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
  });

  it('that are rejected change nothing, and still show what they would have changed', async () => {
    const round = await openRound(office, office.district, 1);
    const exchange = await returned(await issue(round), setCell('第1步：', narrative, '不採用的內容'));
    expect((await verb(exchange, 'reject', { reason: ' ' })).status).toBe(400);
    const { body: rejected } = await verb(exchange, 'reject', { reason: '局端寄錯版本' });
    expect(rejected).toMatchObject({ state: 'rejected', stateReason: '局端寄錯版本' });
    expect(fieldOf(rejected, round.reports[0]!, 'narrative')?.theirs).toBe('不採用的內容');
    expect((await reportNow(round.reports[0]!)).version).toBe(1);
    expect((await verb(rejected, 'apply')).body.code).toBe('illegal_transition');
  });

  it('change nothing when a file comes back as it went out', async () => {
    const round = await openRound(office, office.district, 3);
    const { body } = await upload(await issue(round));
    expect(body.counts).toMatchObject({ rows: 3, changes: 0, conflicts: 0, notReturned: 0, strays: 0 });
  });

  it.each([
    ['a text file', '說明.txt', Buffer.from('這不是試算表'), 'not_a_workbook'],
    ['a broken zip', '壞掉.xlsx', Buffer.from('PK\u0003\u0004 broken'), 'workbook_corrupt'],
    [
      'an old workbook',
      '舊檔.xls',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]),
      /workbook/,
    ],
  ] as const)('keep %s as it came and say what is wrong with it', async (_, name, bytes, code) => {
    const { status, body } = await upload(bytes, name);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'received', changes: null, fileName: name });
    expect(body.problem.code).toMatch(code);
    const file = await secretariat().get(`/api/exchanges/${body.id}/file`);
    expect(file.raw.equals(bytes)).toBe(true);
    expect((await verb(body, 'apply')).status).toBe(409);
    expect((await verb(body, 'reject', { reason: '檔案不對' })).body.state).toBe('rejected');
  });

  it('refuse a form of another agency without telling of it', async () => {
    const round = await openRound(office, office.sibling, 1);
    const { body: form } = await office.sibling.as.secretariat.post('/api/forms', { roundId: round.round.id });
    const { raw } = await office.sibling.as.secretariat.get(`/api/forms/${form.id}/file`);
    const { body } = await upload(new Uint8Array(raw));
    expect(body).toMatchObject({ state: 'received', formId: null, changes: null, problem: { code: 'form_unknown' } });
  });

  it('are applied once when two people press the button together', async () => {
    const round = await openRound(office, office.district, 3);
    const exchange = await returned(await issue(round), setCell('第1步：', narrative, '同時按'));
    const answers = await Promise.all([verb(exchange, 'apply'), verb(exchange, 'apply'), verb(exchange, 'apply')]);
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409, 409]);
    expect((await reportNow(round.reports[0]!)).version).toBe(2);
  });

  it('issue no form for a round without reports in the chosen units', async () => {
    const round = await openRound(office, office.district, 1);
    const { body } = await secretariat().post('/api/forms', {
      roundId: round.round.id,
      unitIds: [office.district.units.社會課!.id],
    });
    expect(body.code).toBe('form_empty');
  });
});
