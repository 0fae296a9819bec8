import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('agencies on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());
  const admin = () => office.bureau.as.administrator;

  it('move with all below them, and the bureau sees at once what came under it', async () => {
    const { agency } = office.foreign;
    const seen = async () => (await office.bureau.as.secretariat.get(`/api/agencies/${agency.id}`)).status;
    expect(await seen()).toBe(404);
    const under = await admin().patch(`/api/agencies/${agency.id}`, {
      version: 1,
      parentId: office.district.agency.id,
    });
    expect(under.status).toBe(200);
    expect(await seen()).toBe(200);
    await admin().patch(`/api/agencies/${agency.id}`, { version: 2, parentId: null });
    expect(await seen()).toBe(404);
  });

  it('never stand below themselves', async () => {
    const loop = await admin().patch(`/api/agencies/${office.bureau.agency.id}`, {
      version: 1,
      parentId: office.district.agency.id,
    });
    expect(loop.body.code).toBe('hierarchy_loop');
  });

  it('keep the table of ancestors true through any sequence of moves', async () => {
    const made: string[] = [];
    for (let i = 0; i < 6; i++) made.push((await admin().post('/api/agencies', { name: `移動機關${i}` })).body.id);
    const place = fc.integer({ min: 0, max: 5 });
    const moves = fc.array(fc.tuple(place, fc.option(place, { nil: null })), { minLength: 1, maxLength: 12 });
    const { db } = office.context;
    await fc.assert(
      fc.asyncProperty(moves, async sequence => {
        for (const [what, where] of sequence) {
          const id = made[what]!;
          const { body } = await admin().get(`/api/agencies/${id}`);
          await admin().patch(`/api/agencies/${id}`, {
            version: body.version,
            parentId: where === null ? null : made[where],
          });
        }
        const agencies = await db.selectFrom('agencies').select(['id', 'parentId']).execute();
        const parentOf = new Map(agencies.map(a => [a.id, a.parentId]));
        const wanted = agencies.flatMap(({ id }) => {
          const above: string[] = [];
          for (let up: string | null = id, depth = 0; up; up = parentOf.get(up) ?? null, depth++)
            above.push(`${id} ${up} ${depth}`);
          return above;
        });
        const rows = await db.selectFrom('agencyAncestors').selectAll().execute();
        const kept = rows.map(row => `${row.agencyId} ${row.ancestorId} ${row.depth}`);
        expect(kept.toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: 15 },
    );
  });
});
