import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Decision, type PacketDetail, type PlanItem, packetKey } from '../../../sync/model/index.ts';
import type { Answer } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { openRound } from '../../support/open-round.ts';
import { handIn, openParties, type Parties, pack, take } from '../../support/package-desk.ts';

/** What people do with a plan that lives in two installations, between two packages. */
type Step =
  | { readonly who: 'bureau' | 'district'; readonly does: 'write'; readonly at: number; readonly text: string }
  | { readonly who: 'bureau' | 'district'; readonly does: 'add'; readonly at: number; readonly text: string }
  | { readonly who: 'district'; readonly does: 'delete'; readonly at: number };

const at = fc.nat(5);
const text = fc.constantFrom('甲案', '乙案', '丙案');
const who = fc.constantFrom('bureau' as const, 'district' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ who, does: fc.constant('write' as const), at, text }),
  fc.record({ who, does: fc.constant('add' as const), at, text }),
  fc.record({ who: fc.constant('district' as const), does: fc.constant('delete' as const), at }),
);
const days = fc.array(
  fc.record({ steps: fc.array(step, { maxLength: 5 }), choice: fc.constantFrom<Decision>('ours', 'theirs') }),
  { minLength: 2, maxLength: 4 },
);

const done = ({ status, body }: Answer) => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

/** What a person sees of a plan: its tree with every text, by id. */
type Seen = ReadonlyMap<string, Pick<PlanItem, 'parentId' | 'position' | 'text'>>;

describe.each(engines)('a plan that two installations go on writing, on $name', ({ name }) => {
  const engine = engines.find(one => one.name === name)!;
  let parties: Parties;
  beforeAll(async () => {
    parties = await openParties(engine);
  }, 60_000);
  afterAll(() => parties?.close());

  const itemsOf = async (planId: string): Promise<Seen> => {
    const items: readonly PlanItem[] = done(await parties.district.desk.get(`/api/planItems?planId=${planId}`));
    return new Map(items.map(({ id, parentId, position, text: said }) => [id, { parentId, position, text: said }]));
  };
  const verb = async ({ id, version }: PacketDetail, path: 'apply' | 'undo'): Promise<PacketDetail> =>
    done(await parties.district.desk.post(`/api/packages/${id}/${path}`, { version }));

  /** Settles every conflict alike, and says what the package would then write. */
  const settled = async (waiting: PacketDetail, choice: Decision, place?: 'draft') => {
    const keys = (waiting.rows ?? []).flatMap(row =>
      row.fields.filter(({ outcome }) => outcome === 'conflict').map(({ field }) => packetKey(row, field)),
    );
    if (keys.length === 0 && !place) return waiting;
    const decisions = Object.fromEntries(keys.map(key => [key, choice]));
    const body = { version: waiting.version, decisions, ...(place ? { place } : {}) };
    return done(await parties.district.desk.patch(`/api/packages/${waiting.id}`, body)) as PacketDetail;
  };

  it('loses no edit, and undoing gives back what stood', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(days, async story => {
        const { bureau, district } = parties;
        const { plan } = await openRound(bureau.office, bureau.staffed, 2);
        const send = () => pack(bureau, { kind: 'plan', planId: plan.id });
        const { body: first } = await handIn(district, await send());
        const begun = await verb(await settled(first, 'ours', 'draft'), 'apply');
        const planId = begun.planId!;
        /** What each side said of each item when they last agreed on what was said: by the bureau's id. */
        const said = new Map<string, string>();
        const bureauItems = async (): Promise<readonly PlanItem[]> =>
          done(await bureau.desk.get(`/api/planItems?planId=${plan.id}&_sort=depth,position`));
        const local = async (): Promise<ReadonlyMap<string, string>> => {
          const rows = await district.office.context.db
            .selectFrom('packageRows')
            .select(['foreignId', 'localId'])
            .where('resource', '=', 'planItems')
            .execute();
          return new Map(rows.map(({ foreignId, localId }) => [foreignId, localId]));
        };
        for (const { id, text: words } of await bureauItems()) said.set(id, words);

        for (const { steps, choice } of story) {
          for (const one of steps) {
            if (one.who === 'bureau') {
              const items = await bureauItems();
              const item = items[one.at % items.length]!;
              const { db } = bureau.office.context;
              if (one.does === 'write')
                await db.updateTable('planItems').set({ text: one.text }).where('id', '=', item.id).execute();
              else {
                const row = await db
                  .selectFrom('planItems')
                  .selectAll()
                  .where('id', '=', item.id)
                  .executeTakeFirstOrThrow();
                const under = items.filter(({ parentId }) => parentId === item.id).length;
                const fresh = { id: `${item.id.slice(0, 20)}-${said.size}-${one.at}-${items.length}`, text: one.text };
                await db
                  .insertInto('planItems')
                  .values({ ...row, ...fresh, parentId: item.id, position: under, depth: row.depth + 1 })
                  .execute();
              }
              continue;
            }
            const items: readonly PlanItem[] = done(
              await district.desk.get(`/api/planItems?planId=${planId}&_sort=depth,position`),
            );
            const item = items[one.at % Math.max(1, items.length)];
            if (!item) continue;
            if (one.does === 'write')
              done(await district.desk.patch(`/api/planItems/${item.id}`, { version: item.version, text: one.text }));
            else if (one.does === 'add')
              done(await district.desk.post('/api/planItems', { planId, parentId: item.id, text: one.text }));
            else done(await district.desk.delete(`/api/planItems/${item.id}`));
          }

          const before = await itemsOf(planId);
          const theirs = await bureauItems();
          const bytes = await send();
          const waiting: PacketDetail = done(await handIn(district, bytes));
          const ready = await settled(waiting, choice);
          expect(ready.counts.unsettled).toBe(0);
          const applied = await verb(ready, 'apply');
          const after = await itemsOf(planId);
          const ids = await local();

          for (const { id, text: words } of theirs) {
            const ours = before.get(ids.get(id) ?? '')?.text;
            const now = after.get(ids.get(id) ?? '')?.text;
            const base = said.get(id);
            if (base === undefined || ours === undefined) {
              // New, unless what it hangs from is gone here; deleted here, and stays so.
              expect(now === undefined || now === words).toBe(true);
              continue;
            }
            const expected =
              words === base ? ours : ours === base || ours === words ? words : choice === 'theirs' ? words : ours;
            expect(now).toBe(expected);
          }
          for (const id of before.keys()) expect(after.has(id), 'nothing of ours is removed').toBe(true);
          expect((await handIn(district, bytes)).status, 'the same again').toBe(200);

          const undone = await verb(applied, 'undo');
          expect(undone.left).toEqual([]);
          expect(await itemsOf(planId)).toEqual(before);
          const again: PacketDetail = done(await handIn(district, bytes));
          await verb(await settled(again, choice), 'apply');
          const redone = await itemsOf(planId);
          expect([...redone.values()].map(({ text: words }) => words).sort()).toEqual(
            [...after.values()].map(({ text: words }) => words).sort(),
          );
          for (const { id, text: words } of theirs) said.set(id, words);
        }
      }),
      { numRuns: engine.name === 'SQLite' ? 12 : 4 },
    );
  });
});

describe.each(engines)('two rounds of one plan, on $name', engine => {
  it('come to the same end in whatever order their packages arrive', { timeout: 180_000 }, async () => {
    const ends: unknown[] = [];
    const parties = await openParties(engine);
    try {
      const { bureau, district } = parties;
      const accepted = () => ({ state: 'accepted', acceptedAt: '2025-06-01T00:00:00.000Z' }) as const;
      const { plan, round, steps, reports } = await openRound(district.office, district.staffed, 3, accepted);
      const june = await pack(district, { kind: 'returns', roundId: round.id });
      const { db } = district.office.context;
      await db.updateTable('planItems').set({ text: '七月改寫的步驟' }).where('id', '=', steps[0]!.id).execute();
      const stored = await db.selectFrom('rounds').selectAll().where('id', '=', round.id).executeTakeFirstOrThrow();
      await db
        .insertInto('rounds')
        .values({ ...stored, id: 'july', title: '114年7月查核', month: 7 })
        .execute();
      for (const { id } of reports) {
        const row = await db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        const july = { id: `july-${id.slice(-8)}`, roundId: 'july', narrative: `${row.narrative}（七月）` };
        await db
          .insertInto('reports')
          .values({ ...row, ...july })
          .execute();
      }
      const july = await pack(district, { kind: 'returns', roundId: 'july' });
      for (const order of [
        [june, july],
        [july, june],
      ]) {
        const applied: PacketDetail[] = [];
        for (const bytes of order) applied.push(await take(bureau, bytes));
        const of = (path: string) => bureau.desk.get(`/api/${path}&agencyId=${bureau.peer.id}`).then(done);
        const items: readonly PlanItem[] = await of('planItems?_sort=depth,position');
        const copies: readonly { readonly narrative: string }[] = await of('reports?_sort=narrative');
        ends.push([
          (await of('plans?')).length,
          (await of('rounds?_sort=month')).map(({ title }: { title: string }) => title),
          items.map(({ text: words, depth, position }) => [depth, position, words]),
          copies.map(({ narrative }) => narrative),
        ]);
        expect(items).toHaveLength(5);
        expect(copies).toHaveLength(6);

        // What the second one stands on is not taken away with the first.
        const early = done(
          await bureau.desk.post(`/api/packages/${applied[0]!.id}/undo`, { version: applied[0]!.version }),
        );
        expect(early.left.map(({ resource }: { resource: string }) => resource)).toContain('plans');
        expect(await of('reports?')).toHaveLength(6);
        for (const table of ['packageRows', 'reports', 'rounds', 'assignments', 'planItems', 'plans', 'units'] as const)
          await bureau.office.context.db
            .deleteFrom(table)
            .$if(table !== 'packageRows', query => query.where('agencyId', '=', bureau.peer.id))
            .execute();
        await bureau.office.context.db.deleteFrom('packages').execute();
      }
      expect(ends[1]).toEqual(ends[0]);
      expect(plan.id).not.toBe('');
    } finally {
      await parties.close();
    }
  });
});
