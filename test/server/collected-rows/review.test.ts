import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectedRow } from '../../../sync/model/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, returnsDesk, reviewFirstRow, reviewSheet, written } from '../../support/returns-desk.ts';

describe.each(engines)('reviewing what agencies returned on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  const agency = () => office.district.as.secretariat;
  beforeAll(async () => {
    office = await openOffice(engine);
  }, 60_000);
  afterAll(() => office?.close());

  const returned = async (): Promise<Asked> => {
    const asked = await desk.ask([office.district.agency.id, office.sibling.agency.id]);
    const bytes = written(await desk.bytesFor(asked.recipients[0]!), {
      0: { result: '已完成', narrative: '一' },
      1: { result: '辦理中', narrative: '二' },
    });
    await desk.read(await desk.deliver(asked.collection, [{ name: '回復.xlsx', bytes }]));
    expect((await desk.applyAll(asked.collection)).applied).toBe(1);
    return asked;
  };
  const rowAt = async ({ collection }: Asked, n: number) =>
    (await desk.rows(collection)).find(({ lineage }) => lineage?.row === n + reviewFirstRow)!;
  const reviewed = (row: CollectedRow, more: object) => desk.ok<CollectedRow>(desk.review(row, more), 200);
  const book = async (url: string, client = agency()) => {
    const { status, raw } = await client.get(url);
    expect(status, raw.toString().slice(0, 200)).toBe(200);
    const read = readWorkbook(new Uint8Array(raw), '審查.xlsx');
    if (!read.ok) throw new Error(read.issue.message);
    return read.workbook;
  };

  it('keeps scores, remarks and corrections beside what came, each field for itself', async () => {
    const asked = await returned();
    const row = await rowAt(asked, 0);
    const first = await reviewed(row, { first: { score: 8 } });
    expect(first.first).toEqual({
      score: 8,
      remarks: '',
      by: office.bureau.users.secretariat.id,
      at: office.context.now().toISOString(),
    });
    const both = await reviewed(first, { first: { remarks: '可' }, second: { score: 7.5, remarks: '再議' } });
    expect(both).toMatchObject({ first: { score: 8, remarks: '可' }, second: { score: 7.5, remarks: '再議' } });
    const corrected = await reviewed(both, { accepted: { narrative: '一（更正）' } });
    expect(corrected).toMatchObject({
      accepted: { narrative: '一（更正）', result: '已完成' },
      original: { narrative: '一', result: '已完成' },
      version: 4,
    });
    expect((await reviewed(corrected, { first: { score: 8 } })).version, 'nothing new is no change').toBe(4);
    const cleared = await reviewed(corrected, { second: { score: null, remarks: '' } });
    expect(cleared.second).toMatchObject({ score: null, remarks: '' });
    for (const wrong of [
      { first: { score: -1 } },
      { second: { score: 1001 } },
      { first: { by: 'x' } },
      { lineage: null },
    ])
      expect((await desk.review(cleared, wrong)).status).toBe(400);
    const stale = await desk.review(row, { first: { score: 1 } });
    expect([stale.status, stale.body.details.current.first.score]).toEqual([409, 8]);
  });

  it('is the bureau’s secretariat’s alone', async () => {
    const asked = await returned();
    const row = await rowAt(asked, 0);
    const tries = [
      [office.bureau.as.head, 403],
      [office.bureau.as.auditor, 403],
      [agency(), 404],
      [office.sibling.as.secretariat, 404],
      [office.foreign.as.secretariat, 404],
    ] as const;
    for (const [client, status] of tries)
      expect((await client.patch(`/api/collectedRows/${row.id}`, { version: 1, first: { score: 9 } })).status).toBe(
        status,
      );
    const { id, version } = await desk.recipient(asked.recipients[0]!.id);
    for (const verb of ['sendBack', 'accept'])
      for (const [client, status] of [
        [agency(), 403],
        [office.foreign.as.secretariat, 404],
      ] as const) {
        const more = verb === 'sendBack' ? { reason: '自行退回' } : {};
        expect((await client.post(`/api/recipients/${id}/${verb}`, { version, ...more })).status).toBe(status);
      }
  });

  it('goes back as the agency’s own workbook with scores in their columns, and remarks, corrections and reasons', async () => {
    const asked = await returned();
    const { id } = asked.recipients[0]!;
    await reviewed(await rowAt(asked, 0), {
      first: { score: 8, remarks: '尚可' },
      accepted: { narrative: '一（更正）' },
    });
    await reviewed(await rowAt(asked, 1), { second: { score: 5, remarks: '請補' }, returnReason: '缺佐證' });
    const url = `/api/recipients/${id}/review`;
    const texts = (of: Awaited<ReturnType<typeof book>>) =>
      [...of.sheets.at(-1)!.rows.values()].flatMap(line => [...line.cells.values()].map(({ text }) => text));
    // Unfinished, it says nothing to the agency, and all to the bureau.
    expect(texts(await book(url))).toEqual(['審查意見', '沒有審查意見。']);
    expect(texts(await book(url, office.bureau.as.secretariat)).join()).toContain('尚可');

    const back = await desk.judge(await desk.recipient(id), 'sendBack', { reason: '請補正第2項' });
    expect(back.body).toMatchObject({ state: 'sentBack', stateReason: '請補正第2項', acceptedAt: null });
    const workbook = await book(url);
    const sheet = workbook.sheets.find(({ name }) => name === reviewSheet)!;
    expect([sheet.anchor(reviewFirstRow, 6)?.text, sheet.anchor(reviewFirstRow + 1, 7)?.text]).toEqual(['8', '5']);
    expect(sheet.anchor(reviewFirstRow, 4)?.text, 'what the agency wrote stays').toBe('一');
    const told = texts(workbook).join('\n');
    for (const words of ['請補正第2項', '尚可', '「辦理情形」改列：一（更正）', '請補', '缺佐證'])
      expect(told).toContain(words);
    expect((await office.sibling.as.secretariat.get(url)).status).toBe(404);
  });

  it('is not ended while files wait or nothing came, and not twice by two people', async () => {
    const asked = await returned();
    const [one, two] = asked.recipients;
    const none = await desk.judge(await desk.recipient(two!.id), 'accept');
    expect([none.status, none.body.code]).toEqual([409, 'collection_nothing_applied']);
    const bytes = written(await desk.bytesFor(one!), { 0: { result: '未辦理', narrative: '改口' } });
    await desk.read(await desk.deliver(asked.collection, [{ name: '再送.xlsx', bytes }]));
    const waiting = await desk.judge(await desk.recipient(one!.id), 'accept');
    expect([waiting.status, waiting.body.code]).toEqual([409, 'collection_files_pending']);
    const [, second] = await desk.files(asked.collection);
    await desk.ok(desk.verb(second!, 'reject', { reason: '以第一份為準' }), 200);
    const now = await desk.recipient(one!.id);
    const both = await Promise.all([desk.judge(now, 'accept'), desk.judge(now, 'sendBack', { reason: '退' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { body: closed } = await desk.send('close', await desk.now(asked.collection));
    expect(closed.state).toBe('closed');
    expect((await desk.judge(await desk.recipient(one!.id), 'accept')).body.code).toBe('collection_ended');
    expect((await desk.review(await rowAt(asked, 0), { first: { score: 1 } })).body.code).toBe('collection_ended');
    const { body: seen } = await agency().get(`/api/collectedRows?collectionId=${asked.collection.id}`);
    expect(seen.length, 'what was said is told in the end').toBeGreaterThan(0);
  });
});
