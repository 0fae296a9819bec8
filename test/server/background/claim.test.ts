import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claim, prolong } from '../../../server/background/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { foundAgencies, returnsDesk } from '../../support/returns-desk.ts';

const leaseMs = 10_000;

describe.each(engines)('work that servers take under a lease on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  beforeAll(async () => {
    office = await openOffice(engine);
    const agencies = await foundAgencies(office, 6);
    await desk.ask(agencies.map(({ id }) => id));
  });
  afterAll(() => office?.close());

  const open = sql<boolean>`1 = 1`;
  const take = (most: number) => claim(office.context, { table: 'recipients', open, most, leaseMs });
  const keep = (id: string, leaseUntil: string) => prolong(office.context, 'recipients', [id], leaseUntil, leaseMs);

  it('is taken by one of them, however many come at once, and by another when it is left', async () => {
    const taken = await Promise.all([take(2), take(2), take(2), take(2)]);
    const ids = taken.flatMap(each => each.ids);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    office.clock.advance(leaseMs - 1);
    expect((await take(6)).ids).toEqual([]);
    office.clock.advance(1);
    expect((await take(6)).ids).toEqual(ids.toSorted());
    office.clock.advance(leaseMs);
  });

  it('stays with whoever says so in time, and is lost to whoever does not', async () => {
    const { ids, leaseUntil } = await take(1);
    const [id] = ids;
    office.clock.advance(leaseMs - 1);
    const longer = await keep(id!, leaseUntil);
    expect(longer).not.toBeNull();
    office.clock.advance(leaseMs - 1);
    expect((await take(6)).ids).not.toContain(id);
    expect(await keep(id!, leaseUntil), 'the lease from before is over').toBeNull();
    office.clock.advance(1);
    expect((await take(6)).ids).toContain(id);
    expect(await keep(id!, longer!), 'somebody else has it').toBeNull();
  });
});
