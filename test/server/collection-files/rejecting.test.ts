import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionFile, DeliveryAnswer, Event, FilesRejected } from '../../../sync/model/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, foundAgencies, returnsDesk, written } from '../../support/returns-desk.ts';

const reason = '請以原表單填寫後重送';

describe.each(engines)('files that are turned down together on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  beforeAll(async () => {
    office = await openOffice(engine);
  }, 60_000);
  afterAll(() => office?.close());

  const ask = () => desk.ask([office.district.agency.id, office.sibling.agency.id], 2);
  const reject = (
    { collection }: Pick<Asked, 'collection'>,
    files: readonly Pick<CollectionFile, 'id' | 'version'>[],
    client: Client = office.bureau.as.secretariat,
    why = reason,
  ) =>
    client.post(`/api/collections/${collection.id}/reject`, {
      reason: why,
      files: files.map(({ id, version }) => ({ id, version })),
    });
  /** So many files that are no workbooks, read. */
  const unreadable = async ({ collection }: Asked, count: number) => {
    const bytes = (n: number) => new TextEncoder().encode(`第${n}份不是活頁簿`);
    const files = Array.from({ length: count }, (_, n) => ({ name: `掃描${n}.xlsx`, bytes: bytes(n) }));
    await desk.read(await desk.deliver(collection, files));
    return { files, came: (await desk.files(collection)).filter(({ state }) => state === 'unreadable') };
  };
  /** What both agencies hand in themselves. */
  const handedIn = async (asked: Asked): Promise<readonly CollectionFile[]> => {
    for (const [n, { secretariat }] of [office.district.as, office.sibling.as].entries()) {
      const bytes = written(await desk.bytesFor(asked.recipients[n]!), {
        0: { result: '已完成', narrative: `第${n}所` },
      });
      const url = `/api/recipients/${asked.recipients[n]!.id}/return`;
      await desk.read(await desk.ok<DeliveryAnswer>(secretariat.upload(url, [{ name: `${n}.xlsx`, bytes }]), 201));
    }
    const files = await desk.files(asked.collection);
    return asked.recipients.map(({ id }) => files.find(({ recipientId }) => recipientId === id)!);
  };

  it('are all rejected for the one reason, read or not, and looked at again when they come again', async () => {
    const asked = await ask();
    const { files, came } = await unreadable(asked, 23);
    const answer = await reject(asked, came);
    expect([answer.status, answer.body]).toEqual([200, { rejected: 23, left: [] }]);
    expect((await desk.files(asked.collection)).map(({ state, stateReason }) => [state, stateReason])).toEqual(
      came.map(() => ['rejected', reason]),
    );
    const again = await desk.deliver(asked.collection, files.slice(0, 1));
    expect(again).toMatchObject({ total: 1, repeated: 0 });
    expect(await desk.read(again)).toMatchObject({ unreadable: 1 });
  });

  it('leave what one alone leaves: the event, the preview, the line of the roster, and what its sender sees', async () => {
    const asked = await ask();
    const [one, other] = await handedIn(asked);
    await desk.ok(desk.verb(one!, 'reject', { reason }), 200);
    expect((await reject(asked, [other!])).body).toEqual({ rejected: 1, left: [] });

    const left = async (file: CollectionFile, recipientId: string, sender: Client) => {
      const { state, stateReason, version, merge } = await desk.file(file.id);
      const events: readonly Event[] = await desk.ok(
        office.bureau.as.secretariat.get(`/api/events?recordId=${file.id}&action=collectionFiles.reject`),
        200,
      );
      const seen = await sender.get(`/api/collectionFiles/${file.id}`);
      const { state: line, returnedAt, version: lineVersion } = await desk.recipient(recipientId);
      return {
        file: { state, stateReason, version, rows: merge?.rows.length },
        events: events.map(({ action, before, after }) => ({ action, before, after })),
        line: { line, returnedAt, lineVersion },
        seen: { status: seen.status, state: seen.body.state, stateReason: seen.body.stateReason },
      };
    };
    const alone = await left(one!, asked.recipients[0]!.id, office.district.as.secretariat);
    const together = await left(other!, asked.recipients[1]!.id, office.sibling.as.secretariat);
    expect(together).toEqual(alone);
    expect(together).toMatchObject({
      file: { state: 'rejected', rows: 2 },
      events: [{ action: 'collectionFiles.reject', after: { state: 'rejected', stateReason: reason, reason } }],
      line: { line: 'notReturned', returnedAt: null },
      seen: { status: 200, state: 'rejected', stateReason: reason },
    });
  });

  it('go on without those that a colleague dealt with meanwhile, which are named and stay as they are', async () => {
    const asked = await ask();
    const { came } = await unreadable(asked, 3);
    const [applied, moved] = await handedIn(asked);
    await desk.ok(desk.verb(came[0]!, 'reject', { reason: '同仁先退' }), 200);
    await desk.ok(desk.verb(applied!, 'apply'), 200);
    const meanwhile = await desk.ok<CollectionFile>(desk.settle(moved!, { recipientId: asked.recipients[0]!.id }), 200);
    const { body }: { readonly body: FilesRejected } = await reject(asked, [...came, applied!, moved!]);
    expect(body.rejected).toBe(2);
    expect(new Set(body.left.map(({ id, why }) => `${id} ${why}`))).toEqual(
      new Set([`${came[0]!.id} state`, `${applied!.id} state`, `${moved!.id} conflict`]),
    );
    expect(await desk.file(came[0]!.id)).toMatchObject({ state: 'rejected', stateReason: '同仁先退' });
    expect((await desk.file(applied!.id)).state).toBe('applied');
    expect(await desk.file(moved!.id)).toMatchObject({ state: 'read', version: meanwhile.version });
  });

  it('are rejected once each when two people press at the same moment', async () => {
    const asked = await ask();
    const { came } = await unreadable(asked, 12);
    const colleague = await clientFor(office, office.bureau.users.secretariat.id);
    const both = await Promise.all([reject(asked, came), reject(asked, came, colleague)]);
    const answers: readonly FilesRejected[] = both.map(({ body }) => body);
    expect(answers.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(12);
    for (const { rejected, left } of answers) expect(rejected + left.length).toBe(12);
    expect((await desk.files(asked.collection)).map(({ version }) => version)).toEqual(
      came.map(({ version }) => version + 1),
    );
  });

  it('need the right, a reason, a collection that runs, and are never another’s', async () => {
    const asked = await ask();
    const { came } = await unreadable(asked, 2);
    for (const [client, status] of [
      [office.bureau.as.officer, 403],
      [office.bureau.as.auditor, 403],
      [office.district.as.secretariat, 403],
      [office.foreign.as.secretariat, 404],
      [office.stranger, 401],
    ] as const)
      expect((await reject(asked, came, client)).status).toBe(status);
    for (const why of ['', '  ']) expect((await reject(asked, came, undefined, why)).status).toBe(400);

    const foreign = returnsDesk(
      () => office,
      () => office.foreign.as.secretariat,
    );
    const [below] = await foundAgencies({ ...office, bureau: office.foreign }, 1, '外');
    const theirs = await foreign.ask([below!.id], 2);
    const note = { name: '外.xlsx', bytes: new TextEncoder().encode('別的局的') };
    await foreign.read(await foreign.deliver(theirs.collection, [note]));
    const [another] = await foreign.files(theirs.collection);
    const elsewhere = await ask();
    const { came: ours } = await unreadable(elsewhere, 1);
    const strangers = [another!, ours[0]!];
    const { body } = await reject(asked, [...strangers, ...came]);
    expect(body).toEqual({ rejected: 2, left: strangers.map(({ id }) => ({ id, why: 'missing' })) });
    expect((await foreign.file(another!.id)).state).toBe('unreadable');
    expect((await desk.file(ours[0]!.id)).state).toBe('unreadable');
    expect((await reject(theirs, [another!])).status).toBe(404);

    await desk.send('close', await desk.now(elsewhere.collection));
    expect((await reject(elsewhere, ours)).body.code).toBe('collection_ended');
  });
});
