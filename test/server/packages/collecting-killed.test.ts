import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketDetail } from '../../../sync/model/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { collectingParties } from '../../support/collection-parties.ts';
import { engines } from '../../support/engines.ts';
import { handIn, openParties, type Parties, type Party } from '../../support/package-desk.ts';
import { startServer } from '../../support/server-process.ts';

/** Kills fall within this time of a request, in ms. */
const span = 60;
const kills = 2;

describe.each(engines)('a server that is killed while a collection travels, on $name', engine => {
  let parties: Parties;
  const story = collectingParties(() => parties);
  beforeAll(async () => {
    parties = await openParties(engine);
  }, 60_000);
  afterAll(() => parties?.close());

  /** A desk that goes by the real clock, as the killed server does. */
  const realDesk = async ({ office, staffed }: Party): Promise<Client> => {
    const now = new Date().toISOString();
    office.clock.set(now);
    await office.context.db.updateTable('users').set({ passwordChangedAt: now }).execute();
    return clientFor(office, staffed.users.secretariat.id);
  };

  /** Asks a server of its own for something and kills it at some moment. */
  const killedDuring = async ({ office }: Party, desk: Client, { id, version }: PacketDetail, verb: string) => {
    const { dataDir, databaseUrl } = office.context.config;
    const server = await startServer({
      DATA_DIR: dataDir,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    });
    const headers = { cookie: desk.cookie, 'x-csrf-token': desk.csrfToken, 'content-type': 'application/json' };
    const body = JSON.stringify({ version });
    const asked = fetch(`${server.url}/api/packages/${id}/${verb}`, { method: 'POST', headers, body }).catch(
      () => null,
    );
    await Promise.race([asked, wait(span * Math.random())]);
    await server.kill();
  };
  const now = async (desk: Client, { id }: PacketDetail): Promise<PacketDetail> =>
    (await desk.get(`/api/packages/${id}`)).body;
  const done = async (desk: Client, packet: PacketDetail, verb: 'apply' | 'undo'): Promise<PacketDetail> => {
    const { status, body } = await desk.post(`/api/packages/${packet.id}/${verb}`, { version: packet.version });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  it('has taken what is asked, and what is handed in, wholly or not at all, and never twice', {
    timeout: 300_000,
  }, async () => {
    const asked = await story.ask();
    const [above, below] = [await realDesk(parties.bureau), await realDesk(parties.district)];
    parties = {
      ...parties,
      bureau: { ...parties.bureau, desk: above },
      district: { ...parties.district, desk: below },
    };
    const down = await story.down(asked);
    const { db } = parties.district.office.context;
    const there = async () => {
      const count = async (table: 'collections' | 'recipients' | 'collectionEditions' | 'collectionRows') =>
        (await db.selectFrom(table).selectAll().execute()).length;
      return [
        await count('collections'),
        await count('recipients'),
        await count('collectionEditions'),
        await count('collectionRows'),
      ];
    };
    const { body: waiting } = await handIn(parties.district, down);
    let packet: PacketDetail = waiting;
    for (let i = 0; i < kills; i++) {
      await killedDuring(parties.district, below, packet, packet.state === 'applied' ? 'undo' : 'apply');
      packet = await now(below, packet);
      expect(await there()).toEqual(packet.state === 'applied' ? [1, 1, 1, 3] : [0, 0, 0, 0]);
      // One that was undone is received anew.
      if (packet.state === 'undone') packet = (await handIn(parties.district, down)).body;
    }
    if (packet.state !== 'applied') packet = await done(below, packet, 'apply');
    const line = await story.line(packet);
    const bytes = await story.fill(line, { 0: { result: '已完成', narrative: '一' } });
    const up = await story.up(line);
    const files = async () => (await above.get(`/api/collectionFiles?collectionId=${asked.collection.id}`)).body;
    let collected: PacketDetail = (await handIn(parties.bureau, up)).body;
    for (let i = 0; i < kills; i++) {
      await killedDuring(parties.bureau, above, collected, collected.state === 'applied' ? 'undo' : 'apply');
      collected = await now(above, collected);
      expect(await files()).toHaveLength(collected.state === 'applied' ? 1 : 0);
      if (collected.state === 'undone') collected = (await handIn(parties.bureau, up)).body;
    }
    if (collected.state !== 'applied') await done(above, collected, 'apply');
    const [file] = await story.allRead(parties.bureau, asked.collection.id);
    expect(await files()).toHaveLength(1);
    expect((await above.get(`/api/collectionFiles/${file!.id}/file`)).raw.equals(Buffer.from(bytes))).toBe(true);
  });
});
