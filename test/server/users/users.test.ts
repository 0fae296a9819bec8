import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('users on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());
  const admin = () => office.district.as.administrator;

  it('are made without a password, and get in by a one-time link', async () => {
    const { body: user, status } = await admin().post('/api/users', {
      account: 'New.Officer',
      name: '新進同仁',
      role: 'officer',
      unitId: office.district.units.民政課!.id,
    });
    expect(status).toBe(201);
    expect(user).toMatchObject({
      account: 'new.officer',
      agencyId: office.district.agency.id,
      mustChangePassword: true,
    });
    expect(user).not.toHaveProperty('passwordHash');
    expect((await office.stranger.post('/api/session', { account: 'new.officer', password: '' })).status).toBe(401);
    const { body: link } = await admin().post(`/api/users/${user.id}/resetLink`);
    await office.stranger.post('/api/password-reset', { token: link.token, newPassword: 'seven slow rivers' });
    const login = await office.stranger.post('/api/session', { account: 'new.officer', password: 'seven slow rivers' });
    expect(login.body.user.mustChangePassword).toBe(false);
  });

  it('of a section need a unit, and a unit of their own agency', async () => {
    const make = (more: object) =>
      admin().post('/api/users', { account: 'nobody.yet', name: '某人', role: 'chief', ...more });
    expect((await make({})).body.code).toBe('unit_required');
    expect((await make({ unitId: office.sibling.units.民政課!.id })).body.code).toBe('foreign_reference');
  });

  it('have accounts of their own', async () => {
    const { body } = await admin().post('/api/users', {
      account: office.district.users.head.account,
      name: '同名',
      role: 'head',
    });
    expect(body.code).toBe('account_taken');
  });

  it('show colleagues who they are, and only themselves and the administrator the rest', async () => {
    const { head } = office.district.users;
    await admin().patch(`/api/users/${head.id}`, { version: 1, email: 'head@example.org' });
    const seenBy = async (person: 'officer' | 'head' | 'administrator') =>
      (await office.district.as[person].get(`/api/users/${head.id}`)).body.email;
    expect(await Promise.all([seenBy('officer'), seenBy('head'), seenBy('administrator')])).toEqual([
      null,
      'head@example.org',
      'head@example.org',
    ]);
  });

  it('keep the last administrator', async () => {
    const everyone = [office.bureau, office.district, office.sibling, office.foreign];
    const others = everyone.slice(1).map(staffed => staffed.users.administrator);
    const last = office.bureau.as.administrator;
    for (const { id } of others)
      expect((await last.patch(`/api/users/${id}`, { version: 1, disabled: true })).status).toBe(200);
    const own = office.bureau.users.administrator;
    expect((await last.patch(`/api/users/${own.id}`, { version: 1, disabled: true })).body.code).toBe(
      'last_administrator',
    );
    expect((await last.patch(`/api/users/${own.id}`, { version: 1, role: 'head' })).body.code).toBe(
      'last_administrator',
    );
    expect((await last.get(`/api/users/${own.id}`)).body).toMatchObject({
      disabled: false,
      role: 'administrator',
      version: 1,
    });
  });
});
