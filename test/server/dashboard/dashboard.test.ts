import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardOf } from '../../../server/dashboard/service.ts';
import { dashboard } from '../../../sync/model/index.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type OpenRound, openRound } from '../../support/open-round.ts';
import { answered, untouched } from '../reports/build.ts';

/** Weeks go by in the test, but nobody was away. */
const stayLoggedIn = async ({ context }: Office) => {
  const lastSeenAt = context.now().toISOString();
  await context.db.updateTable('sessions').set({ lastSeenAt, expiresAt: '2026-01-01T00:00:00.000Z' }).execute();
};

describe.each(engines)('the dashboard on $name', engine => {
  let office: Office;
  let district: OpenRound;
  beforeAll(async () => {
    office = await openOffice(engine);
    const { units, users } = office.district;
    const social = { unitId: units.社會課!.id, officerId: users.otherOfficer.id };
    district = await openRound(
      office,
      office.district,
      6,
      i =>
        [
          untouched,
          { state: 'returned' as const, stateReason: '缺佐證', ...answered },
          { state: 'accepted' as const, ...answered },
          { state: 'submitted' as const, ...answered, plannedProgress: 60, actualProgress: 40 },
          { state: 'accepted' as const, ...answered, ...social },
          { state: 'drafting' as const, ...social },
        ][i]!,
    );
  });
  afterAll(() => office.close());

  const ask = async (by: { get: Office['stranger']['get'] }, query = '') =>
    (await by.get(`/api/dashboard${query}`)).body;
  const as = () => office.district.as;

  it('counts the open round by state, by light, and by top item and unit', async () => {
    const body = await ask(as().secretariat);
    expect(dashboard.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      roundId: district.round.id,
      totals: { total: 6, pending: 1, drafting: 1, submitted: 1, endorsed: 0, accepted: 2, returned: 1, overdue: 0 },
      lights: { green: 4, yellow: 1, red: 1 },
      overdue: [],
      returned: [district.reports[1]],
      deadlines: [{ roundId: district.round.id, title: '114年6月查核', dueDate: '2025-06-30', unfinished: 3 }],
    });
    const [top] = (await as().secretariat.get(`/api/planItems?planId=${district.plan.id}&depth=0`)).body;
    const cells = new Map(body.heat.map((cell: { unitId: string }) => [cell.unitId, cell]));
    expect(cells.get(office.district.units.民政課!.id)).toMatchObject({
      planItemId: top.id,
      total: 4,
      accepted: 1,
      submitted: 1,
      returned: 1,
      light: 'red',
    });
    expect(cells.get(office.district.units.社會課!.id)).toMatchObject({ total: 2, accepted: 1, light: 'green' });
    expect(cells.size).toBe(2);
  });

  it('calls a report late from the day after it was due, as days go in Taipei', async () => {
    const overdueAt = async (instant: string) => {
      office.clock.set(instant);
      await stayLoggedIn(office);
      return (await ask(as().secretariat)).totals.overdue;
    };
    expect(await overdueAt('2025-06-30T15:59:00.000Z')).toBe(0);
    expect(await overdueAt('2025-06-30T16:00:00.000Z')).toBe(3);
    const { overdue, lights } = await ask(as().secretariat);
    expect(overdue.map((report: { id: string }) => report.id).sort()).toEqual(
      [district.reports[0]!.id, district.reports[1]!.id, district.reports[5]!.id].sort(),
    );
    expect(lights.red).toBe(4);
  });

  it('shows sections what is theirs and bureaus what was accepted', async () => {
    expect((await ask(as().chief)).totals).toMatchObject({ total: 4, accepted: 1 });
    expect((await ask(as().otherOfficer)).totals).toMatchObject({ total: 2, accepted: 1 });
    expect((await ask(as().head)).totals.total).toBe(6);
    const above = await ask(office.bureau.as.head);
    expect(above.totals).toMatchObject({ total: 2, accepted: 2, pending: 0, returned: 0 });
    expect(above.deadlines).toMatchObject([{ unfinished: 0 }]);
    expect((await ask(office.foreign.as.head)).totals.total).toBe(0);
    expect((await as().administrator.get('/api/dashboard')).status).toBe(403);
  });

  it('is of one round when it is asked for, and of none that the person may not see', async () => {
    const own = await ask(as().officer, `?roundId=${district.round.id}`);
    expect(own).toMatchObject({ roundId: district.round.id, totals: { total: 4 } });
    const { status } = await office.foreign.as.secretariat.get(`/api/dashboard?roundId=${district.round.id}`);
    expect(status).toBe(404);
    expect((await as().officer.get('/api/dashboard?round=1')).status).toBe(400);
  });

  it('is an empty page before the first round', async () => {
    expect(await ask(office.sibling.as.secretariat)).toMatchObject({
      roundId: null,
      totals: { total: 0 },
      heat: [],
      deadlines: [],
    });
  });

  it('takes as many statements for a large round as for a small one', async () => {
    const statements = async () => {
      const watched = counted(office.context);
      await dashboardOf(watched.context, office.district.users.secretariat, undefined);
      return watched.count();
    };
    const small = await statements();
    await openRound(office, office.district, 80, i => (i % 2 ? untouched : { state: 'returned' }));
    expect(await statements()).toBe(small);
    const body = await ask(as().secretariat);
    expect([body.roundId, body.totals.total, body.returned.length, body.overdue.length]).toEqual([null, 86, 41, 50]);
  });
});
