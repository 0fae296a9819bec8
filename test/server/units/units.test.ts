import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('units on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  it('are listed in the order of the office, with the total', async () => {
    const { body, headers } = await office.district.as.officer.get('/api/units?_sort=position&_end=2');
    expect(body.map((unit: { name: string }) => unit.name)).toEqual(['秘書室', '民政課']);
    expect(headers['x-total-count']).toBe('3');
  });

  it('are made by the secretariat at the end of the list', async () => {
    const { status, body } = await office.district.as.secretariat.post('/api/units', { name: '役政災防課' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ position: 3, version: 1, disabled: false });
  });

  it('refuse a name that stands for every section, one that is taken, and fields that do not exist', async () => {
    const { secretariat } = office.district.as;
    expect((await secretariat.post('/api/units', { name: '各課室' })).body.code).toBe('unit_is_group');
    expect((await secretariat.post('/api/units', { name: '民政課' })).body.code).toBe('name_taken');
    expect((await secretariat.post('/api/units', { name: '新課', colour: 'red' })).body.code).toBe('unknown_field');
  });

  it('answer a stale edit with the current row and change nothing', async () => {
    const { secretariat } = office.sibling.as;
    const unit = office.sibling.units.社會課!;
    const first = await secretariat.patch(`/api/units/${unit.id}`, { version: 1, name: '社會人文課' });
    expect(first.body).toMatchObject({ version: 2, name: '社會人文課' });
    const second = await secretariat.patch(`/api/units/${unit.id}`, { version: 1, name: '別的名稱' });
    expect(second.status).toBe(409);
    expect(second.body.details.current).toMatchObject({ version: 2, name: '社會人文課' });
  });

  it('cannot be deleted while people belong to them, and can when they are empty', async () => {
    const { secretariat } = office.district.as;
    expect((await secretariat.delete(`/api/units/${office.district.units.民政課!.id}`)).body.code).toBe('in_use');
    const { body: empty } = await secretariat.post('/api/units', { name: '暫設小組' });
    expect((await secretariat.delete(`/api/units/${empty.id}`)).status).toBe(200);
    expect((await secretariat.get(`/api/units/${empty.id}`)).status).toBe(404);
  });

  it('leave an event with what changed for each edit', async () => {
    const { secretariat } = office.district.as;
    const { body: unit } = await secretariat.post('/api/units', { name: '人事室' });
    await secretariat.patch(`/api/units/${unit.id}`, { version: 1, aliases: ['人事'] });
    const { body } = await secretariat.get(`/api/events?resource=units&recordId=${unit.id}&_sort=id`);
    expect(body.map((e: { action: string }) => e.action)).toEqual(['units.create', 'units.update']);
    expect(body[1]).toMatchObject({ before: { aliases: [] }, after: { aliases: ['人事'] } });
  });
});
