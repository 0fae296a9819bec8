import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipientSheet } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { writeAt } from '../../support/google/people.ts';
import { textAt } from '../../support/google/tab.ts';
import { type HandingDesk, openHandingDesk } from './desk.ts';

describe.each(engines)('collections handed out as spreadsheets on $name', { timeout: 60_000 }, engine => {
  let desk: HandingDesk;
  beforeAll(async () => {
    desk = await openHandingDesk(engine);
  }, 60_000);
  afterAll(() => desk?.close());

  const district = () => desk.office.district;
  const ask = (more: object = {}) => desk.ask([district().agency.id, desk.office.sibling.agency.id], 3, more);
  /** A collection that is handed out, and the spreadsheet of the district. */
  const asked = async (more: object = {}) => {
    const of = await ask({ dueDate: '2030-06-30', ...more });
    const sheets = await desk.handedOut(of);
    return { ...of, sheets, sheet: sheets.find(({ agencyId }) => agencyId === district().agency.id)! };
  };
  const stateOf = async ({ recipientId }: RecipientSheet) => (await desk.recipient(recipientId)).state;

  it('come back as files, which are read, applied and settled like any other', async () => {
    const { collection, sheet } = await asked();
    expect(desk.bookOf(sheet).tabs.map(({ properties }) => properties.title)).toEqual(['自評表']);
    expect(await desk.recipient(sheet.recipientId)).toMatchObject({ sentVia: 'sheet', state: 'notReturned' });
    desk.write(sheet, 0, 'result', '已完成');
    desk.write(sheet, 1, 'narrative', '線上填寫');
    const [file, ...more] = await desk.taken(sheet);
    expect(more).toEqual([]);
    expect(file).toMatchObject({ via: 'sheet', recognisedBy: 'person', state: 'read', doubts: [], edition: 1 });
    expect((await desk.now(sheet)).fileId).toBe(file!.id);
    expect(await desk.applyAll(collection)).toEqual({ applied: 1, left: [] });
    const rows = (await desk.rows(collection)).filter(({ recipientId }) => recipientId === sheet.recipientId);
    expect(rows.map(({ accepted }) => accepted)).toContainEqual(expect.objectContaining({ narrative: '線上填寫' }));
    expect(await desk.recipient(sheet.recipientId)).toMatchObject({ state: 'consolidated', fileId: file!.id });
    const { raw } = await desk.client.get(`/api/collectionFiles/${file!.id}/file`);
    expect(new Uint8Array(raw).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const undone = await desk.verb(await desk.file(file!.id), 'undo');
    expect([undone.status, await stateOf(sheet)]).toEqual([200, 'returned']);
  });

  it('make nothing of what says the same, and one file of what is written in several goes', async () => {
    const { sheet } = await asked();
    expect(await desk.taken(sheet)).toEqual([]);
    desk.bookOf(sheet).version += 1;
    expect(await desk.taken(sheet)).toEqual([]);
    desk.write(sheet, 0, 'narrative', '一');
    const [first] = await desk.taken(sheet);
    expect(await desk.taken(sheet)).toHaveLength(1);
    desk.write(sheet, 0, 'narrative', '一再改');
    const files = await desk.taken(sheet);
    expect(files.map(({ state }) => state)).toEqual(['rejected', 'read']);
    expect(files[0]).toMatchObject({ id: first!.id, stateReason: expect.stringContaining('較新的內容') });
    expect(await stateOf(sheet)).toBe('returned');
    // What was turned down comes anew for who asks for it, although it says the same.
    await desk.ok(desk.verb(files[1]!, 'reject', { reason: '請確認' }), 200);
    expect((await desk.taken(sheet)).at(-1)?.state).toBe('read');
  });

  it('are handed in once, although a server ended after it had begun', async () => {
    const { sheet } = await asked();
    desk.write(sheet, 0, 'narrative', '伺服器停在途中');
    const [file] = await desk.taken(sheet);
    const { id, unitId, name, agencyId, role } = desk.office.bureau.users.secretariat;
    const { sha256, size, fileName } = file!;
    const mark = { version: '1', modifiedAt: null };
    const by = { id, unitId, name, agencyId, role };
    // As it left the row: the export kept, and nothing written down of what became of it.
    const arriving = JSON.stringify({ name: fileName, sha256, size, mark, texts: null, by });
    const { db } = desk.office.context;
    const left = { arriving, fileId: null, takenAt: null, nextLookAt: '2000-01-01T00:00:00.000Z' };
    await db.updateTable('recipientSheets').set(left).where('id', '=', sheet.id).execute();
    await desk.pass(0);
    await desk.until(
      () => desk.now(sheet),
      ({ fileId }) => fileId !== null,
    );
    expect((await desk.filesOf(sheet)).map(each => each.id)).toEqual([file!.id]);
  });

  it('are handed in by the agency itself, seen by nobody else, and taken by nobody who saw something older', async () => {
    const { sheet, sheets } = await asked();
    const other = sheets.find(({ id }) => id !== sheet.id)!;
    const { secretariat, officer, auditor } = district().as;
    const { body: own } = await secretariat.get(`/api/recipientSheets?collectionId=${sheet.collectionId}`);
    expect(own.map(({ id }: RecipientSheet) => id)).toEqual([sheet.id]);
    for (const [client, id, status] of [
      [secretariat, other.id, 404],
      [desk.office.foreign.as.secretariat, sheet.id, 404],
      [officer, sheet.id, 403],
      [auditor, sheet.id, 403],
      [desk.office.stranger, sheet.id, 401],
    ] as const)
      expect((await client.post(`/api/recipientSheets/${id}/take`, { version: 1 })).status).toBe(status);
    expect((await secretariat.post(`/api/recipientSheets/${sheet.id}/disconnect`, { version: 1 })).status).toBe(403);
    desk.write(sheet, 2, 'narrative', '機關送出');
    const [file] = await desk.taken(sheet, secretariat);
    expect(file).toMatchObject({ via: 'sheet', receivedBy: district().users.secretariat.id });
    expect((await secretariat.get(`/api/collectionFiles/${file!.id}`)).status).toBe(200);
    const stale = await desk.client.post(`/api/recipientSheets/${sheet.id}/take`, { version: sheet.version });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
  });

  it('show what went back and why, and come back once it was mended', async () => {
    const { collection, sheet } = await asked();
    desk.write(sheet, 0, 'narrative', '第一次');
    await desk.taken(sheet);
    await desk.applyAll(collection);
    const back = await desk.judge(await desk.recipient(sheet.recipientId), 'sendBack', { reason: '請補手冊頁碼' });
    expect(back.status).toBe(200);
    const told = () => desk.bookOf(sheet).tabs.find(({ properties }) => properties.title === '審查意見');
    await desk.until(
      async () => told() !== undefined,
      is => is,
    );
    expect(textAt(told()!, 1, 0)).toContain('請補手冊頁碼');
    expect(told()!.protectedRanges).toHaveLength(1);
    // Our own writing is no answer.
    await desk.taken(sheet);
    expect(await desk.filesOf(sheet)).toHaveLength(1);
    desk.write(sheet, 0, 'narrative', '補正：第3頁');
    const files = await desk.taken(sheet);
    expect(files.map(({ state, doubts }) => [state, doubts])).toEqual([
      ['applied', []],
      ['read', []],
    ]);
    expect(await desk.applyAll(collection)).toEqual({ applied: 1, left: [] });
    expect(await stateOf(sheet)).toBe('consolidated');
    await desk.ok(desk.judge(await desk.recipient(sheet.recipientId), 'accept'), 200);
    await desk.until(
      async () => desk.bookOf(sheet).tabs.filter(tab => textAt(tab, 0, 0) === '審查意見').length,
      count => count === 1,
    );
  });

  it('leave to a person what is doubtful: rows sorted, deleted and added', async () => {
    const { collection, sheet } = await asked();
    const [tab] = desk.bookOf(sheet).tabs;
    // Two questions change places; the merged cell before them stays.
    const [a, b] = [tab!.cells[4]!.slice(1), tab!.cells[6]!.slice(1)];
    tab!.cells[4] = [tab!.cells[4]![0]!, ...b];
    tab!.cells[6] = [tab!.cells[6]![0]!, ...a];
    writeAt(desk.bookOf(sheet), 5, 4, '原第三題的回答');
    writeAt(desk.bookOf(sheet), 8, 2, '4.機關自己加的一題');
    writeAt(desk.bookOf(sheet), 8, 4, '不屬於任何題目');
    const [file] = await desk.taken(sheet);
    expect(file!.doubts).toContain('strays');
    const { merge, questions } = await desk.file(file!.id);
    const [row] = merge!.rows.filter(({ fields }) => fields.some(({ theirs }) => theirs === '原第三題的回答'));
    const [, , third] = [...questions].sort((x, y) => x.row - y.row);
    expect([row!.sheet, row!.row]).toEqual([third!.sheet, third!.row]);
    expect((await desk.applyAll(collection)).applied).toBe(0);
  });

  it('of an earlier edition are let go when the newest is handed out', async () => {
    const { collection, sheet } = await asked();
    const template = await desk.template();
    const mapped = await desk.client.post(`/api/collections/${collection.id}/editions/preview`, {
      version: (await desk.now_(collection)).version,
      templateId: template.id,
    });
    expect(mapped.status).toBe(200);
    await desk.ok(
      desk.client.post(`/api/collections/${collection.id}/editions`, {
        version: (await desk.now_(collection)).version,
        templateId: template.id,
      }),
      201,
    );
    await desk.made(collection);
    expect((await desk.ok<{ queued: number }>(desk.handOut({ collection }), 200)).queued).toBe(2);
    expect((await desk.now(sheet)).state).toBe('disconnected');
    const live = await desk.until(
      async () => (await desk.sheets(collection)).filter(({ state }) => state === 'active'),
      list => list.length === 2,
    );
    expect(live.map(({ edition }) => edition)).toEqual([2, 2]);
    expect(desk.bookOf(sheet).trashed).toBe(false);
  });

  it('are shared with the address of the agency once, which is told where Google refuses it', async () => {
    const of = await ask();
    const [one, two] = of.recipients;
    await desk.ok(
      desk.client.patch(`/api/recipients/${one!.id}`, { version: one!.version, mailTo: 'desk@qingtian.example' }),
      200,
    );
    await desk.ok(
      desk.client.patch(`/api/recipients/${two!.id}`, { version: two!.version, mailTo: 'nobody@pinehu.example' }),
      200,
    );
    desk.cloud.strangers.add('nobody@pinehu.example');
    expect(await desk.ok(desk.handOut(of, { share: true }), 200)).toEqual({ queued: 2, withoutAddress: 0, had: 0 });
    const done = await desk.until(
      () => desk.sheets(of.collection),
      list => list.every(({ sharedAt, problem }) => sharedAt !== null || problem !== null),
    );
    const byRecipient = new Map(done.map(sheet => [sheet.recipientId, sheet]));
    expect(byRecipient.get(one!.id)).toMatchObject({ state: 'active', problem: null });
    expect(byRecipient.get(two!.id)).toMatchObject({
      state: 'active',
      shareWith: null,
      problem: { code: 'google_share_refused', message: expect.stringContaining('nobody@pinehu.example') },
    });
    // Asked once more after the address was corrected, it is shared; the other is not told twice.
    const now = await desk.recipient(two!.id);
    await desk.ok(
      desk.client.patch(`/api/recipients/${two!.id}`, { version: now.version, mailTo: 'desk@pinehu.example' }),
      200,
    );
    expect(await desk.ok(desk.handOut(of, { share: true }), 200)).toMatchObject({ had: 2 });
    await desk.until(
      () => desk.sheets(of.collection),
      list => list.every(({ sharedAt }) => sharedAt !== null),
    );
    expect(desk.cloud.notices.filter(address => address.includes('qingtian'))).toHaveLength(1);
    expect(desk.cloud.notices.filter(address => address === 'desk@pinehu.example')).toHaveLength(1);
    expect(desk.cloud.books.size).toBeGreaterThan(0);
  });

  it('are let go with both sides whole, and an account that holds one stays', async () => {
    const { sheet } = await asked();
    desk.write(sheet, 0, 'narrative', '尚未收回');
    const { version } = await desk.now(sheet);
    const stale = await desk.client.post(`/api/recipientSheets/${sheet.id}/disconnect`, { version: version + 7 });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
    await desk.ok(desk.client.post(`/api/recipientSheets/${sheet.id}/disconnect`, { version }), 200);
    expect((await desk.take(sheet)).body.code).toBe('illegal_transition');
    expect(desk.bookOf(sheet).trashed).toBe(false);
    expect((await desk.client.delete(`/api/sheetAccounts/${sheet.accountId}`)).body.code).toBe('in_use');
  });

  it('are handed out only while the collection is open, under an account of one’s own', async () => {
    const of = await ask();
    const { body: stranger } = await desk.office.foreign.as.secretariat.post(
      `/api/collections/${of.collection.id}/handOutSheets`,
      { accountId: of.collection.id, share: false },
    );
    expect(stranger.code).toBe('not_found');
    const wrong = await desk.client.post(`/api/collections/${of.collection.id}/handOutSheets`, {
      accountId: of.collection.id,
      share: false,
    });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'foreign_reference']);
    await desk.send('close', await desk.now_(of.collection));
    expect((await desk.handOut(of)).body.code).toBe('collection_must_be_open');
  });
});
