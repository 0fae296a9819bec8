import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inPrintedOrder, moves } from '../../../admin/plan-tree/outline/index.ts';
import { OverturnedError, type PlanEditor, planEditor, type Tree } from '../../../admin/plans/editor.ts';
import type { Plan, PlanItem } from '../../../sync/model/index.ts';
import type { Answer, Client } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

let office: Office;
let clerk: Client;
let plan: Plan;
let screen: readonly PlanItem[];
let editor: PlanEditor;

const must = ({ status, body }: Answer) => {
  if (status >= 400) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

const tree: Tree = {
  create: async item => must(await clerk.post('/api/planItems', { planId: plan.id, ...item })),
  edit: async (id, change) => must(await clerk.patch(`/api/planItems/${id}`, change)),
  move: async (id, to) => must(await clerk.post(`/api/planItems/${id}/move`, to)),
  remove: async id => must(await clerk.delete(`/api/planItems/${id}`)),
};

const stored = async (): Promise<readonly PlanItem[]> =>
  inPrintedOrder<PlanItem>((await clerk.get(`/api/planItems?planId=${plan.id}`)).body);

const drawn = (rows: readonly PlanItem[]): string =>
  rows.map(row => `${'  '.repeat(row.depth)}${row.label ?? '-'} ${row.text}`).join('\n');

/** The screen and the server must show the same tree. */
const both = async (): Promise<string> => {
  expect(drawn(screen)).toBe(drawn(await stored()));
  return drawn(screen);
};

const idOf = (text: string): string => screen.find(row => row.text === text)!.id;
const start = '一 便民\n  (一) 臨櫃\n    1 標示\n    2 引導\n  (二) 線上\n二 溝通';

beforeAll(async () => {
  office = await openOffice(engines[0]!);
  clerk = office.district.as.secretariat;
});
afterAll(() => office.close());

beforeEach(async () => {
  plan = must(await clerk.post('/api/plans', { year: 114, title: '為民服務計畫' }));
  screen = [];
  const rows = {
    read: () => screen,
    write: (next: readonly PlanItem[]) => {
      screen = next;
    },
  };
  editor = planEditor(rows, tree);
  const blank = { units: [], checkMonths: [], cadence: [], remarks: '' };
  const leaf = (label: string, text: string) => ({ ...blank, label, text, children: [] });
  await editor.paste(
    [
      {
        ...leaf('一', '便民'),
        children: [{ ...leaf('(一)', '臨櫃'), children: [leaf('1', '標示'), leaf('2', '引導')] }, leaf('(二)', '線上')],
      },
      leaf('二', '溝通'),
    ],
    { parentId: null, index: 0 },
  );
});

describe('changing a plan on the screen', () => {
  it('adds what was pasted', async () => {
    expect(await both()).toBe(start);
  });

  it('sends moves in the order they were made, without waiting for answers', async () => {
    const id = idOf('溝通');
    await Promise.all(
      (['indent', 'up', 'up', 'indent'] as const).flatMap(name => {
        const slot = moves[name](screen, id);
        return slot ? [editor.move(id, slot)] : [];
      }),
    );
    expect(await both()).toBe('一 便民\n  二 溝通\n  (一) 臨櫃\n    1 標示\n    2 引導\n  (二) 線上');
  });

  it('takes back every kind of change, the last first', async () => {
    const done = [
      await editor.edit(idOf('標示'), { text: '雙語標示', units: ['民政課'] }),
      await editor.move(idOf('線上'), { parentId: null, index: 0 }),
      await editor.renumber(idOf('線上')),
      await editor.remove(idOf('臨櫃')),
      await editor.add({ text: '電話' }, { parentId: idOf('便民'), index: 0 }),
    ];
    expect(await both()).toBe('(一) 線上\n(二) 便民\n  - 電話\n(三) 溝通');
    for (const one of done.toReversed()) await one.undo();
    expect(await both()).toBe(start);
  });

  it('puts a deleted row back under a row that was put back itself', async () => {
    const inner = await editor.remove(idOf('標示'));
    const outer = await editor.remove(idOf('便民'));
    await outer.undo();
    await inner.undo();
    expect(await both()).toBe(start);
  });

  it('refuses on somebody else’s edit, and sends nothing that was asked for after it', async () => {
    const id = idOf('標示');
    const row = screen.find(one => one.id === id)!;
    must(await office.district.as.secretariat.patch(`/api/planItems/${id}`, { version: row.version, text: '先到' }));
    const late = editor.edit(id, { text: '後到' });
    const after = editor.move(idOf('溝通'), { parentId: null, index: 0 });
    await expect(late).rejects.toThrow('stale_version');
    await expect(after).rejects.toThrow(OverturnedError);
    expect(drawn(await stored())).toBe(start.replace('標示', '先到'));
    screen = await stored();
    await editor.edit(id, { text: '再改' });
    expect(await both()).toBe(start.replace('標示', '再改'));
  });
});
