import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { append } from '../../../server/events/append.ts';
import { verifyChain } from '../../../server/events/verify.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('the event chain on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const verify = () => verifyChain({ ...office.context, close: async () => {} });

  it('holds after many people have written at once', async () => {
    const { secretariat } = office.district.as;
    const before = (await verify()).events;
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, i) => secretariat.post('/api/units', { name: `第${i}小組` })),
    );
    expect(made.map(answer => answer.status)).toEqual(Array(30).fill(201));
    expect(await verify()).toEqual({ events: before + 30, broken: null });
  });

  it('keeps a change from happening when the log cannot be written', async () => {
    const { db } = office.context;
    const refused = db.transaction().execute(async tx => {
      await tx.updateTable('agencies').set({ name: '不應留下' }).where('id', '=', office.foreign.agency.id).execute();
      await tx.deleteFrom('eventChain').execute();
      await append(tx, office.context.engine, new Date(), { id: null, name: '' }, [{ action: 'a.b', resource: 'a' }]);
    });
    await expect(refused).rejects.toThrow();
    const { name } = await db
      .selectFrom('agencies')
      .select('name')
      .where('id', '=', office.foreign.agency.id)
      .executeTakeFirstOrThrow();
    expect(name).toBe('遠山縣政府');
  });

  it.each([
    [
      'altered',
      'altered',
      (id: number) => office.context.db.updateTable('events').set({ actorName: '別人' }).where('id', '=', id),
    ],
    [
      'relinked',
      'relinked',
      (id: number) =>
        office.context.db
          .updateTable('events')
          .set({ previousHash: 'f'.repeat(64) })
          .where('id', '=', id),
    ],
    ['removed', 'missing', (id: number) => office.context.db.deleteFrom('events').where('id', '=', id)],
  ] as const)('names the first link that was %s', async (_, why, tamper) => {
    const { db } = office.context;
    const { events } = await verify();
    const id = Math.floor(events / 2);
    const original = await db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await tamper(id).execute();
    expect(await verify()).toEqual({ events: id - 1, broken: { id, why } });
    await db.deleteFrom('events').where('id', '=', id).execute();
    await db.insertInto('events').values(original).execute();
    expect((await verify()).broken).toBeNull();
  });

  it('notices when its end was cut off', async () => {
    const { db } = office.context;
    const { events } = await verify();
    await db.deleteFrom('events').where('id', '=', events).execute();
    expect((await verify()).broken).toEqual({ id: events, why: 'missing' });
  });
});
