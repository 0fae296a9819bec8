import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../../server/records/change.ts';
import { moveReports } from '../../../server/reports/service.ts';
import type { Report } from '../../../sync/model/index.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { answered, reading, reportsLike } from './build.ts';

const asked = ({ id, version }: Report) => ({ id, version });

describe.each(engines)('one verb on many reports on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const submitted = { state: 'submitted', ...answered } as const;
  const batch = (who: 'chief' | 'secretariat' | 'officer' | 'head', body: object) =>
    office.district.as[who].post('/api/reports/batch', body);

  it('does what can be done and says beside it what could not, and why', async () => {
    const [fine, wrong, stale] = await reportsLike(office, office.district, [
      submitted,
      { state: 'drafting' },
      submitted,
    ]);
    const [elsewhere] = await reportsLike(office, office.foreign, [submitted]);
    const reports = [asked(fine!), asked(wrong!), { id: stale!.id, version: 7 }, asked(elsewhere!)];
    const { status, body } = await batch('chief', { verb: 'endorse', reports });
    expect(status).toBe(200);
    expect(body.done).toMatchObject([{ id: fine!.id, state: 'endorsed', version: 2 }]);
    expect(body.done[0]).toEqual(await reading(office, fine!.id));
    const refused = body.refused.map((entry: { id: string; problem: { code: string } }) => [
      entry.id,
      entry.problem.code,
    ]);
    expect(refused).toEqual([
      [wrong!.id, 'illegal_transition'],
      [stale!.id, 'stale_version'],
      [elsewhere!.id, 'not_found'],
    ]);
    expect(body.refused[0].problem.message).toContain('填寫中');
    expect(body.refused[1].problem.details.current).toEqual(stale);
    expect(await reading(office, wrong!.id)).toEqual(wrong);
  });

  it('returns them all for the same reason, and none without one', async () => {
    const rows = await reportsLike(office, office.district, [submitted, { ...submitted, state: 'endorsed' }]);
    const reports = rows.map(asked);
    const unexplained = await batch('secretariat', { verb: 'return', reports });
    expect(unexplained.body.done).toEqual([]);
    expect(unexplained.body.refused[0].problem.code).toBe('reason_required');
    const { body } = await batch('secretariat', { verb: 'return', reports, reason: '缺少佐證' });
    expect(body.done).toMatchObject(rows.map(({ id }) => ({ id, state: 'returned', stateReason: '缺少佐證' })));
    for (const { id } of rows) {
      const [event] = (await office.district.as.auditor.get(`/api/events?recordId=${id}&action=reports.return`)).body;
      expect(event.after).toMatchObject({ state: 'returned', reason: '缺少佐證' });
    }
  });

  it('takes a report that is named twice once', async () => {
    const [report] = await reportsLike(office, office.district, [submitted]);
    const { body } = await batch('chief', { verb: 'endorse', reports: [asked(report!), asked(report!)] });
    expect([body.done.length, body.refused[0].problem.code]).toEqual([1, 'stale_version']);
  });

  it('gives nobody a right that they do not hold', async () => {
    const [report] = await reportsLike(office, office.district, [submitted]);
    const reports = [asked(report!)];
    expect((await batch('head', { verb: 'accept', reports })).status).toBe(403);
    const { body } = await batch('officer', { verb: 'endorse', reports });
    expect(body.refused[0].problem.code).toBe('not_allowed');
    expect(await reading(office, report!.id)).toEqual(report);
  });

  it('takes as many statements for many as for few', async () => {
    const statements = async (count: number) => {
      const rows = await reportsLike(office, office.district, Array(count).fill(submitted));
      const watched = counted(office.context);
      const { chief } = office.district.users;
      const { done } = await change(watched.context, chief, work => moveReports(work, 'endorse', rows.map(asked)));
      expect(done).toHaveLength(count);
      return watched.count();
    };
    expect(await statements(40)).toBe(await statements(2));
  });
});
