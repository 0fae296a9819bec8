import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Collection,
  dayInTaipei,
  type OwnState,
  ownStateOn,
  ownStates,
  type Recipient,
  type Unsent,
} from '../../../sync/model/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { collectingParties } from '../../support/collection-parties.ts';
import { engines } from '../../support/engines.ts';
import { openParties, type Parties } from '../../support/package-desk.ts';

describe.each(engines)('what is asked of an agency, by where it stands, on $name', engine => {
  let parties: Parties;
  const story = collectingParties(() => parties);
  beforeAll(async () => {
    parties = await openParties(engine);
    desk = parties.district.desk;
  }, 60_000);
  afterAll(() => parties?.close());

  const brought = async (dueDate: string): Promise<Recipient> =>
    story.line(await story.takeDown(await story.down(await story.ask(1, { dueDate }))));
  let desk: Client;
  const today = () => dayInTaipei(parties.district.office.context.now());

  /** Where the console shows each line. */
  async function shown(): Promise<ReadonlyMap<string, OwnState>> {
    const lines: readonly Recipient[] = (await desk.get('/api/recipients?_sort=id&_limit=100')).body;
    const collections: readonly Collection[] = (await desk.get('/api/collections?_limit=100')).body;
    const unsent: readonly Unsent[] = (await desk.get('/api/recipients/unsent')).body;
    return new Map(
      lines.map(line => {
        const files = unsent.find(({ id }) => id === line.id)?.files ?? 0;
        return [line.id, ownStateOn(line, collections.find(({ id }) => id === line.collectionId)!, today(), files)];
      }),
    );
  }
  const listed = async (search: string) => {
    const { body, headers } = await desk.get(`/api/recipients?${search}&_sort=id`);
    return { ids: (body as readonly Recipient[]).map(({ id }) => id), total: Number(headers['x-total-count']) };
  };

  it('is listed under the state that it is shown in, and under no other', async () => {
    const late = await brought('2025-05-01');
    const open = await brought(today());
    const packed = await brought('2025-06-30');
    await story.fill(packed, { 0: { narrative: '已匯出' } });
    await story.takeUp(await story.up(packed));
    const kept = [await brought('2025-05-01'), await brought('2025-06-30'), await brought('2025-06-30')];
    for (const [n, line] of kept.entries()) await story.fill(line, { 0: { narrative: `尚未匯出${n}` } });

    const states = await shown();
    const expected: readonly (readonly [Recipient, OwnState])[] = [
      [late, 'overdue'],
      [open, 'notReturned'],
      [packed, 'returned'],
      ...kept.map(line => [line, 'unsent'] as const),
    ];
    expect(states).toEqual(new Map(expected.map(([{ id }, state]) => [id, state])));
    for (const state of ownStates) {
      const ids = [...states].filter(([, own]) => own === state).map(([id]) => id);
      expect(await listed(`ownState=${state}`), state).toEqual({ ids, total: ids.length });
    }
    const both = await listed('ownState=unsent&ownState=overdue');
    expect(both.total).toBe(4);

    const unsent = kept.map(({ id }) => id).toSorted();
    const pages = await Promise.all([0, 2].map(start => listed(`ownState=unsent&_start=${start}&_end=${start + 2}`)));
    expect(pages).toEqual([
      { ids: unsent.slice(0, 2), total: 3 },
      { ids: unsent.slice(2), total: 3 },
    ]);
    expect((await listed('ownState=unsent&state=returned')).total, 'beside the other filters').toBe(3);
  });

  it('is late from the day after the due date on', async () => {
    const line = await brought(today());
    expect((await listed('ownState=notReturned')).ids).toContain(line.id);
    const { office, staffed } = parties.district;
    office.clock.advance(24 * 60 * 60 * 1000);
    desk = await clientFor(office, staffed.users.secretariat.id);
    expect((await shown()).get(line.id)).toBe('overdue');
    expect((await listed('ownState=notReturned')).ids).not.toContain(line.id);
    expect((await listed('ownState=overdue')).ids).toContain(line.id);
  });

  it('is no affair of the bureau, and has no other states', async () => {
    const { office, staffed } = parties.bureau;
    const seen = await (await clientFor(office, staffed.users.secretariat.id)).get('/api/recipients?ownState=unsent');
    expect([seen.status, seen.body]).toEqual([200, []]);
    const refused = await desk.get('/api/recipients?ownState=gone');
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_input']);
  });
});
