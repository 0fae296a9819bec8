import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { openRound } from '../../support/open-round.ts';
import { answered, inState, reading, reportLike, untouched } from './build.ts';

describe.each(engines)('a report on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const as = () => office.district.as;
  const reasoned = { reason: '請補附會議紀錄' };

  it('goes from the officer through the chief to the secretariat, and to the bureau only when it was accepted', async () => {
    const { id } = await reportLike(office, untouched);
    const bureau = () => office.bureau.as.secretariat.get(`/api/reports/${id}`);
    const steps = [
      () => as().officer.patch(`/api/reports/${id}`, { version: 1, ...answered }),
      () => as().officer.post(`/api/reports/${id}/submit`, { version: 2 }),
      () => as().chief.post(`/api/reports/${id}/endorse`, { version: 3 }),
      () => as().secretariat.post(`/api/reports/${id}/accept`, { version: 4 }),
    ];
    const states: string[] = [];
    for (const step of steps) {
      expect((await bureau()).status).toBe(404);
      const { status, body } = await step();
      expect(status, JSON.stringify(body)).toBe(200);
      states.push(body.state);
    }
    expect(states).toEqual(['drafting', 'submitted', 'endorsed', 'accepted']);
    const at = office.context.now().toISOString();
    expect((await bureau()).body).toMatchObject({ ...answered, submittedAt: at, acceptedAt: at, version: 5 });

    const events = (await as().secretariat.get(`/api/events?recordId=${id}&_sort=id`)).body;
    expect(events.map((event: { action: string; actorId: string }) => [event.action, event.actorId])).toEqual([
      ['reports.create', 'founder'],
      ['reports.update', office.district.users.officer.id],
      ['reports.submit', office.district.users.officer.id],
      ['reports.endorse', office.district.users.chief.id],
      ['reports.accept', office.district.users.secretariat.id],
    ]);
    expect(events[1]).toMatchObject({ before: { state: 'pending' }, after: { state: 'drafting', ...answered } });
  });

  it('comes back with a reason, is revised and goes up again', async () => {
    const { id } = await inState(office, 'endorsed');
    const returned = await as().secretariat.post(`/api/reports/${id}/return`, { version: 1, ...reasoned });
    expect(returned.body).toMatchObject({ state: 'returned', stateReason: '請補附會議紀錄', version: 2 });

    const revised = await as().officer.patch(`/api/reports/${id}`, { version: 2, remarks: '已補附' });
    expect(revised.body).toMatchObject({ state: 'drafting', remarks: '已補附', stateReason: '請補附會議紀錄' });
    expect((await as().officer.post(`/api/reports/${id}/submit`, { version: 3 })).body.state).toBe('submitted');
  });

  it('never changes silently once it was accepted', async () => {
    const accepted = await inState(office, 'accepted');
    const { status, body } = await as().officer.patch(`/api/reports/${accepted.id}`, { version: 1, narrative: '改寫' });
    expect([status, body.code]).toEqual([409, 'report_locked']);
    expect(body.message).toContain('審核通過');
    expect(await reading(office, accepted.id)).toEqual(accepted);

    const unexplained = await as().secretariat.post(`/api/reports/${accepted.id}/reopen`, { version: 1, reason: ' ' });
    expect([unexplained.status, unexplained.body.code]).toEqual([400, 'reason_required']);
    const reopened = await as().secretariat.post(`/api/reports/${accepted.id}/reopen`, { version: 1, ...reasoned });
    expect(reopened.body).toMatchObject({ state: 'drafting', acceptedAt: null, stateReason: reasoned.reason });
    expect((await as().officer.patch(`/api/reports/${accepted.id}`, { version: 2, narrative: '改寫' })).status).toBe(
      200,
    );
  });

  it('is not returned by the chief who endorsed it', async () => {
    const { id } = await inState(office, 'endorsed');
    const { status, body } = await as().chief.post(`/api/reports/${id}/return`, { version: 1, ...reasoned });
    expect([status, body.code]).toEqual([409, 'illegal_transition']);
    const submitted = await inState(office, 'submitted');
    const before = await as().chief.post(`/api/reports/${submitted.id}/return`, { version: 1, ...reasoned });
    expect(before.body.state).toBe('returned');
  });

  it('can be corrected after its round was closed only when it was handed back', async () => {
    const { round, reports } = await openRound(
      office,
      office.district,
      3,
      i => [{ state: 'submitted' as const, ...answered }, untouched, answered][i]!,
    );
    await as().secretariat.post(`/api/rounds/${round.id}/close`, { version: 1 });
    const [sent, never, written] = reports;
    await as().secretariat.post(`/api/reports/${sent!.id}/return`, { version: 1, ...reasoned });
    expect((await as().officer.patch(`/api/reports/${sent!.id}`, { version: 2, remarks: '補正' })).status).toBe(200);
    expect((await as().officer.post(`/api/reports/${sent!.id}/submit`, { version: 3 })).status).toBe(200);
    expect((await as().officer.patch(`/api/reports/${never!.id}`, { version: 1, remarks: '遲來' })).body.code).toBe(
      'round_closed',
    );
    expect((await as().officer.post(`/api/reports/${written!.id}/submit`, { version: 1 })).body.code).toBe(
      'round_closed',
    );
  });
});
