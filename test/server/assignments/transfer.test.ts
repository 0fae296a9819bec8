import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment, User } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addItem, draftPlan } from '../plans/build.ts';

describe.each(engines)('transfer on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const transfer = (from: User, to: User | null, by = secretariat()) =>
    by.post('/api/assignments/transfer', { fromOfficerId: from.id, toOfficerId: to?.id ?? null });
  let leaver: User;
  let hired = 0;
  let mine: Assignment[];
  const now = async ({ id }: Assignment): Promise<Assignment> =>
    (await secretariat().get(`/api/assignments/${id}`)).body;

  beforeEach(async () => {
    const unitId = office.district.units.民政課!.id;
    const { body } = await office.district.as.administrator.post('/api/users', {
      account: `leaver.${++hired}`,
      name: '將離職者',
      role: 'officer',
      unitId,
    });
    leaver = body;
    mine = [];
    for (let i = 0; i < 3; i++) {
      const item = await addItem(secretariat(), await draftPlan(secretariat()), null);
      const wish = { planItemId: item.id, unitId, officerId: leaver.id };
      mine.push((await secretariat().post('/api/assignments', wish)).body);
    }
  });

  it('hands everything that a leaver has in hand to a colleague, with its history', async () => {
    const { colleague } = office.district.users;
    expect((await transfer(leaver, colleague)).body).toEqual({ transferred: 3 });
    for (const assignment of mine) {
      expect(await now(assignment)).toMatchObject({ officerId: colleague.id, version: 2 });
      const [event] = (await secretariat().get(`/api/events?recordId=${assignment.id}&action=assignments.transfer`))
        .body;
      expect([event.before, event.after]).toEqual([{ officerId: leaver.id }, { officerId: colleague.id }]);
    }
    expect((await transfer(leaver, colleague)).body).toEqual({ transferred: 0 });
  });

  it('leaves what has ended with whoever did it', async () => {
    await secretariat().post(`/api/assignments/${mine[0]!.id}/withdraw`, { version: 1, reason: '調整' });
    expect((await transfer(leaver, null)).body).toEqual({ transferred: 2 });
    expect((await now(mine[0]!)).officerId).toBe(leaver.id);
    expect((await now(mine[1]!)).officerId).toBeNull();
  });

  it('works for somebody whose account is disabled already', async () => {
    await office.district.as.administrator.patch(`/api/users/${leaver.id}`, { version: 1, disabled: true });
    expect((await transfer(leaver, office.district.users.officer)).body).toEqual({ transferred: 3 });
  });

  it('is refused as a whole when the successor is not of the unit', async () => {
    const refused = await transfer(leaver, office.district.users.otherOfficer);
    expect(refused.body.code).toBe('officer_unfit');
    expect((await transfer(leaver, office.sibling.users.officer)).body.code).toBe('foreign_reference');
    expect((await transfer(leaver, leaver)).body.code).toBe('same_officer');
    expect(await now(mine[0]!)).toEqual(mine[0]);
  });

  it('reaches as far as whoever does it', async () => {
    const { chief, otherChief, officer } = office.district.as;
    expect((await transfer(leaver, null, officer)).status).toBe(403);
    expect((await transfer(leaver, null, otherChief)).status).toBe(403);
    expect((await transfer(leaver, null, office.bureau.as.secretariat)).status).toBe(404);
    expect((await transfer(leaver, office.district.users.colleague, chief)).body).toEqual({ transferred: 3 });
  });
});
