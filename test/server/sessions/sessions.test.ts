import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { everybodysPassword, type Office, openOffice } from '../../support/office.ts';

const minutes = (count: number) => count * 60_000;
const days = (count: number) => count * 86_400_000;

describe.each(engines)('sessions on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const logIn = (account: string, password: string) => office.stranger.post('/api/session', { account, password });
  const cookieOf = (headers: Readonly<Record<string, unknown>>) => String(headers['set-cookie']);

  it('begin with account and password, under a cookie that scripts and other sites cannot use', async () => {
    const { status, body, headers } = await logIn(office.district.users.head.account, everybodysPassword);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      agencyName: '清川市青田區公所',
      isBureau: false,
      isSubordinate: true,
      user: { role: 'head' },
    });
    expect(cookieOf(headers)).toMatch(/HttpOnly/);
    expect(cookieOf(headers)).toMatch(/SameSite=Strict/);
    expect(JSON.stringify(body)).not.toContain('passwordHash');
  });

  it('tell the bureau from its offices', async () => {
    const above = (await office.bureau.as.secretariat.get('/api/session')).body;
    expect(above).toMatchObject({ isBureau: true, isSubordinate: false });
    const below = (await office.district.as.secretariat.get('/api/session')).body;
    expect(below).toMatchObject({ isBureau: false, isSubordinate: true });
  });

  it('refuse a wrong password, an unknown and a disabled account in the same words', async () => {
    const { administrator } = office.bureau.as;
    const { colleague } = office.sibling.users;
    await administrator.patch(`/api/users/${colleague.id}`, { version: 1, disabled: true });
    const answers = await Promise.all([
      logIn(office.sibling.users.officer.account, 'not the password'),
      logIn('nobody.at.all', everybodysPassword),
      logIn(colleague.account, everybodysPassword),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ code: body.code, message: body.message }).toEqual({
        code: 'wrong_credentials',
        message: answers[0].body.message,
      });
    }
  });

  it('lock an account for 15 minutes after 5 failures, and count every refusal as an event', async () => {
    const { otherChief } = office.sibling.users;
    for (let i = 0; i < 5; i++) await logIn(otherChief.account, 'not the password');
    expect((await logIn(otherChief.account, everybodysPassword)).status).toBe(401);
    office.clock.advance(minutes(15) + 1);
    expect((await logIn(otherChief.account, everybodysPassword)).status).toBe(200);
    const { body } = await office.sibling.as.secretariat.get(
      `/api/events?action=session.refused&recordId=${otherChief.id}&_end=50`,
    );
    expect(body).toHaveLength(6);
  });

  it('end after 30 idle minutes, and after 12 hours whatever happens', async () => {
    const now = new Date('2025-06-03T00:00:00.000Z');
    office.clock.set(now.toISOString());
    const { otherOfficer } = office.sibling.users;
    const cookie = cookieOf((await logIn(otherOfficer.account, everybodysPassword)).headers).split(';')[0]!;
    const look = () => office.app.inject({ url: '/api/session', headers: { cookie } }).then(r => r.statusCode);
    office.clock.advance(minutes(29));
    expect(await look()).toBe(200);
    office.clock.advance(minutes(31));
    expect(await look()).toBe(401);

    const second = cookieOf((await logIn(otherOfficer.account, everybodysPassword)).headers).split(';')[0]!;
    const lookAgain = () =>
      office.app.inject({ url: '/api/session', headers: { cookie: second } }).then(r => r.statusCode);
    for (let spent = 0; spent < 12 * 60 - 25; spent += 25) {
      office.clock.advance(minutes(25));
      expect(await lookAgain()).toBe(200);
    }
    office.clock.advance(minutes(25));
    expect(await lookAgain()).toBe(401);
    office.clock.set('2025-06-02T01:00:00.000Z');
  });

  it('refuse unsafe requests without the page token', async () => {
    const { as } = office.district;
    const { statusCode } = await office.app.inject({
      method: 'POST',
      url: '/api/units',
      headers: { cookie: as.secretariat.cookie },
      payload: { name: '無權杖課' },
    });
    expect(statusCode).toBe(403);
    const { body } = await as.secretariat.get(
      '/api/units?name=無權杖課'.replace('無權杖課', encodeURIComponent('無權杖課')),
    );
    expect(body).toEqual([]);
  });

  it('are listed, and revoked by their owner alone', async () => {
    const { auditor, head } = office.foreign.as;
    const { body: mine } = await auditor.get('/api/openSessions');
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ current: true, userId: office.foreign.users.auditor.id });
    expect(mine[0]).not.toHaveProperty('tokenHash');
    expect((await head.delete(`/api/openSessions/${mine[0].id}`)).status).toBe(404);
    expect((await auditor.delete(`/api/openSessions/${mine[0].id}`)).status).toBe(200);
    expect((await auditor.get('/api/openSessions')).status).toBe(401);
  });

  it('end when the account is disabled', async () => {
    const { administrator, chief } = office.foreign.as;
    await administrator.patch(`/api/users/${office.foreign.users.chief.id}`, { version: 1, disabled: true });
    expect((await chief.get('/api/units')).status).toBe(401);
  });

  describe('passwords', () => {
    const fresh = 'three quiet herons';

    it('change with the present one, not within a day, and not to a recent or common one', async () => {
      const { officer } = office.foreign.as;
      const change = (currentPassword: string, newPassword: string) =>
        officer.post('/api/session/password', { currentPassword, newPassword });
      expect((await change(everybodysPassword, fresh)).body.code).toBe('password_too_young');
      office.clock.advance(days(1) + 1);
      expect((await officer.get('/api/session')).status).toBe(401);
    });

    it('that an administrator resets are set by a one-time link, and end every session', async () => {
      office.clock.set('2025-06-02T01:00:00.000Z');
      const { administrator, otherOfficer } = office.foreign.as;
      const person = office.foreign.users.otherOfficer;
      const { body: link } = await administrator.post(`/api/users/${person.id}/resetLink`);
      const reset = (newPassword: string) =>
        office.stranger.post('/api/password-reset', { token: link.token, newPassword });
      expect((await reset('short')).body.code).toBe('invalid_input');
      expect((await reset('qwertyuiop123')).body.code).toBe('password_weak');
      expect((await reset(fresh)).status).toBe(200);
      expect((await otherOfficer.get('/api/session')).status).toBe(401);
      expect((await reset('another heron yet')).body.code).toBe('wrong_token');
      expect((await logIn(person.account, fresh)).status).toBe(200);
      const again = await administrator.post(`/api/users/${person.id}/resetLink`);
      const reuse = await office.stranger.post('/api/password-reset', { token: again.body.token, newPassword: fresh });
      expect(reuse.body.code).toBe('password_reused');
    });

    it('older than 180 days must be changed before anything else', async () => {
      office.clock.advance(days(181));
      const { headers } = await logIn(office.foreign.users.head.account, everybodysPassword);
      const cookie = cookieOf(headers).split(';')[0]!;
      const look = async (url: string) => (await office.app.inject({ url, headers: { cookie } })).json();
      expect((await look('/api/session')).user.mustChangePassword).toBe(true);
      expect((await look('/api/units')).code).toBe('password_must_change');
    });
  });
});
