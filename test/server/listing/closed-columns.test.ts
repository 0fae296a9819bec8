import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('columns that are hidden from colleagues on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
    const { as, users } = office.district;
    const { id, version } = users.chief;
    const { status } = await as.administrator.patch(`/api/users/${id}`, { email: 'secret@example.tw', version });
    expect(status).toBe(200);
  });
  afterAll(() => office.close());

  const asking = [
    'email=secret@example.tw',
    'email_like=secret',
    'lastLoginAt_gte=2000',
    '_sort=email',
    '_sort=lockedUntil',
  ];

  test.each(asking)('cannot be asked by: %s', async query => {
    const { as } = office.district;
    const { status, body } = await as.officer.get(`/api/users?${query}`);
    expect([status, body.code]).toEqual([400, 'unknown_parameter']);
    expect((await as.administrator.get(`/api/users?${query}`)).status).toBe(200);
  });

  test('are not searched', async () => {
    const { as, users } = office.district;
    const found = async (person: 'officer' | 'administrator') =>
      (await as[person].get('/api/users?q=SECRET@')).body.map((row: { id: string }) => row.id);
    expect(await found('administrator')).toEqual([users.chief.id]);
    expect(await found('officer')).toEqual([]);
  });
});
