import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanItem } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addItem, draftPlan, itemsOf } from '../plans/build.ts';
import { printed, wholeness } from './wholeness.ts';

/** A tree as a child would draw it: names in lists of names. What the server keeps must always look the same. */
interface Drawn {
  readonly name: string;
  readonly children: Drawn[];
}

const lines = (nodes: readonly Drawn[], depth = 0): readonly string[] =>
  nodes.flatMap(node => ['　'.repeat(depth) + node.name, ...lines(node.children, depth + 1)]);

const has = (node: Drawn, wanted: Drawn): boolean => node === wanted || node.children.some(child => has(child, wanted));

const take = (siblings: Drawn[], wanted: Drawn): boolean => {
  const at = siblings.indexOf(wanted);
  if (at >= 0) siblings.splice(at, 1);
  return at >= 0 || siblings.some(node => take(node.children, wanted));
};

/** What a person does next; `node` and `parent` choose among what is there, the parent 0 being the top. */
const deed = fc.record({
  kind: fc.constantFrom('create', 'create', 'move', 'move', 'delete'),
  node: fc.nat(),
  parent: fc.nat(),
  index: fc.nat({ max: 6 }),
});

describe.each(engines)('the tree of a plan on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  it('stays whole and as drawn through any sequence of adding, moving and deleting', async () => {
    const by = office.district.as.secretariat;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async deeds => {
        const plan = await draftPlan(by);
        const top: Drawn = { name: '', children: [] };
        const all = (): readonly Drawn[] => {
          const below = (node: Drawn): readonly Drawn[] => [node, ...node.children.flatMap(below)];
          return below(top);
        };
        const rows = new Map<Drawn, PlanItem>();
        const version = async (row: PlanItem) => (await by.get(`/api/planItems/${row.id}`)).body.version;

        for (const [i, { kind, node, parent, index }] of deeds.entries()) {
          const nodes = all();
          const under = nodes[parent % nodes.length]!;
          const chosen = nodes.length > 1 ? nodes[1 + (node % (nodes.length - 1))]! : undefined;
          if (kind === 'create' || !chosen) {
            const drawn = { name: `第${i}`, children: [] };
            rows.set(drawn, await addItem(by, plan, rows.get(under) ?? null, { text: drawn.name, index }));
            under.children.splice(index, 0, drawn);
          } else if (kind === 'delete') {
            expect((await by.delete(`/api/planItems/${rows.get(chosen)!.id}`)).status).toBe(200);
            take(top.children, chosen);
          } else {
            const row = rows.get(chosen)!;
            const { status, body } = await by.post(`/api/planItems/${row.id}/move`, {
              version: await version(row),
              parentId: rows.get(under)?.id ?? null,
              index,
            });
            if (has(chosen, under)) expect(body.code).toBe('item_loop');
            else {
              expect(status).toBe(200);
              take(top.children, chosen);
              under.children.splice(index, 0, chosen);
            }
          }
        }
        const items = await itemsOf(by, plan);
        expect(wholeness(items)).toEqual([]);
        expect(printed(items)).toEqual(lines(top.children));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
