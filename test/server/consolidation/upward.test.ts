import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../../../server/agencies/definition.ts';
import { place } from '../../../server/agencies/hierarchy.ts';
import { change } from '../../../server/records/change.ts';
import { insert } from '../../../server/records/records.ts';
import { readStamp } from '../../../sync/collect/index.ts';
import type { DeliveryAnswer } from '../../../sync/model/index.ts';
import { opened } from '../../support/collection-desk.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { returnsDesk, reviewFirstRow, reviewForm, reviewSheet, written } from '../../support/returns-desk.ts';

describe.each(engines)('what a bureau reports upward on $name', engine => {
  let office: Office;
  /** The agency in the middle collects from those below it, and is asked by the one above. */
  const middle = returnsDesk(
    () => office,
    () => office.district.as.secretariat,
  );
  const top = returnsDesk(() => office);
  const questions = ['第1步：公告服務時限', '第2步：檢視申請表件', '第3步：辦理滿意度調查'];
  beforeAll(async () => {
    office = await openOffice(engine);
  }, 60_000);
  afterAll(() => office?.close());

  const below = (...names: readonly string[]) =>
    change(office.context, { ...office.district.users.secretariat }, async work => {
      const made: string[] = [];
      for (const name of names) {
        const parentId = office.district.agency.id;
        const { id } = await insert(work, agencies, { name, parentId, email: null, disabled: false });
        await place(work.tx, id, parentId);
        made.push(id);
      }
      return made;
    });
  const upward = (recipientId: string, collectionId: string, client = office.district.as.secretariat) =>
    client.get(`/api/recipients/${recipientId}/upward?collectionId=${collectionId}`);

  it('is the form of the one above with all answers to the same questions, and goes in like any return', async () => {
    const ids = await below('甲里辦公處', '乙里辦公處', '丙里辦公處');
    const asking = await top.template(await reviewForm([...questions, '第4步：只有上級問的']), '上級.xlsx');
    const above = await top.open(await top.draft(asking, [office.district.agency.id]));
    const [asked] = await top.recipients(above);
    const own = await middle.open(
      await middle.draft(await middle.template(await reviewForm(questions), '本所.xlsx'), ids),
    );
    const none = await upward(asked!.id, own.id);
    expect([none.status, none.body.code]).toEqual([409, 'upward_nothing_alike']);
    const lines = await middle.recipients(own);
    const answers = [
      { 0: { result: '已完成', narrative: '=1+1' }, 1: { result: '已完成', narrative: '甲二' } },
      { 0: { result: '已完成', narrative: '乙一' }, 1: { result: '辦理中', narrative: '乙二' } },
    ];
    const files = await Promise.all(
      answers.map(async (rows, n) => ({
        name: `${n}.xlsx`,
        bytes: written(await middle.bytesFor(lines.find(({ agencyId }) => agencyId === ids[n])!), rows),
      })),
    );
    await middle.read(await middle.deliver(own, files));
    expect(await middle.applyAll(own)).toEqual({ applied: 2, left: [] });

    const made = await upward(asked!.id, own.id);
    expect([made.status, decodeURIComponent(made.headers['content-disposition']!)]).toEqual([
      200,
      expect.stringContaining(asked!.fileName!),
    ]);
    const book = opened(new Uint8Array(made.raw));
    expect(readStamp(book)).toMatchObject({ collection: above.id, recipient: asked!.id });
    const sheet = book.sheets.find(({ name }) => name === reviewSheet)!;
    const said = (n: number) => [3, 4].map(column => sheet.anchor(reviewFirstRow + n, column)?.text ?? '');
    const sorted = ([result, text]: readonly string[]) => [result, text!.split('\n').toSorted()];
    expect(sorted(said(0))).toEqual(['已完成', ['乙里辦公處：乙一', '甲里辦公處：=1+1']]);
    expect(sorted(said(1))).toEqual(['', ['乙里辦公處：辦理中，乙二', '甲里辦公處：已完成，甲二']]);
    expect([said(2), said(3)]).toEqual([
      ['', ''],
      ['', ''],
    ]);
    // It is a proposal: nothing was handed in by making it.
    expect((await top.recipient(asked!.id)).state).toBe('notReturned');
    const sent = await middle.ok<DeliveryAnswer>(
      office.district.as.secretariat.upload(`/api/recipients/${asked!.id}/return`, [
        { name: '轉陳.xlsx', bytes: new Uint8Array(made.raw) },
      ]),
      201,
    );
    await top.read(sent);
    expect(await top.files(above)).toMatchObject([{ state: 'read', recipientId: asked!.id, doubts: [] }]);
    expect(await top.applyAll(above)).toEqual({ applied: 1, left: [] });
    const rows = await top.rows(above);
    expect(rows.some(({ accepted }) => String(accepted.narrative).includes('甲里辦公處：=1+1'))).toBe(true);

    const statuses = await Promise.all([
      upward(asked!.id, own.id, office.bureau.as.secretariat),
      upward(asked!.id, above.id),
      upward(asked!.id, own.id, office.foreign.as.secretariat),
      upward(asked!.id, own.id, office.district.as.auditor),
      upward(asked!.id, 'nobody'),
      upward(asked!.id, own.id, office.stranger),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([409, 403, 404, 403, 404, 401]);
  });
});
