import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excessOf, flatten } from '../../../server/plan-reading/flatten.ts';
import { inPrintedOrder, nest, type PlanItem, type PlanNode } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { wholeness } from '../plan-items/wholeness.ts';
import { itemsOf } from '../plans/build.ts';
import { planWorkbook } from '../reading/workbooks.ts';

const node = (text: string, ...children: readonly PlanNode[]): PlanNode => ({
  label: null,
  text,
  units: [],
  checkMonths: [],
  cadence: [],
  remarks: '',
  children,
});

const nodes: fc.Arbitrary<readonly PlanNode[]> = fc.letrec<{ node: PlanNode }>(tie => ({
  node: fc
    .tuple(
      fc.string(),
      fc.option(fc.constantFrom('一', '(一)', '1')),
      fc.constantFrom([], ['民政課'], ['各課室', '觀光課']),
      fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('node'), { maxLength: 4 })),
    )
    .map(([text, label, units, children]) => ({ ...node(text, ...children), label, units })),
})).node as never;
const trees = fc.array(nodes as unknown as fc.Arbitrary<PlanNode>, { maxLength: 5 });

/** Rows nested again and stripped of all that storing added. */
const unflatten = (rows: readonly Pick<PlanItem, 'id' | 'parentId' | 'position' | 'label' | 'text' | 'units'>[]) => {
  const strip = (branches: ReturnType<typeof nest<(typeof rows)[number]>>): readonly PlanNode[] =>
    branches.map(({ label, text, units, children }) => ({ ...node(text, ...strip(children)), label, units }));
  return strip(nest(rows));
};

describe('a tree as rows', () => {
  it('is the same tree when it is nested again, and whole', () => {
    fc.assert(
      fc.property(trees, tree => {
        const rows = flatten(tree, { agencyId: 'a', planId: 'p' });
        expect(unflatten(rows)).toEqual(tree);
        expect(wholeness(rows)).toEqual([]);
      }),
    );
  });

  it('comes in printed order, parents first, with ids that sort alike', () => {
    fc.assert(
      fc.property(trees, tree => {
        const rows = flatten(tree, { agencyId: 'a', planId: 'p' });
        expect(inPrintedOrder(rows)).toEqual(rows);
        expect(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows);
      }),
    );
  });

  it('is beyond measure when it is too deep or too large, whatever else it holds', () => {
    const measure = { deepest: 3, most: 6 };
    expect(excessOf([node('a', node('b', node('c')))], measure)).toBeNull();
    expect(excessOf([node('a', node('b', node('c', node('d'))))], measure)).toBe('too_deep');
    expect(
      excessOf(
        Array.from({ length: 7 }, () => node('a')),
        measure,
      ),
    ).toBe('too_many_items');
    for (const nonsense of [undefined, null, 'x', [null], [{ children: 'x' }], [[]]])
      expect(excessOf(nonsense, measure)).toBeNull();
  });
});

describe.each(engines)('importing a plan on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const send = (items: readonly PlanNode[], more: object = {}) =>
    secretariat().post('/api/plans/import', { year: 114, title: '匯入的計畫', items, ...more });
  const plansNow = async () => (await secretariat().get('/api/plans')).headers['x-total-count'];

  it('makes a draft of what was read, just as the preview showed it', async () => {
    const { body: reading } = await secretariat().upload('/api/plans/read', [
      { name: '計畫.xlsx', bytes: await planWorkbook() },
    ]);
    const { status, body: plan } = await send(reading.items, { sourceSha256: reading.sha256 });
    expect(status).toBe(201);
    expect(plan).toMatchObject({ state: 'draft', title: '匯入的計畫', agencyId: office.district.agency.id });
    const items = await itemsOf(secretariat(), plan);
    expect(wholeness(items)).toEqual([]);
    const texts = (list: readonly PlanNode[]): string[] => list.flatMap(n => [n.text, ...texts(n.children)]);
    expect(inPrintedOrder(items).map(item => item.text)).toEqual(texts(reading.items));
    const [event] = (await secretariat().get(`/api/events?recordId=${plan.id}&action=plans.import`)).body;
    expect(event.after).toEqual({ sourceSha256: reading.sha256, items: items.length });
  });

  it('takes 600 steps', async () => {
    const steps = (n: number) => Array.from({ length: n }, (_, i) => node(`步驟${i}：盤點現況並訂定改善做法`));
    const tree = Array.from({ length: 6 }, (_, i) =>
      node(`要項${i}`, ...Array.from({ length: 5 }, (_, j) => node(`重點${j}`, ...steps(20)))),
    );
    const { status, body } = await send(tree);
    expect(status).toBe(201);
    const items = await itemsOf(secretariat(), body);
    expect(items).toHaveLength(6 + 30 + 600);
    expect(wholeness(items)).toEqual([]);
  });

  it('leaves nothing behind when any of it is refused', async () => {
    const before = await plansNow();
    const deep = Array.from({ length: 30 }).reduce<PlanNode>(inner => node('層', inner), node('底'));
    const refusals = [
      await send([]),
      await send([deep]),
      await send(Array.from({ length: 101 }, () => node('多', ...Array.from({ length: 50 }, () => node('項'))))),
      await send([{ ...node('一'), checkMonths: [13] }]),
      await send([{ ...node('一'), state: 'approved' } as PlanNode]),
      await send([node('一')], { sourceSha256: 'f'.repeat(64) }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [400, 'invalid_input'],
      [400, 'too_deep'],
      [400, 'too_many_items'],
      [400, 'invalid_input'],
      [400, 'unknown_field'],
      [400, 'foreign_reference'],
    ]);
    expect(await plansNow()).toBe(before);
  });

  it('refuses a body that nests without end', async () => {
    const levels = 60_000;
    const { status, body } = await secretariat().send({
      method: 'POST',
      url: '/api/plans/import',
      headers: { 'content-type': 'application/json' },
      payload: `{"year":114,"title":"深","items":${'[{"children":'.repeat(levels)}[]${'}]'.repeat(levels)}}`,
    });
    expect([status, body.code]).toEqual([400, 'too_deep']);
  });

  it('refuses a body beyond the limit before reading it', async () => {
    const { status, body } = await send([node('文'.repeat(8000))].concat(Array(400).fill(node('文'.repeat(8000)))));
    expect([status, body.code]).toEqual([413, 'body_too_large']);
  });
});
