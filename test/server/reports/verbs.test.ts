import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportState, reportMachine, reportStates } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice, type Person } from '../../support/office.ts';
import { answered, inState, reading, reportLike } from './build.ts';

/** Who may use which verb on a report of 民政課. */
const holders: Readonly<Record<'submit' | 'endorse' | 'accept' | 'return' | 'reopen', readonly Person[]>> = {
  submit: ['officer', 'colleague', 'chief'],
  endorse: ['chief'],
  accept: ['secretariat'],
  return: ['secretariat', 'chief'],
  reopen: ['secretariat'],
};
const verbs = Object.keys(holders) as (keyof typeof holders)[];
const people: readonly Person[] = [
  'administrator',
  'secretariat',
  'chief',
  'officer',
  'colleague',
  'otherChief',
  'otherOfficer',
  'head',
  'auditor',
];

describe.each(engines)('verbs of a report on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const as = () => office.district.as;
  const use = (who: Person, verb: string, id: string, body: object = {}) =>
    as()[who].post(`/api/reports/${id}/${verb}`, { version: 1, reason: '理由', ...body });

  it.each(verbs)('%s works from the states the machine names and from no other', async verb => {
    for (const state of reportStates) {
      const { id } = await inState(office, state);
      const { status, body } = await use(holders[verb][0]!, verb, id);
      if (reportMachine.verbs[verb].from.includes(state)) expect(body.state).toBe(reportMachine.verbs[verb].to);
      else expect([status, body.code, body.details]).toEqual([409, 'illegal_transition', { state, verb }]);
    }
  });

  it.each(verbs)('%s is for those who hold it, in their own section and agency', async verb => {
    const from = reportMachine.verbs[verb].from[0] as ReportState;
    for (const person of people) {
      const report = await inState(office, from);
      const { status } = await use(person, verb, report.id);
      if (holders[verb].includes(person)) expect(status, person).toBe(200);
      else {
        expect([403, 404], person).toContain(status);
        expect(await reading(office, report.id)).toEqual(report);
      }
    }
    const report = await inState(office, from);
    for (const { as: theirs } of [office.sibling, office.foreign, office.bureau])
      for (const person of people) {
        const { status } = await theirs[person].post(`/api/reports/${report.id}/${verb}`, { version: 1, reason: 'x' });
        expect([403, 404], person).toContain(status);
      }
    expect(await reading(office, report.id)).toEqual(report);
  });

  it('refuse a stale version with the report as it is', async () => {
    const { id } = await inState(office, 'submitted');
    await use('chief', 'endorse', id);
    const { status, body } = await use('secretariat', 'accept', id);
    expect([status, body.code]).toEqual([409, 'stale_version']);
    expect(body.details.current).toEqual(await reading(office, id));
  });

  it('return and reopen only with a reason', async () => {
    const report = await inState(office, 'submitted');
    for (const reason of [undefined, '', ' \n '])
      expect((await use('secretariat', 'return', report.id, { reason })).body.code).toBe('reason_required');
    expect(await reading(office, report.id)).toEqual(report);
  });

  it('submit names everything that is missing, in the language of whoever asks', async () => {
    const { id } = await reportLike(office, { result: null, narrative: ' ' });
    const { status, body } = await use('officer', 'submit', id);
    expect([status, body.code]).toEqual([400, 'report_incomplete']);
    expect(body.message).toBe('尚未填寫：檢核結果、辦理情形。填報未送出，已填內容仍保留。');
    expect(body.details).toEqual([
      { field: 'result', problem: 'required' },
      { field: 'narrative', problem: 'required' },
    ]);
    const english = await as().officer.send({
      method: 'POST',
      url: `/api/reports/${id}/submit`,
      payload: { version: 1 },
      headers: { 'accept-language': 'en' },
    });
    expect(english.body.message).toContain('result, narrative');
  });

  it('submit asks for no narrative where the step does not apply', async () => {
    const { id } = await reportLike(office, {
      result: 'notApplicable',
      narrative: '',
      plannedProgress: 100,
      actualProgress: 0,
    });
    expect((await use('officer', 'submit', id)).body.state).toBe('submitted');
  });

  it('submit asks for cause and remedy from the agency’s own threshold on', async () => {
    const lagging = { ...answered, plannedProgress: 60, actualProgress: 50 };
    const { id } = await reportLike(office, lagging);
    const { status, body } = await use('officer', 'submit', id);
    expect([status, body.code]).toEqual([400, 'report_behind']);
    expect(body.message).toBe(
      '實際進度落後預定進度 10 個百分點，請填寫：落後原因、因應對策。填報未送出，已填內容仍保留。',
    );
    const explained = await reportLike(office, { ...lagging, delayCause: '人力不足', remedy: '增派人力' });
    expect((await use('officer', 'submit', explained.id)).status).toBe(200);
    const nearly = await reportLike(office, { ...lagging, actualProgress: 51 });
    expect((await use('officer', 'submit', nearly.id)).status).toBe(200);
  });
});
