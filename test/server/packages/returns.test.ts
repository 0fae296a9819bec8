import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type OpenRound, openRound } from '../../support/open-round.ts';
import { handIn, openParties, type Parties, pack, take } from '../../support/package-desk.ts';

const acceptedAt = '2025-06-01T00:00:00.000Z';

describe.each(engines)('what an agency reported reaches a bureau on another server, on $name', engine => {
  let parties: Parties;
  let round: OpenRound;

  beforeAll(async () => {
    parties = await openParties(engine);
    round = await openRound(parties.district.office, parties.district.staffed, 4, i =>
      i < 3 ? { state: 'accepted', acceptedAt, result: 'done', figures: [{ name: '件數', value: i, unit: '件' }] } : {},
    );
  }, 60_000);
  afterAll(() => parties?.close());

  const returns = () => pack(parties.district, { kind: 'returns', roundId: round.round.id });
  const copies = async (): Promise<readonly Report[]> => {
    const { body } = await parties.bureau.desk.get(`/api/reports?agencyId=${parties.bureau.peer.id}&_sort=narrative`);
    return body;
  };
  const rewrite = (report: Report, set: Partial<Report>) =>
    parties.district.office.context.db
      .updateTable('reports')
      .set(set as never)
      .where('id', '=', report.id)
      .execute();

  it('as reports of a subordinate, with everything that was accepted and nothing that was not', async () => {
    const bytes = await returns();
    const { status, body: waiting } = await handIn(parties.bureau, bytes);
    expect(status, JSON.stringify(waiting)).toBe(201);
    expect(waiting).toMatchObject({
      state: 'previewed',
      kind: 'returns',
      problem: null,
      peerAgencyId: parties.bureau.peer.id,
      leftOut: { unfinished: 1, personalData: 0 },
    });
    expect(await copies()).toEqual([]);
    const done = await parties.bureau.desk.post(`/api/packages/${waiting.id}/apply`, { version: waiting.version });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    const there = await copies();
    expect(there.map(({ narrative, result, state }) => [narrative, result, state])).toEqual(
      round.reports.slice(0, 3).map(({ narrative }) => [narrative, 'done', 'accepted']),
    );
    expect(there.map(({ figures }) => figures)).toEqual([0, 1, 2].map(value => [{ name: '件數', value, unit: '件' }]));
    expect(there.map(({ id }) => id).filter(id => round.reports.some(report => report.id === id))).toEqual([]);
    const { body: plans } = await parties.bureau.desk.get(`/api/plans?agencyId=${parties.bureau.peer.id}`);
    expect(plans).toMatchObject([{ title: round.plan.title, state: 'approved' }]);
    const again = await handIn(parties.bureau, bytes);
    expect([again.status, again.headers['x-already-received'], again.body.id]).toEqual([200, '1', waiting.id]);
  });

  it('and a newer package updates what it changed, in place', async () => {
    const [before] = await copies();
    await rewrite(round.reports[0]!, { narrative: '第1步補充後的情形', acceptedAt: '2025-06-02T00:00:00.000Z' });
    const done = await take(parties.bureau, await returns());
    expect(done.counts).toMatchObject({ fresh: 0, changes: 2, conflicts: 0 });
    const after = (await copies()).find(({ id }) => id === before!.id);
    expect(after).toMatchObject({ narrative: '第1步補充後的情形', version: before!.version + 1 });
    const { body: events } = await parties.bureau.staffed.as.administrator.get(
      `/api/events?recordId=${before!.id}&_sort=id`,
    );
    const [last] = events.slice(-1);
    expect(last).toMatchObject({ action: 'reports.import' });
    expect(last.after).toMatchObject({ narrative: '第1步補充後的情形' });
  });

  it('and undoing gives back what was there', async () => {
    const { body: list } = await parties.bureau.desk.get('/api/packages?state=applied&_sort=packedAt&_order=desc');
    const undone = await parties.bureau.desk.post(`/api/packages/${list[0].id}/undo`, { version: list[0].version });
    expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    expect(undone.body).toMatchObject({ state: 'undone', left: [] });
    expect((await copies()).map(({ narrative }) => narrative).sort()).toEqual(
      round.reports.slice(0, 3).map(r => r.narrative),
    );
    const first = await parties.bureau.desk.post(`/api/packages/${list[1].id}/undo`, { version: list[1].version });
    expect(first.body, JSON.stringify(first.body)).toMatchObject({ state: 'undone', left: [] });
    expect(await copies()).toEqual([]);
    const { body: plans } = await parties.bureau.desk.get(`/api/plans?agencyId=${parties.bureau.peer.id}`);
    expect(plans).toEqual([]);
  });
});
