import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collections } from '../../../server/collections/definition.ts';
import { withSource } from '../../../server/consolidation/source.ts';
import { Counting, consolidationFormats, writeConsolidation } from '../../../sync/collect/index.ts';
import type { CollectionStatistics } from '../../../sync/model/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, foundAgencies, returnsDesk, written } from '../../support/returns-desk.ts';

describe.each(engines)('consolidating on $name', engine => {
  let office: Office;
  let asked: Asked;
  const desk = returnsDesk(() => office);
  const agencies = 12;
  const deliver = async (from: number, to: number, narrative: string) => {
    const files = await Promise.all(
      asked.recipients.slice(from, to).map(async (each, i) => ({
        name: `回復${from + i}.xlsx`,
        bytes: written(await desk.bytesFor(each), {
          0: { result: i % 2 === 0 ? '已完成' : '辦理中', narrative: `${narrative}${from + i}` },
          1: { result: '未辦理', narrative: '=1+1' },
        }),
      })),
    );
    await desk.read(await desk.deliver(asked.collection, files));
    return desk.applyAll(asked.collection);
  };
  /** What happens while a workbook is written. */
  const meanwhile = {
    xlsx: async () => expect(await deliver(11, 12, '趁寫')).toEqual({ applied: 1, left: [] }),
    ods: async () => {
      const files = await desk.files(asked.collection);
      const last = files.find(({ recipientId }) => recipientId === asked.recipients[11]!.id)!;
      expect((await desk.verb(last, 'undo')).status).toBe(200);
    },
  };

  beforeAll(async () => {
    office = await openOffice(engine);
    const made = await foundAgencies(office, agencies);
    asked = await desk.ask(
      made.map(({ id }) => id),
      2,
    );
    expect(await deliver(0, 10, '成果')).toEqual({ applied: 10, left: [] });
  }, 60_000);
  afterAll(() => office?.close());

  it('touches only what a late return changes', async () => {
    const before = await desk.rows(asked.collection);
    expect(await deliver(10, 11, '遲來')).toEqual({ applied: 1, left: [] });
    const known = new Map(before.map(row => [row.id, row]));
    const after = await desk.rows(asked.collection);
    expect(after.filter(({ id }) => known.has(id))).toEqual(before);
    expect(after.filter(({ id }) => !known.has(id)).map(({ recipientId }) => recipientId)).toEqual(
      Array.from({ length: 2 }, () => asked.recipients[10]!.id),
    );
  });

  it('counts results by question and agency, and what changed since the round before', async () => {
    const { body } = await office.bureau.as.secretariat.get(`/api/collections/${asked.collection.id}/statistics`);
    const { byItem, byAgency, changes } = body as CollectionStatistics;
    expect(byItem.map(({ total }) => total)).toEqual([11, 11]);
    expect(byItem[1]!.results).toEqual({ notDone: 11 });
    expect(byItem[0]!.results).toEqual({ done: 6, ongoing: 5 });
    expect(byAgency).toHaveLength(11);
    expect(changes).toBeNull();
  });

  it.each(['xlsx', 'ods'] as const)('writes the whole as .%s, texts as texts', async format => {
    const { id } = asked.collection;
    const { status, raw, headers } = await office.bureau.as.secretariat.get(
      `/api/collections/${id}/consolidation?format=${format}`,
    );
    expect([status, Number(headers['content-length'])]).toEqual([200, raw.length]);
    const read = readWorkbook(new Uint8Array(raw), `彙整.${format}`);
    if (!read.ok) throw new Error(read.issue.message);
    expect(read.workbook.sheets.map(({ name }) => name)).toEqual(['摘要', '依項目', '依機關', '原始資料', '來源']);
    const texts = read.workbook.sheets.flatMap(sheet =>
      [...sheet.rows.values()].flatMap(row => [...row.cells.values()].map(({ text }) => text)),
    );
    expect(texts).toContain('成果3');
    expect(texts).toContain('=1+1');
    expect(texts).toContain('清川市第12區公所');
  });

  it('asks the database as often for many agencies as for few', async () => {
    const { context, count } = counted(office.context);
    const collection = await office.context.lister.read(
      collections,
      { ...office.bureau.users.secretariat },
      asked.collection.id,
    );
    await withSource(context, collection, 'zh-TW', async ({ items, byAgency }) => {
      const counting = new Counting(items, false);
      for await (const row of byAgency()) counting.add(row);
    });
    expect(count()).toBe(5);
  });

  it.each(
    consolidationFormats,
  )('is of one moment, whatever is taken in or taken back while .%s is written', async format => {
    const collection = await office.context.lister.read(
      collections,
      { ...office.bureau.users.secretariat },
      asked.collection.id,
    );
    const answers = (await desk.rows(asked.collection)).length;
    let isDone = false;
    const parts: Uint8Array[] = [];
    await withSource(office.context, collection, 'zh-TW', source =>
      writeConsolidation(
        source,
        async part => {
          // Between two pieces of the workbook, through the server as it runs: neither waits for the other.
          if (!isDone) await meanwhile[format]();
          isDone = true;
          parts.push(part);
        },
        format,
      ),
    );
    expect(await desk.rows(asked.collection)).not.toHaveLength(answers);
    const read = readWorkbook(Buffer.concat(parts), `彙整.${format}`);
    if (!read.ok) throw new Error(read.issue.message);
    const [summary, ...data] = read.workbook.sheets;
    // Below the head of each sheet there is a row for every answer, and the summary counts as many.
    expect(data.map(({ rows }) => rows.length - 1)).toEqual([answers, answers, answers, answers]);
    const cells = [...summary!.rows.values()].map(({ cells }) => [...cells.values()].map(({ text }) => text));
    expect(cells.find(row => row.includes('合計'))).toContain(String(answers));
  });

  it('is closed to agencies that were asked, and to others', async () => {
    const url = `/api/collections/${asked.collection.id}/consolidation`;
    expect((await office.foreign.as.secretariat.get(url)).status).toBe(404);
    expect((await office.district.as.secretariat.get(url)).status).toBe(404);
    expect((await office.bureau.as.officer.get(url)).status).toBe(403);
  });
});
