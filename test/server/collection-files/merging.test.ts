import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionFile } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, returnsDesk, type Written, written } from '../../support/returns-desk.ts';

describe.each(engines)('what a returned file changes on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  beforeAll(async () => {
    office = await openOffice(engine);
  }, 60_000);
  afterAll(() => office?.close());

  const first = {
    0: { result: '已完成', narrative: '一' },
    1: { result: '辦理中', narrative: '二' },
    2: { result: '未辦理', narrative: '三' },
  };
  /** The file of the first agency as it was read. */
  const sent = async (
    { collection, recipients }: Asked,
    rows: Readonly<Record<number, Written>>,
    name = '回復.xlsx',
  ): Promise<CollectionFile> => {
    const bytes = written(await desk.bytesFor(recipients[0]!), rows);
    const { id } = await desk.read(await desk.deliver(collection, [{ name, bytes }]));
    return (await desk.files(collection)).find(({ deliveryId }) => deliveryId === id)!;
  };
  const applied = async (file: CollectionFile): Promise<CollectionFile> => {
    const { status, body } = await desk.verb(file, 'apply');
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const ask = () => desk.ask([office.district.agency.id]);
  const stateOf = async ({ recipients }: Asked) => (await desk.recipient(recipients[0]!.id)).state;
  const rowAt = async ({ collection }: Asked, row: number) =>
    (await desk.rows(collection)).find(({ lineage }) => lineage?.row === row + 5)!;

  it('shows a second file that says otherwise as a duplicate, merged against the first', async () => {
    const asked = await ask();
    await applied(await sent(asked, first));
    const later = await sent(asked, { ...first, 1: { result: '已完成', narrative: '二改' } }, '補正.xlsx');
    expect(await stateOf(asked)).toBe('duplicate');
    expect(await desk.applyAll(asked.collection)).toEqual({ applied: 0, left: [{ id: later.id, why: 'duplicate' }] });
    const { merge, questions } = await desk.file(later.id);
    expect(
      merge!.rows.flatMap(({ row, fields }) =>
        fields.map(({ field, base, ours, theirs, outcome }) => [row, field, base, ours, theirs, outcome]),
      ),
    ).toEqual([
      [6, 'result', '辦理中', '辦理中', '已完成', 'theirs'],
      [6, 'narrative', '二', '二', '二改', 'theirs'],
    ]);
    expect(questions.map(({ row }) => row)).toEqual([5, 6, 7]);
    const before = await desk.rows(asked.collection);
    await applied(later);
    expect(await stateOf(asked)).toBe('consolidated');
    const after = await desk.rows(asked.collection);
    expect(after.map(({ version }) => version).toSorted()).toEqual([1, 1, 2]);
    expect(after.find(({ version }) => version === 2)).toMatchObject({ accepted: { narrative: '二改' } });
    expect(after.filter(({ version }) => version === 1)).toEqual(before.filter(({ lineage }) => lineage!.row !== 6));
  });

  it('leaves to a person what the bureau corrected and the agency changed', async () => {
    const asked = await ask();
    await applied(await sent(asked, first));
    const row = await rowAt(asked, 0);
    await desk.ok(desk.review(row, { accepted: { narrative: '一（局修正）' } }), 200);
    const later = await sent(asked, { ...first, 0: { result: '已完成', narrative: '一（再改）' } }, '再送.xlsx');
    expect(later).toMatchObject({ counts: { conflicts: 1, unsettled: 1 }, doubts: ['conflicts'] });
    expect((await desk.verb(later, 'apply')).body.code).toBe('conflicts_unsettled');
    const unknown = await desk.settle(later, { decisions: { '自評表!99:narrative': 'ours' } });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'decision_impossible']);
    const { body: settled } = await desk.settle(later, { decisions: { '自評表!5:narrative': 'ours' } });
    expect(settled).toMatchObject({ counts: { conflicts: 1, unsettled: 0 }, doubts: [] });
    // What was decided on counts only as long as it is still what is there.
    const now = await rowAt(asked, 0);
    await desk.ok(desk.review(now, { accepted: { narrative: '一（局再修正）' } }), 200);
    expect((await desk.verb(settled, 'apply')).body.code).toBe('conflicts_unsettled');
    const { body: again } = await desk.settle(settled, { decisions: { '自評表!5:narrative': 'ours' } });
    await applied(again);
    const row2 = await rowAt(asked, 0);
    expect(row2).toMatchObject({ accepted: { narrative: '一（局再修正）' }, original: { narrative: '一（再改）' } });
  });

  it('undoes what it applied, and nothing that somebody did since', async () => {
    const asked = await ask();
    const one = await applied(await sent(asked, first));
    const two = await applied(
      await sent(asked, { ...first, 0: { result: '辦理中', narrative: '一改' }, 2: { narrative: '三改' } }, '二.xlsx'),
    );
    expect((await desk.verb(one, 'undo')).body.code).toBe('collection_file_superseded');
    await desk.ok(desk.review(await rowAt(asked, 0), { accepted: { narrative: '局改' }, first: { score: 8 } }), 200);
    const { body: undone } = await desk.verb(two, 'undo');
    expect(undone).toMatchObject({ state: 'read', left: [{ field: 'narrative' }] });
    const rows = await desk.rows(asked.collection);
    expect(rows.map(({ accepted }) => accepted.narrative).toSorted()).toEqual(['三', '二', '局改']);
    expect(rows.find(({ accepted }) => accepted.narrative === '局改')).toMatchObject({
      accepted: { result: '已完成' },
      original: { narrative: '一' },
      first: { score: 8 },
    });
    expect(await stateOf(asked)).toBe('duplicate');
    await desk.ok(desk.verb(undone, 'reject', { reason: '誤送' }), 200);
    expect(await stateOf(asked)).toBe('consolidated');
    const { body: gone } = await desk.verb(one, 'undo');
    expect(gone.state).toBe('read');
    // Only what was reviewed is still there.
    expect(await desk.rows(asked.collection)).toMatchObject([
      { first: { score: 8 }, accepted: { narrative: '局改' }, original: {}, lineage: null },
    ]);
    expect(await stateOf(asked)).toBe('doubtful');
  });

  it('goes back with reasons, comes again, and keeps its reviews', async () => {
    const asked = await ask();
    const { collection, recipients } = asked;
    const { secretariat } = office.district.as;
    const own = await desk.bytesFor(recipients[0]!);
    const sentIn = await secretariat.upload(`/api/recipients/${recipients[0]!.id}/return`, [
      { name: '本所.xlsx', bytes: written(own, first) },
    ]);
    expect([sentIn.status, sentIn.body.via]).toEqual([201, 'app']);
    await desk.read(sentIn.body);
    await desk.applyAll(collection);
    const row = await rowAt(asked, 0);
    await desk.ok(desk.review(row, { first: { score: 7, remarks: '請補充數據' }, returnReason: '缺少量化成果' }), 200);
    expect((await desk.review(row, { first: { score: 1 } })).body.code).toBe('stale_version');
    const listed = async () => (await secretariat.get(`/api/collectedRows?collectionId=${collection.id}`)).body;
    expect(await listed(), 'unfinished reviews are the bureau’s own').toEqual([]);
    const recipient = await desk.recipient(recipients[0]!.id);
    const { body: back } = await desk.judge(recipient, 'sendBack', { reason: '第1步請補正' });
    expect(back).toMatchObject({ state: 'sentBack', stateReason: '第1步請補正' });
    expect(await listed()).toHaveLength(3);

    const review = await secretariat.get(`/api/recipients/${recipients[0]!.id}/review`);
    expect(review.status).toBe(200);
    expect(decodeURIComponent(review.headers['content-disposition']!)).toContain('本所－審查結果.xlsx');
    const book = new Uint8Array(review.raw);
    const corrected = written(book, { 0: { narrative: '一，共辦理 12 場' } });
    const again = await secretariat.upload(`/api/recipients/${recipients[0]!.id}/return`, [
      { name: '補正.xlsx', bytes: corrected },
    ]);
    await desk.read(again.body);
    const [, file] = await desk.files(collection);
    expect(file).toMatchObject({ doubts: [], counts: { changes: 1, conflicts: 0, strays: 0, notReturned: 0 } });
    expect(await stateOf(asked)).toBe('returned');
    expect(await desk.applyAll(collection)).toEqual({ applied: 1, left: [] });
    expect(await rowAt(asked, 0)).toMatchObject({
      accepted: { narrative: '一，共辦理 12 場' },
      first: { score: 7, remarks: '請補充數據' },
      returnReason: '缺少量化成果',
    });
    const settled = await desk.recipient(recipients[0]!.id);
    expect(settled).toMatchObject({ state: 'consolidated', stateReason: '' });
    const { body: accepted } = await desk.judge(settled, 'accept');
    expect(accepted.acceptedAt).not.toBeNull();
    expect(await rowAt(asked, 0)).toMatchObject({ returnReason: null, first: { score: 7 } });
    expect(await listed(), 'the agency is told what was said').toHaveLength(3);
  });
});
