import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { foundAgencies, returnsDesk, written, zipped } from '../../support/returns-desk.ts';

/** As a bureau gets them from a whole city. */
const files = 400;
const agencies = 4;

describe.each(engines)('an archive of hundreds of files on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  it('is taken in whole, each file once, and applied once when two people press at the same moment', async () => {
    const asked = await desk.ask(
      (await foundAgencies(office, agencies)).map(({ id }) => id),
      2,
    );
    const answered = await Promise.all(
      asked.recipients.map(async (each, n) =>
        written(await desk.bytesFor(each), { 0: { result: '已完成', narrative: `第${n}所` } }),
      ),
    );
    const texts = Array.from({ length: files - agencies }, (_, n) => new TextEncoder().encode(`第${n}份不是活頁簿`));
    const entries: readonly (readonly [string, Uint8Array])[] = [
      ...answered.map((bytes, n) => [`回復/${n}.xlsx`, bytes] as const),
      ...texts.map((bytes, n) => [`其他/${n}.xlsx`, bytes] as const),
    ];
    const archive = { name: '全市回復.zip', bytes: zipped(Object.fromEntries(entries)) };

    const delivery = await desk.read(await desk.deliver(asked.collection, [archive]));
    expect(delivery).toMatchObject({ total: files, read: agencies, unreadable: files - agencies, repeated: 0 });
    const again = await desk.deliver(asked.collection, [
      { name: '再送.zip', bytes: zipped(Object.fromEntries(entries.slice(0, agencies))) },
    ]);
    expect(again).toMatchObject({ total: agencies, repeated: agencies });

    const other = await clientFor(office, office.bureau.users.secretariat.id);
    const url = `/api/collections/${asked.collection.id}/apply`;
    const both = await Promise.all([office.bureau.as.secretariat, other].map(each => each.post(url, {})));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(
      both.reduce((sum, { body }) => sum + body.applied, 0),
      'no file twice',
    ).toBe(agencies);
    const rows = await desk.rows(asked.collection);
    expect(rows.map(({ version }) => version)).toEqual(rows.map(() => 1));
    expect(rows).toHaveLength(agencies * 2);
    const events = (await office.bureau.as.secretariat.get('/api/events?action=collectionFiles.apply&_limit=100')).body;
    expect(events, 'one for each file').toHaveLength(agencies);
    const stranger = await office.foreign.as.secretariat.post(url, {});
    expect(stranger.status).toBe(404);
  });
});
