import { readFile } from 'node:fs/promises';
import { unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { collectionForm } from '../../server/demo/collection-form.ts';
import {
  type Agency,
  type CollectedRow,
  dayInTaipei,
  type OwnKey,
  type Report,
  type SheetConnection,
} from '../../sync/model/index.ts';
import { fingerprintOf, keyFileOf, newKeyPair } from '../../sync/package/index.ts';
import { readWorkbook } from '../../sync/sheet/index.ts';
import { type Edit, editWorkbook, setCell } from '../support/excel-edits.ts';
import { newServiceAccount } from '../support/google/key.ts';
import { peopleAt } from '../support/google/people.ts';
import { type Emulator, openEmulator } from '../support/google/server.ts';
import { fileOf, packed, roundData } from '../sync/package/build.ts';
import {
  addAgency,
  addPerson,
  addUnit,
  barriers,
  callAs,
  everybodysPassword,
  founded,
  people,
  reporting,
  type Server,
  settled,
  stage,
  type Visitor,
} from './support/index.ts';

const questions = ['訂定臨櫃作業手冊', '辦理電話禮貌測試', '提高線上申辦比率'].map(text => ({
  item: '一、提升服務品質',
  text,
}));
const [manual, telephone, online] = questions.map(({ text }) => text) as [string, string, string];
const name = '114年為民服務自我檢核';
const district = '清川市青田區公所';
const others = ['清川市松湖區公所', '清川市望海區公所', '清川市梅嶺區公所'];
const bureauDesk = 'bureau';
const districtDesk = 'qingtian';

/** A bureau with four offices below it, of which only the first has people here. */
async function bureauAndOffices(server: Server): Promise<void> {
  const administrator = await founded(server, '清川市政府民政局');
  const { agencyId } = administrator.session.user;
  const unit = await addUnit(administrator, '秘書室');
  const hire = { role: 'secretariat', unitId: unit.id } as const;
  await addPerson(server, administrator, {
    ...hire,
    account: bureauDesk,
    name: '高督導',
  });
  const office = await addAgency(administrator, district, agencyId);
  for (const other of others) await addAgency(administrator, other, agencyId);
  const person = {
    account: districtDesk,
    name: '林怡君',
    role: 'secretariat',
    agencyId: office.id,
  } as const;
  await addPerson(server, administrator, person);
}

const open = stage(bureauAndOffices);

const arrive = async (account: string): Promise<Visitor> => {
  const visitor = await open().visitor();
  await visitor.logIn(account, everybodysPassword);
  return visitor;
};

const button = (page: Page, named: string | RegExp): Locator => page.getByRole('button', { name: named, exact: true });
const link = (page: Page, named: string): Locator => page.getByRole('link', { name: named, exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const part = async (page: Page, named: string): Promise<void> => {
  await page.getByRole('tab', { name: named }).click();
  await settled(page);
};
const give = (page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> =>
  page.locator('main input[type="file"]').setInputFiles(
    Object.entries(files).map(([file, bytes]) => ({
      name: file,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
const bytesOf = async (page: Page, link: Locator): Promise<Uint8Array> => {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return new Uint8Array(await readFile(await download.path()));
};
const line = (page: Page, agency: string): Locator => page.getByRole('row').filter({ hasText: agency });
const count = async (page: Page, of: string): Promise<number> =>
  Number(/\d+$/.exec(await button(page, new RegExp(`^${of}\\s*\\d+$`)).innerText())?.[0]);

/** An agency fills its form in with Excel. */
const fill = (bytes: Uint8Array, agency: string, more: readonly Edit[] = []): Promise<Uint8Array> =>
  editWorkbook(bytes, [
    setCell(manual, '檢核結果', '已完成'),
    setCell(manual, '辦理情形', `${agency}的手冊已修訂。`),
    setCell(telephone, '檢核結果', '辦理中'),
    setCell(telephone, '辦理情形', `${agency}已測試十二通。`),
    setCell(online, '檢核結果', '未辦理'),
    setCell(online, '自評分數', 6),
    ...more,
  ]);

/** Makes the collection of a form that was never seen before. */
async function prepare({ page, go }: Visitor, agencies: number): Promise<void> {
  await go('/templates');
  await give(page, {
    '自我檢核表.xlsx': await collectionForm('為民服務自我檢核表', questions),
  });
  await page.waitForURL(/#\/templates\/[^/]+\/show/);
  await link(page, '以此範本新增彙整案').click();
  await page.getByRole('heading', { name: '新增彙整案' }).waitFor();
  await page.getByLabel('名稱').fill(name);
  await button(page, '儲存').click();
  await page.getByText('必填').waitFor();
  await page.getByLabel('繳交期限').fill('114/6/30');
  await page.getByLabel('填報說明').fill('請於期限前回復，辦理情形請敘明具體數據。');
  await page.getByText(`受查機關（已選 ${agencies} 個）`).waitFor();
  await button(page, '儲存').click();
  await button(page, '開放收件').waitFor();
}

/** Makes one and opens it. @returns the address of its page */
async function ask(visitor: Visitor, agencies = 4): Promise<string> {
  const { page } = visitor;
  await prepare(visitor, agencies);
  await button(page, '開放收件').click();
  await dialog(page).getByText(`將為 ${agencies} 個機關各產生一份表單`).waitFor();
  await button(page, '開放收件').last().click();
  await page.getByText('收件中').first().waitFor();
  await link(page, `下載全部表單（${agencies}）`).waitFor();
  return new URL(page.url()).hash.slice(1);
}

const ownForm = (page: Page): Locator => link(page, '下載表單');

test('a form goes out, comes back in every way, is reviewed, sent back, mended, accepted and reported upward', async () => {
  const bureau = await arrive(bureauDesk);
  const { page } = bureau;
  const place = await ask(bureau);

  // Out: all forms in one archive, one of them to whoever has people here.
  await expect.poll(() => page.getByText('正在產生表單').count(), { timeout: 30_000 }).toBe(0);
  const forms = unzipSync(await bytesOf(page, link(page, '下載全部表單（4）')));
  const formOf = (agency: string): Uint8Array =>
    Object.entries(forms).find(([file]) => file.normalize().includes(agency))![1];
  expect(Object.keys(forms)).toHaveLength(4);

  // Back, first way: the agency finds it on its first page and returns it there.
  const office = await arrive(districtDesk);
  const asked = office.page.getByRole('region', { name: '上級交辦，待處理' });
  await asked.getByText('逾期未送').waitFor();
  await asked.getByRole('link', { name, exact: true }).click();
  await office.page.getByText('請於期限前回復').waitFor();
  expect(await barriers(office.page)).toEqual([]);
  const own = await bytesOf(office.page, ownForm(office.page));
  await give(office.page, { '青田回復.xlsx': await fill(own, '青田') });
  await office.page.getByText('已送回，由上級機關彙整與審查中').waitFor();
  await link(office.page, '青田回復.xlsx').waitFor();

  // Second and third way: files that came by mail are dropped, alone and in an archive, among them some that are no use.
  await page.reload();
  await part(page, '來件');
  await give(page, {
    '松湖.xlsx': await fill(formOf(others[0]!), '松湖'),
    '其他機關.zip': zipSync({
      '望海.xlsx': await fill(formOf(others[1]!), '望海'),
      '掃描檔.xlsx': new TextEncoder().encode('%PDF-1.4'),
    }),
  });
  await page.getByText('已收下 3 個檔案').waitFor();
  await button(page, /^無法讀取\s*1$/).waitFor();
  await button(page, /^可直接套用\s*3$/).waitFor();
  await give(page, {
    '松湖（再寄）.xlsx': await fill(formOf(others[0]!), '松湖', [setCell(online, '自評分數', 9)]),
  });
  await button(page, /^同機關多件，待擇一\s*2$/).waitFor();
  expect(await barriers(page)).toEqual([]);

  // Taking in: what is clean at once, one of two by hand.
  await button(page, '套用全部沒有疑義的（2）').click();
  await dialog(page).getByRole('button', { name: '套用' }).click();
  await page.getByText('已套用 2 個檔案').waitFor();
  await dialog(page).getByRole('link', { name: '清川市松湖區公所' }).first().waitFor();
  await button(page, '關閉').last().click();
  await link(page, '松湖（再寄）.xlsx').click();
  await page.getByText('這個機關不只送了一份').waitFor();
  await button(page, /^套用 \d+ 處變更$/).click();
  await dialog(page).getByRole('button', { name: '套用' }).click();
  await page.getByText(/^已套用：3 題/).waitFor();
  await link(page, name).click();
  await link(page, '松湖.xlsx').click();
  await button(page, '退件').click();
  await dialog(page).getByRole('textbox').fill('以後來寄的一份為準。');
  await dialog(page).getByRole('button', { name: '退件' }).click();
  await page.getByText('已退件').first().waitFor();

  // What is no use is turned down from the list, several at once, for one reason.
  await bureau.go(`${place}?tab=files`);
  await page.getByRole('checkbox', { name: '選取 掃描檔.xlsx', exact: true }).check();
  await button(page, '退件所選的（1）').waitFor();
  await page.getByRole('checkbox', { name: '選取 掃描檔.xlsx', exact: true }).uncheck();
  await button(page, '退件全部無法讀取的（1）').click();
  await dialog(page).getByRole('textbox').fill('不是原表單，請以原表單填寫後重送。');
  expect(await barriers(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: '退件' }).click();
  await page.getByText('已退件 1 個檔案').waitFor();
  await line(page, '掃描檔.xlsx').getByText('請以原表單填寫後重送').waitFor();

  // The roster: who is late is reminded with one press; the original is one click away.
  await bureau.go(place);
  await expect.poll(() => count(page, '已彙整')).toBe(3);
  expect(await count(page, '逾期未送')).toBe(1);
  expect(unzipSync(await bytesOf(page, line(page, district).getByRole('link', { name: /的原檔$/ })))).toHaveProperty([
    'xl/workbook.xml',
  ]);
  await button(page, '稽催逾期未送（1）').click();
  await dialog(page).getByText(others[2]!).waitFor();
  await dialog(page).getByRole('button', { name: '稽催' }).click();
  await line(page, others[2]!).getByText('（1 次）').waitFor();

  // Reviewing: scores, a reason beside a question, a finding, and back to the agency.
  await line(page, district).getByRole('link', { name: district, exact: true }).click();
  const answer = (question: string): Locator => page.getByRole('article').filter({ hasText: question });
  await answer(manual).getByLabel('初核分數').fill('9');
  await answer(manual).getByLabel('初核意見').fill('內容完整。');
  await answer(online).getByLabel('退回理由').fill('請補充線上申辦的具體數據。');
  await answer(telephone)
    .getByRole('button', { name: /^開立缺失/ })
    .click();
  await dialog(page).getByLabel('缺失事項').fill('測試件數不足');
  await dialog(page).getByRole('button', { name: '開立' }).click();
  await page.getByText('缺失已開立').waitFor();
  await expect.poll(() => page.locator('[data-save="saved"]').count()).toBe(3);
  await page.getByText('1 題要退回').waitFor();
  await button(page, '退回機關').click();
  await dialog(page).getByRole('textbox').fill('請於一週內補正後再送。');
  await dialog(page).getByRole('button', { name: '退回機關' }).click();
  await page.getByText('上次退回理由：請於一週內補正後再送。').waitFor();

  // The agency sees why, answers the finding, and sends a corrected form.
  await office.go('/');
  await asked.getByText('退回補正').waitFor();
  await asked.getByRole('link', { name: '1 件缺失待回復' }).click();
  await link(office.page, '測試件數不足').click();
  await office.page.getByLabel('改善措施').fill('已補測十二通，結果通知同仁。');
  await button(office.page, '回復').click();
  await office.page.getByText('已回復改善措施').waitFor();
  await office.go('/');
  await asked.getByRole('link', { name, exact: true }).click();
  await office.page.getByText('請於一週內補正後再送。').waitFor();
  await office.page.getByText('請補充線上申辦的具體數據。').waitFor();
  const mended = await fill(own, '青田', [setCell(online, '辦理情形', '線上申辦比率四成四。')]);
  await give(office.page, { '青田補正.xlsx': mended });
  await office.page.getByText('已送回，由上級機關彙整與審查中').waitFor();

  // The bureau's first page says what is left; it takes the corrected form in, is done with it, and releases the finding.
  await bureau.go('/');
  const today = page.getByRole('region', { name: '彙整案今天要做的事' });
  await today.getByRole('link', { name: '1 個機關逾期未送' }).waitFor();
  await today.getByRole('link', { name: /個來件待處理$/ }).click();
  await button(page, '套用全部沒有疑義的（1）').click();
  await dialog(page).getByRole('button', { name: '套用' }).click();
  await page.getByText('已套用 1 個檔案').waitFor();
  await button(page, '關閉').last().click();
  await bureau.go(place);
  await line(page, district).getByRole('link', { name: district, exact: true }).click();
  await answer(online).getByText('線上申辦比率四成四。').waitFor();

  // Two people correct the same answer at once: nothing that either wrote is lost.
  const colleague = await callAs(open().server, bureauDesk, everybodysPassword);
  const rows = await colleague.get<readonly CollectedRow[]>('/api/collectedRows?_limit=100');
  const same = rows.find(({ accepted }) => accepted.narrative === '青田的手冊已修訂。')!;
  await answer(manual)
    .getByRole('button', { name: /^修正採用內容/ })
    .click();
  const correction = { result: '辦理中', narrative: '青田的手冊已修訂二章。' };
  await colleague.send('PATCH', `/api/collectedRows/${same.id}`, {
    version: same.version,
    accepted: correction,
  });
  await dialog(page).getByLabel('辦理情形').fill('青田的手冊已修訂三章。');
  await dialog(page).getByRole('button', { name: '儲存' }).click();
  await dialog(page).getByText('您輸入的內容仍在畫面上').waitFor();
  await dialog(page).getByText('剛有人改為：青田的手冊已修訂二章。').waitFor();
  expect(await dialog(page).getByLabel('檢核結果').inputValue()).toBe('辦理中');
  await dialog(page).getByRole('button', { name: '儲存' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await answer(manual).getByText('青田的手冊已修訂三章。').waitFor();
  await button(page, '審查完成').click();
  await dialog(page).getByRole('button', { name: '審查完成' }).click();
  await button(page, '已審查完成').waitFor();
  await bureau.go('/');
  await today.getByRole('link', { name: '1 件缺失已回復，待解除列管' }).click();
  await link(page, '測試件數不足').click();
  await page.getByText('已補測十二通').waitFor();
  await button(page, '解除列管').click();
  await dialog(page).getByRole('button', { name: '解除列管' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await office.page.reload();
  await office.page.getByText('上級機關已審查完成，結果如下。').waitFor();
  await office.page.getByText('內容完整。').waitFor();

  // Upward: figures on the page, and the consolidated workbook as its next reader opens it.
  await bureau.go(`${place}?tab=statistics`);
  expect(await barriers(page)).toEqual([]);
  const bytes = await bytesOf(page, link(page, '下載彙整檔（.xlsx）'));
  const read = readWorkbook(bytes, '彙整.xlsx');
  if (!read.ok) throw new Error(read.issue.message);
  expect(read.workbook.sheets.map(sheet => sheet.name)).toEqual(['摘要', '依項目', '依機關', '原始資料', '來源']);
  const texts = read.workbook.sheets.flatMap(sheet =>
    [...sheet.rows.values()].flatMap(row => [...row.cells.values()].map(({ text }) => text)),
  );
  for (const text of [
    name,
    '青田的手冊已修訂。',
    '松湖已測試十二通。',
    '望海的手冊已修訂。',
    '線上申辦比率四成四。',
    '內容完整。',
    '青田補正.xlsx',
    '松湖（再寄）.xlsx',
  ])
    expect(
      texts.some(one => one.includes(text)),
      text,
    ).toBe(true);
  expect(texts).not.toContain('松湖.xlsx');
});

test('a collection before its day reminds instead of reproaching, and without addresses says how to reach agencies', async () => {
  const visitor = await arrive(bureauDesk);
  const { page } = visitor;
  const place = await ask(visitor);
  await button(page, '編輯').or(link(page, '編輯')).click();
  const tomorrow = dayInTaipei(new Date(Date.now() + 86_400_000));
  await page.getByLabel('繳交期限').fill(tomorrow);
  await button(page, '儲存').click();
  await page.waitForURL(/show/);
  await visitor.go(place);
  await button(page, '提醒未送（4）').click();
  await dialog(page).getByText('還沒到期，要提醒 4 個機關嗎？').waitFor();
  await button(page, '取消').click();
  await button(page, '寄送表單').click();
  await dialog(page).getByText('沒有可以寄送的機關').waitFor();
  expect(await dialog(page).getByRole('button', { name: '寄出' }).isDisabled()).toBe(true);
});

test('when the line breaks while files are sent, those that were not sent wait and go on', async () => {
  const visitor = await arrive(bureauDesk);
  const { page } = visitor;
  const place = await ask(visitor);
  const scans = (many: number, day: string) =>
    Object.fromEntries(
      Array.from({ length: many }, (_, i) => [`${day}${i + 1}.xlsx`, new TextEncoder().encode(`%PDF-1.4 ${day} ${i}`)]),
    );
  await visitor.go(`${place}?tab=files`);

  // The first parcel arrives; then nobody answers any more, whatever else is dropped.
  let parcels = 0;
  await page.route('**/deliveries', route =>
    parcels++ === 0 ? route.continue() : route.abort('internetdisconnected'),
  );
  await give(page, scans(23, '週一'));
  await page.getByText('連線中斷，還有 3 個檔案沒有送出').waitFor();
  await page.getByText('已送出的 20 個都已保存').waitFor();
  expect(await barriers(page)).toEqual([]);
  await give(page, scans(2, '週二'));
  await page.getByText('連線中斷，還有 5 個檔案沒有送出').waitFor();

  // They wait while the page is left, and are sent once somebody says so.
  await part(page, '回收名冊');
  await part(page, '來件');
  await page.getByText('連線中斷，還有 5 個檔案沒有送出').waitFor();
  await page.unrouteAll();
  await button(page, '繼續上傳').click();
  await page.getByText('已收下 25 個檔案').waitFor();
  await button(page, /^無法讀取\s*25$/).waitFor();

  // A computer that is back on the line says so itself.
  await page.context().setOffline(true);
  await give(page, scans(1, '週三'));
  await page.getByText('連線中斷，還有 1 個檔案沒有送出').waitFor();
  await page.context().setOffline(false);
  await page.getByText('已收下 1 個檔案').waitFor();
  await button(page, /^無法讀取\s*26$/).waitFor();
});

test('a list that cannot be read says so, and is read again', async () => {
  const visitor = await arrive(bureauDesk);
  const { page } = visitor;
  await page.route('**/api/collections?*', route => route.abort('internetdisconnected'));
  await visitor.go('/collections');
  await button(page, '再試一次').waitFor();
  expect(await page.getByText('沒有符合').count()).toBe(0);
  await page.unrouteAll();
  await button(page, '再試一次').click();
  await button(page, '再試一次').waitFor({ state: 'detached' });
});

describe('by keyboard alone', () => {
  const most = 120;
  /** Goes on with the Tab key until what is meant has the focus, as somebody without a mouse does. */
  const reach = async (page: Page, wanted: Locator): Promise<void> => {
    await wanted.waitFor();
    for (let tabs = 0; tabs < most; tabs++) {
      if (await wanted.evaluate(node => node === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key does not lead to ${wanted}`);
  };
  const press = async (page: Page, wanted: Locator): Promise<void> => {
    await reach(page, wanted);
    await page.keyboard.press('Enter');
  };
  /** A dialog that closes gives the focus back, or the next Tab would begin at the top of the page. */
  const closed = async (page: Page): Promise<void> => {
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  };

  test('a form is handed out, received, taken in, reviewed and sent back', async () => {
    const visitor = await arrive(bureauDesk);
    const { page } = visitor;
    await prepare(visitor, 4);
    await settled(page);

    // Out.
    await press(page, button(page, '開放收件'));
    await press(page, dialog(page).getByRole('button', { name: '開放收件' }));
    await closed(page);
    await expect.poll(() => page.getByText('正在產生表單').count(), { timeout: 30_000 }).toBe(0);
    const [archive] = await Promise.all([page.waitForEvent('download'), press(page, link(page, '下載全部表單（4）'))]);
    const forms = Object.entries(unzipSync(new Uint8Array(await readFile(await archive.path()))));
    const [, blank] = forms.find(([file]) => file.normalize().includes(district))!;

    // Back: the parts of the page are walked with arrows, and files are chosen where there is nothing to drag them with.
    await page.keyboard.press('Home');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await reach(page, page.getByRole('tab', { name: '回收名冊' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, button(page, '選擇檔案'))]);
    await chooser.setFiles({
      name: '青田.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await fill(blank, '青田')),
    });
    await button(page, /^可直接套用\s*1$/).waitFor();

    // Taken in: a value is kept as it was, and changed back.
    await press(page, link(page, '青田.xlsx'));
    await button(page, /^套用 \d+ 處變更$/).waitFor();
    const offered = await button(page, /^套用 \d+ 處變更$/).innerText();
    await reach(page, page.getByRole('radio', { checked: true }).first());
    await page.keyboard.press('1');
    await expect.poll(() => button(page, /^套用 \d+ 處變更$/).innerText()).not.toBe(offered);
    await page.keyboard.press('2');
    await press(page, button(page, offered));
    await press(page, dialog(page).getByRole('button', { name: '套用' }));
    await page.getByText(/^已套用：3 題/).waitFor();

    // Reviewed and sent back.
    await press(page, link(page, name));
    await page.getByRole('tab', { name: '依機關審查' }).waitFor();
    await reach(page, page.getByRole('tab', { name: '來件' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: manual }).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('1');
    await page.keyboard.type('9');
    await page.keyboard.press('Tab');
    await page.keyboard.type('內容完整。');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.keyboard.type('請補充數據。');
    await page.keyboard.press('Escape');
    await page.getByText('1 題要退回').waitFor();
    await press(page, button(page, '退回機關'));
    await dialog(page).waitFor();
    await page.keyboard.type('請於一週內補正。');
    await press(page, dialog(page).getByRole('button', { name: '退回機關' }));
    await page.getByText('上次退回理由：請於一週內補正。').waitFor();
    await page.getByText('初核 1／3 題，合計 9 分').waitFor();
  });
});

describe('a bureau between two levels', () => {
  const villages = ['清川市青田區大同里辦公處', '清川市青田區中興里辦公處'];
  const middle = stage(async server => {
    const administrator = await founded(server, '清川市政府民政局');
    const { agencyId } = administrator.session.user;
    const unit = await addUnit(administrator, '秘書室');
    const hire = { role: 'secretariat', unitId: unit.id } as const;
    await addPerson(server, administrator, {
      ...hire,
      account: bureauDesk,
      name: '高督導',
    });
    const office = await addAgency(administrator, district, agencyId);
    const person = {
      account: districtDesk,
      name: '林怡君',
      role: 'secretariat',
      agencyId: office.id,
    } as const;
    await addPerson(server, administrator, person);
    for (const village of villages) await addAgency(administrator, village, office.id);
  });
  const logIn = async (account: string): Promise<Visitor> => {
    const visitor = await middle().visitor();
    await visitor.logIn(account, everybodysPassword);
    return visitor;
  };

  test('collects from those below it, and fills in with that what the one above asks', async () => {
    await ask(await logIn(bureauDesk), 3);
    const office = await logIn(districtDesk);
    const { page } = office;
    const place = await ask(office, 2);
    await expect.poll(() => page.getByText('正在產生表單').count(), { timeout: 30_000 }).toBe(0);
    const forms = Object.entries(unzipSync(await bytesOf(page, link(page, '下載全部表單（2）'))));
    const returned = await Promise.all(
      forms.map(async ([file, bytes], i) => [file, await fill(bytes, villages[i % 2]!.slice(-6))] as const),
    );
    await office.go(`${place}?tab=files`);
    await give(page, Object.fromEntries(returned));
    await button(page, '套用全部沒有疑義的（2）').click();
    await dialog(page).getByRole('button', { name: '套用' }).click();
    await page.getByText('已套用 2 個檔案').waitFor();
    await button(page, '關閉').last().click();

    await link(page, '上級交辦表單').click();
    await page.getByText(name, { exact: true }).click();
    await button(page, '以彙整結果填寫').click();
    expect(await barriers(page)).toEqual([]);
    await dialog(page).getByLabel('彙整案').click();
    await page.getByRole('option', { name, exact: true }).click();
    const reported = await bytesOf(page, button(page, '產生並下載'));
    const read = readWorkbook(reported, '上級.xlsx');
    if (!read.ok) throw new Error(read.issue.message);
    const texts = read.workbook.sheets.flatMap(sheet => sheet.rows.flatMap(row => row.cells.map(({ text }) => text)));
    const told = texts.find(text => text.includes('的手冊已修訂。')) ?? '';
    expect(told.split('\n')).toHaveLength(2);
    for (const village of villages) expect(told).toContain(village);
    await give(page, { '青田彙整.xlsx': reported });
    await page.getByText('已送回，由上級機關彙整與審查中').waitFor();
  });
});

/** Packages and spreadsheets carry rounds of a plan; the forms of a collection travel as files. */
describe('beside collections, a round comes back', () => {
  let google: Emulator;
  const round = stage(
    server => reporting(server, ['編修臨櫃業務作業手冊']),
    async () => {
      await google?.close();
      google = await openEmulator();
      google.cloud.quota = 100_000;
      google.cloud.folders.add('shared-folder');
      return { GOOGLE_ROOT_URL: google.root };
    },
  );
  afterAll(() => google?.close());
  const desk = async (): Promise<Visitor> => {
    const visitor = await round().visitor();
    await visitor.logIn(people.secretariat.account, everybodysPassword);
    return visitor;
  };

  test('as a shared spreadsheet that a unit fills in', async () => {
    const { as, openRound, report } = round().scene;
    const [asked] = await openRound('114年6月平時查核', '2030-06-30');
    const account = await as.secretariat.send<{ readonly id: string }>('POST', '/api/sheetAccounts', {
      key: newServiceAccount(google.cloud),
    });
    const sheet = await as.secretariat.send<SheetConnection>('POST', '/api/sheets', {
      roundId: asked!.roundId,
      accountId: account.id,
      tabbing: 'unit',
      folderId: 'shared-folder',
    });
    const cells = peopleAt(google.cloud.books.get(sheet.spreadsheetId ?? '')!);
    cells.type(cells.rowIds[0]!, 'narrative', '手冊已於線上填報修訂。');
    const { page, go } = await desk();
    await go(`/sheets/${sheet.id}/show`);
    await button(page, '同步').click();
    await link(page, '前往處理').click();
    await button(page, '套用 1 處變更').click();
    await dialog(page).getByRole('button', { name: '套用' }).click();
    await page
      .getByText(/^已套用：/)
      .first()
      .waitFor();
    const { narrative }: Report = await report(asked!.id);
    expect(narrative).toBe('手冊已於線上填報修訂。');
  });

  test('as a package of an office that has an installation of its own', async () => {
    const { administrator, as } = round().scene;
    const { agencyId } = administrator.session.user;
    const below = await administrator.send<Agency>('POST', '/api/agencies', {
      name: '遠山鎮公所',
      parentId: agencyId,
    });
    const { fingerprint } = await administrator.send<OwnKey>('POST', '/api/ownKey', {});
    const key = newKeyPair();
    await administrator.send('POST', '/api/trustedKeys', {
      peerAgencyId: below.id,
      keyFile: JSON.stringify(keyFileOf({ id: below.id, name: below.name }, key.publicKey)),
      fingerprint: fingerprintOf(key.publicKey),
    });
    const file = Buffer.from('佐證一份');
    const bytes = await packed(
      roundData('遠山鎮已依規劃辦理', file),
      [fileOf(file)],
      {
        id: 'june',
        createdAt: new Date().toISOString(),
        sender: { agencyId: 'below', name: below.name },
        recipient: { name: '青田區公所', fingerprint: fingerprint! },
      },
      key,
    );
    const { page, go } = await desk();
    await go('/packages');
    await give(page, { '六月填報.zip': bytes });
    await page.getByRole('status').getByRole('link', { name: '開啟比對' }).click();
    await button(page, /^套用/).click();
    await dialog(page).getByRole('button', { name: '套用' }).click();
    await page.getByRole('alert').filter({ hasText: '若要收回' }).waitFor();
    const reports = await as.secretariat.get<readonly Report[]>(`/api/reports?agencyId=${below.id}`);
    expect(reports.map(({ narrative }) => narrative)).toEqual(['遠山鎮已依規劃辦理']);
  });
});
